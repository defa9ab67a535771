"""Which time of the day a text names: "half 8", "kwart over vier", "19.30", "tegen de avond", "over een uurtje"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from bot.language.when.line import Line
from bot.language.when.vocabulary import any_of, in_every_day, vocabulary

HOUR, NOON, MIDNIGHT = 60, 12 * 60, 24 * 60
_HOURS_IN = {"half": HOUR // 2, "1 half": HOUR // 2, "anderhalf": HOUR + HOUR // 2}


@dataclass(frozen=True)
class TimeOfDay:
    """Minutes after midnight; ``exact`` when it is said on 24 hours, else it may be twelve hours later as well."""

    minutes: int
    exact: bool


Reading = Callable[[re.Match[str]], TimeOfDay | None]
Place = tuple[int, int]


def time_in(line: Line) -> tuple[TimeOfDay | None, list[Place], Line]:
    """Return the time that ``line`` names last, the places where it names one, and the line without them."""
    named: list[tuple[Place, TimeOfDay]] = []
    for pattern, read in _rules():
        for match in pattern.finditer(line.plain):
            if (time := read(match)) is not None:
                line = line.without(*match.span())
                named.append((match.span(), time))
    newest = max(named, default=None, key=lambda each: each[0])
    return (newest[1] if newest else None), [place for place, _ in named], line


def part_in(line: Line) -> tuple[str | None, list[Place], Line]:
    """Return the part of the day that ``line`` names last, the places, and the line without them."""
    matches = list(_part_pattern().finditer(line.plain))
    for match in matches:
        line = line.without(*match.span())
    part = vocabulary().part_words[matches[-1]["part"]] if matches else None
    return part, [match.span() for match in matches], line


def minutes_from_now_in(line: Line) -> tuple[int | None, list[Place], Line]:
    """Return how many minutes from now ``line`` names: "over een half uurtje" is 30."""
    match = _FROM_NOW.search(line.plain)
    if not match:
        return None, [], line
    return _duration(match), [match.span()], line.without(*match.span())


def anchor_in(line: Line) -> tuple[Place | None, str | None]:
    """Return where ``line`` hangs a moment on something in somebody's day, and in which part of the day that falls."""
    match = _anchor_pattern().search(line.plain)
    return (match.span(), vocabulary().anchor_parts.get(match["what"])) if match else (None, None)


_FROM_NOW = re.compile(
    r"(?<![\w#])(?:over|binnen) (?:(?P<n>1 half|half|anderhalf|\d{1,3}|paar) )?"
    r"(?P<unit>minuten|kwartier|uur)(?: of (?P<more>\d{1,3}))?(?!\w)"
)
_BEFORE = r"(?<![\w#.,:/-])(?<!€ )(?:(?:zo|om|rond|tegen|vanaf|voor|na|omstreeks|ongeveer|van|tot) )*"
_AFTER = r"(?: uur)?(?![\w:])"
_STATED = r"(?:om|rond|tegen|vanaf|voor|na|omstreeks)"
_NEAR = rf"(?:(?<![\w#])(?:zo )?(?:{_STATED}|ongeveer|tot) |(?<=# ))"
"""Before "1 uur of 4", which is a time after a word for it or after the day ("zaterdag een uur of 4"), and else a duration."""
_AMOUNT = r"(?! (?:uur|week|dag|maand|minuten|euro|keer|x|stuks|mensen|jaar|weken)\b)"


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Reading], ...]:
    patterns: list[tuple[str, Reading]] = [
        (rf"{_BEFORE}(?P<h>\d{{1,2}})[:.](?P<m>\d{{2}})(?:u|h)?{_AFTER}{_AMOUNT}", _digital),
        (rf"{_BEFORE}(?P<h>\d{{1,2}})[uh](?P<m>\d{{2}})(?!\w)", _digital),
        (rf"{_BEFORE}(?P<m>\d{{1,2}}|kwart) (?:minuten )?(?P<side>over|voor|na) (?P<half>half )?(?P<h>\d{{1,2}})(?:en)?{_AFTER}", _around),
        (rf"{_BEFORE}half (?P<h>\d{{1,2}})(?:en)?{_AFTER}", lambda match: _spoken(int(match["h"]), -HOUR // 2)),
        (rf"{_NEAR}1 uur of (?P<h>\d{{1,2}})(?:en)?{_AFTER}{_AMOUNT}", lambda match: _spoken(int(match["h"]), 0)),
        (
            rf"{_BEFORE}(?P<h>\d{{1,2}}) ?(?:uur|u) (?P<m>[0-5]\d)(?![\w:.]){_AMOUNT}",
            lambda match: _spoken(int(match["h"]), int(match["m"])),
        ),
        (rf"{_BEFORE}(?!1 uur of \d)(?P<h>\d{{1,2}}) ?(?:uur|u|h)(?!\w)", lambda match: _spoken(int(match["h"]), 0)),
        (rf"(?<![\w#])tussen (?P<h>\d{{1,2}})(?:en)? en \d{{1,2}}(?:en)?{_AFTER}", lambda match: _spoken(int(match["h"]), 0)),
        (
            rf"(?<![\w#])(?:zo )?{_STATED} (?P<h>\d{{1,2}})(?:en)?(?!\w)(?! (?:voor|over|na)$){_AMOUNT}",
            lambda match: _spoken(int(match["h"]), 0),
        ),
        (r"(?<![\w#])(?:om |rond |tegen )?middernacht(?!\w)", lambda _: TimeOfDay(MIDNIGHT, exact=True)),
    ]
    return tuple((re.compile(pattern), read) for pattern, read in patterns)


def _digital(match: re.Match[str]) -> TimeOfDay | None:
    minutes = int(match["h"]) * HOUR + int(match["m"])
    return TimeOfDay(minutes, exact=True) if int(match["m"]) < HOUR and minutes <= MIDNIGHT else None


def _around(match: re.Match[str]) -> TimeOfDay | None:
    apart = 15 if match["m"] == "kwart" else int(match["m"])
    shift = (-apart if match["side"] == "voor" else apart) - (HOUR // 2 if match["half"] else 0)
    return _spoken(int(match["h"]), shift) if apart < HOUR else None


def _spoken(hour: int, shift: int) -> TimeOfDay | None:
    minutes = hour * HOUR + shift
    if not 0 <= minutes <= MIDNIGHT:
        return None
    # "12 uur" and "half 1" are as well at night as at noon.
    exact = hour > NOON // HOUR or minutes < 0 or hour == 0
    return TimeOfDay(minutes, exact=True) if exact else TimeOfDay(minutes % NOON, exact=False)


def _duration(match: re.Match[str]) -> int:
    each = {"minuten": 1, "kwartier": HOUR // 4, "uur": HOUR}[match["unit"]]
    if match["n"] in _HOURS_IN:
        return _HOURS_IN[match["n"]]
    count = match["more"] or {"paar": "2", None: "1"}.get(match["n"], match["n"])
    return int(count) * each


@cache
def _part_pattern() -> re.Pattern[str]:
    before = r"(?<!\bte )(?:(?:in|de|tegen|eind|einde|begin|van|aan|het|s|laat|zo|elke|laten|vroeg|late) )*"
    return re.compile(rf"(?<![\w#]){before}(?P<part>{any_of(vocabulary().part_words)})(?!\w)")


@cache
def _anchor_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w#])(?:{any_of(vocabulary().anchors['around'])}) {in_every_day()}")
