"""The pieces of text that say something about the day, each with what it means."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from bot.language.when.calendar import (
    WEEK,
    coming,
    exact_date,
    last_of_month,
    monday_of,
    months_later,
    next_date,
    next_day_of_month,
    nth_in_month,
)
from bot.language.when.constraints import Constraint, Meaning, Unread, only
from bot.language.when.feasts import feast
from bot.language.when.hanging_days import hanging_weekend
from bot.language.when.vocabulary import NTH, any_of, vocabulary

SATURDAY, CENTURY = 5, 2000
_MONTHS_AHEAD = {"volgende": (1,), "komende": (1,), "deze": (0,)}
Reading = Callable[[re.Match[str], date], Meaning | None]


def meaning(read: Reading, match: re.Match[str], today: date) -> Meaning | None:
    """Return what ``match`` says; None when it is no day at all. "Na vrijdag" may be any day."""
    found = read(match, today)
    return Unread.UNCLEAR if found and match["after"] else found


@cache
def day_rules() -> tuple[tuple[re.Pattern[str], Reading], ...]:
    """Return the rules; a piece is read by the first one that fits."""
    words = vocabulary()
    before = r"(?<![\w#])(?P<no>(?:niet|geen|behalve) )?(?P<after>na )?(?:(?:op|in|aan|voor|tot|vanaf|uiterlijk|het|de|dan|pas) )*"
    weekday, month = rf"(?P<weekday>{any_of(words.weekdays)})s?", rf"(?P<month>{any_of(words.months)})"
    a_day = rf"(?:{any_of(words.weekdays)})"
    which, weeks = r"(?P<which>volgende|komende|deze)", r"(?:1 )?(?P<n>\d{1,3}|paar) ?(?P<unit>week|dag)"
    nth, past = rf"(?P<nth>{any_of(NTH)})", any_of(words.others["past_which"])
    beside = rf"(?:(?:\d{{1,3}}|paar) )?(?:dag|week|maand|weekend|{any_of(words.part_words)}|{a_day})"
    named = [*words.feasts, *words.weekdays, *words.others["unread"], *words.others["own_days"]]
    a_thing = (
        rf"(?:(?:de|het|mijn|mn|me|ons|onze|haar|zijn) )*(?:{any_of(named)}|\d{{1,2}}(?:e|de|ste)|\d{{1,2}} (?:{any_of(words.months)}))"
    )
    near = r"na|in|tijdens|met|rond|begin|eind|einde|volgende|volgend|komende|deze|dit"
    patterns: list[tuple[str, Reading]] = [
        (rf"{beside} (?:(?:voor|na) {a_thing}|{any_of(words.others['beside'])})", lambda *_: Unread.UNCLEAR),
        (r"(?P<nth>eerste|1e|laatste) dag van (?:de )?(?:(?P<which>volgende|komende|deze) )?maand", _edge_of_month),
        (rf"volgende dag|in week \d{{1,2}}|vooravond van|{nth} dag van {month}", lambda *_: Unread.UNCLEAR),
        (rf"{nth} werkdag van(?: (?:de )?(?:(?:volgende|komende|deze) )?maand)?", lambda *_: Unread.UNCLEAR),
        (rf"(?<!\baan )(?<!\bover )(?<!\bvan )(?P<feast>{any_of(words.feasts)})", _feast),
        (rf"(?:{any_of(words.others['past'])}|{a_day} (?:van )?(?:{past}) week)", _past),
        (rf"(?:{past}) (?:week|maand|weekend|jaar)(?: (?:op )?{a_day})?", _past),
        (rf"(?:{past}) {a_day}", _past),
        (r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})", _in_full),
        (r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4}|\d{2})", _in_full),
        (r"(?P<d>\d{1,2})[/-](?P<m>\d{1,2})(?![/.-])", _in_digits),
        (rf"{nth} {weekday} (?:(?:van|in|v) )?(?:(?:de )?(?P<which>volgende|komende|deze)? ?maand|{month})", _nth_weekday),
        (rf"(?P<d>\d{{1,2}})(?:e|de|ste)?(?: van)? {month}(?: (?P<y>\d{{4}}))?", _with_month),
        (r"(?:de )?(?P<d>\d{1,2})(?:e|de|ste)(?: van (?:de )?(?P<which>volgende|komende|deze)? ?maand)?", _day_of_month),
        (rf"(?:over|binnen) {weeks} (?:op |de )*{weekday}", _in_a_later_week),
        (rf"{weekday} over {weeks}", lambda match, today: _weeks_after(match, coming(_weekday(match), today))),
        (rf"(?P<day>vandaag|morgen) over {weeks}", lambda match, today: _weeks_after(match, _near(match, today))),
        (r"(?:over|binnen) (?:1 )?(?P<n>\d{1,3}|paar) ?(?P<unit>dag|week|maand)(?: of (?P<more>\d{1,3}))?", _from_now),
        (r"(?:over|binnen) (?:1 )?(?P<half>half )?jaar", lambda match, today: only(months_later(today, 6 if match["half"] else 12))),
        (rf"(?:{which} |volgend |(?:begin|eind|einde) (?:van )?(?:de )?)(?P<period>week|maand|weekend)", _period),
        (hanging_weekend(), lambda *_: Unread.UNCLEAR),
        (r"(?P<period>weekend)", _period),
        (rf"(?:in|begin|eind|einde|half|halverwege|medio|volgende|heel) (?:van )?{month}", _whole_month),
        (rf"(?:{which} )?{weekday}", _a_weekday),
        (r"(?P<day>overmorgen|vandaag|morgen)", lambda match, today: only(_near(match, today))),
        (r"straks|zometeen|zo meteen|zo direct", lambda _, today: only(today)),
        (rf"(?:{near}) (?:(?:de|het|mijn) )?(?:{any_of(words.others['unread'])})", lambda *_: Unread.UNCLEAR),
    ]
    # "Dinsdag kan ik niet", and "maandag niet, dinsdag wel", but not "zaterdag, niet zondag".
    another = rf"(?: op)? (?:{any_of(words.weekdays)}|morgen|overmorgen)(?! wel)"
    after = rf"(?P<not>(?: (?:kan|lukt|past|gaat))?(?: (?:ik|het|me|mij))* niet(?!\w)(?!{another}))?"
    return tuple((re.compile(rf"{before}(?:{pattern})(?!\w){after}"), read) for pattern, read in patterns)


def _known(day: date | None) -> Meaning:
    return only(day) if day else Unread.OVER


def _feast(match: re.Match[str], today: date) -> Meaning:
    days = feast(match["feast"], today)
    # "Voor kerst" is another day than "met kerst".
    around = re.search(r"\bvoor\b", match.group()) or re.search(r"\b(?:rond|tussen) (?:de )?$", match.string[: match.start()])
    return Unread.UNCLEAR if around else (Constraint(min(days), max(days)),)


def _past(*_: object) -> Meaning:
    return Unread.OVER


def _in_full(match: re.Match[str], today: date) -> Meaning:
    year = int(match["y"])
    return _known(exact_date(year if year >= CENTURY else CENTURY + year, int(match["m"]), int(match["d"]), today))


def _in_digits(match: re.Match[str], today: date) -> Meaning | None:
    day = next_date(int(match["d"]), int(match["m"]), today)
    return only(day) if day else None


def _with_month(match: re.Match[str], today: date) -> Meaning:
    month, day = _month(match), int(match["d"])
    return _known(exact_date(int(match["y"]), month, day, today) if match["y"] else next_date(day, month, today))


def _day_of_month(match: re.Match[str], today: date) -> Meaning | None:
    """Return the next such day, or the one after: "zaterdag de 2e" may be a month later."""
    if match["which"] in ("volgende", "komende"):
        start = months_later(today.replace(day=1), 1)
        day = next_day_of_month(int(match["d"]), start)
        return only(day) if day and day <= last_of_month(start) else Unread.OVER
    soon = next_day_of_month(int(match["d"]), today)
    later = next_day_of_month(int(match["d"]), soon + timedelta(1)) if soon else None
    return tuple(Constraint(day, day) for day in (soon, later) if day) or None


def _edge_of_month(match: re.Match[str], today: date) -> Meaning:
    ahead = _MONTHS_AHEAD.get(match["which"], (0,))[0]
    if match["nth"] == "laatste":
        return only(last_of_month(months_later(today.replace(day=1), ahead)))
    return only(months_later(today.replace(day=1), max(ahead, 1)))


def _nth_weekday(match: re.Match[str], today: date) -> Meaning:
    if match["month"]:
        months = [date(year, _month(match), 1) for year in (today.year, today.year + 1)]
    else:
        months = [months_later(today.replace(day=1), ahead) for ahead in _MONTHS_AHEAD.get(match["which"], (0, 1))]
    days = [_nth_in(month, match) for month in months]
    return _known(next((day for day in days if day >= today), None))


def _nth_in(month: date, match: re.Match[str]) -> date:
    return nth_in_month(month, NTH[match["nth"]], _weekday(match))


def _in_a_later_week(match: re.Match[str], today: date) -> Meaning:
    weeks = _weeks(match)
    return only(monday_of(today + timedelta(weeks=weeks)) + timedelta(_weekday(match))) if weeks is not None else Unread.UNCLEAR


def _weeks_after(match: re.Match[str], day: date) -> Meaning:
    weeks = _weeks(match)
    return only(day + timedelta(weeks=weeks)) if weeks is not None else Unread.UNCLEAR


def _weeks(match: re.Match[str]) -> int | None:
    """Return how many weeks "2 weken" or "14 dagen" are; None for days that are no whole weeks."""
    count = _count(match)
    if match["unit"] == "week":
        return count
    return None if count % WEEK else count // WEEK


def _from_now(match: re.Match[str], today: date) -> Meaning:
    count = int(match["more"] or _count(match))
    if match["unit"] == "maand":
        return only(months_later(today, count))
    return only(today + timedelta(days=count * (WEEK if match["unit"] == "week" else 1)))


def _period(match: re.Match[str], today: date) -> Meaning:
    which = match.groupdict().get("which")
    later = which in ("volgende", "komende") or "volgend" in match.group()
    monday = monday_of(today)
    if match["period"] == "maand":
        first = months_later(today.replace(day=1), 1) if later else today
        return (Constraint(first, last_of_month(first)),)
    if match["period"] == "week":
        return (Constraint(monday + timedelta(WEEK * later) if later else today, monday + timedelta(WEEK * (1 + later) - 1)),)
    saturday = monday + timedelta(SATURDAY + WEEK * ("volgend" in match.group()))
    return (Constraint(max(saturday, today), saturday + timedelta(1)),)


def _whole_month(match: re.Match[str], today: date) -> Meaning:
    number = _month(match)
    first = date(today.year + (number < today.month), number, 1)
    return (Constraint(max(first, today), last_of_month(first)),)


def _a_weekday(match: re.Match[str], today: date) -> Meaning:
    number = _weekday(match)
    if match["which"] == "volgende":
        return only(monday_of(today) + timedelta(days=number, weeks=1))
    return (Constraint(today, weekday=number),)


def _near(match: re.Match[str], today: date) -> date:
    return today + timedelta(("vandaag", "morgen", "overmorgen").index(match["day"]))


def _month(match: re.Match[str]) -> int:
    return vocabulary().months.index(match["month"]) + 1


def _weekday(match: re.Match[str]) -> int:
    return vocabulary().weekdays.index(match["weekday"])


def _count(match: re.Match[str]) -> int:
    return 2 if match["n"] == "paar" else int(match["n"])
