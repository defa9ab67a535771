"""Reads how long a pause has to last in what people type: "twee weken", "tot 10 december", "tot na kerst"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.language.when.calendar import WEEK, months_later
from bot.language.when.constraints import Days
from bot.language.when.days import days_in
from bot.language.when.line import line_of
from bot.language.words.meant import meant_words, squeezed_words
from bot.language.words.phrasing import says
from bot.language.words.word_lists import WordLists

LISTS = WordLists("pauses")
LONGEST = timedelta(days=366)
"""Who wants quiet for longer hears until when it is; a stop is a word away."""
FEW_WORDS = 8
_DAYS = {"dag": 1, "week": WEEK, "weekje": WEEK, "wk": WEEK, "maand": 30, "mnd": 30, "jaar": 365}
_MONTHS = {"maand": 1, "mnd": 1, "jaar": 12}
_HALVES = {"half": 0.5, "1 half": 0.5, "anderhalf": 1.5, "anderhalve": 1.5}
_A_FEW = 2
_LENGTH = re.compile(
    r"(?<!\w)(?<!per )(?<!om de )(?<!om )(?<!elke )(?<!iedere )(?<!over )(?<!binnen )(?<!in )(?<!keer )"
    rf"(?:(?P<n>1 paar|paar|{'|'.join(_HALVES)}|\d{{1,3}}) ?|(?<=pauze )|(?<=pauzeer )|^)"
    rf"(?P<unit>{'|'.join(_DAYS)})(?: of (?P<more>\d{{1,2}}))?(?!\w)"
)
_END = re.compile(r"(?:.*(?<!\w))(?P<until>tot en met|tot aan|tot|t m|tm|voor)(?: (?P<after>na))? (?P<named>.+)")
_BACK = re.compile(r"(?<!\w)(?:weer|vanaf|over|binnen)(?!\w)")
_AFTER = re.compile(r"(?<!\w)na (?:de |het )?")
_THE_LAST = re.compile(r"(?:het )?(?:eind|einde) ")
_HALFWAY = re.compile(r"half|halverwege")
_NOT = re.compile(r" (?:niet|niets|geen)(?!\w)")


def pause_end(text: str, today: date) -> date | None:
    """Return the first day after the pause that ``text`` tells the length or the end of; None when it tells neither.

    At most ``LONGEST`` after ``today``. Whether a pause is meant at all is not looked at.
    """
    line = _NOT.sub("", line_of(text).plain)
    end = _END.fullmatch(line)
    day = _after_end(end, today) if end else _after_length(line, today) or _after_days(line, today)
    return min(day, today + LONGEST) if day and day > today else None


def asks_for_pause(text: str, today: date) -> bool:
    """Return whether ``text`` asks for a pause in a few words and tells how long: "pauze 2 weken", "stop tot na kerst"."""
    words, line = meant_words(text), line_of(text).plain
    asks = _asks_for_rest(words) and len(words) <= FEW_WORDS
    return asks and bool(_LENGTH.search(line) or _END.fullmatch(line)) and pause_end(text, today) is not None


def asks_for_rest_under_a_nudge(text: str) -> bool:
    """Return whether ``text``, said right under a nudge, says little more than "ff niet"."""
    return LISTS.spotter("rest").spots(squeezed_words(text))


def _asks_for_rest(words: Sequence[str]) -> bool:
    # "Stop een week met roken" is about something else.
    stops = words[0] in LISTS["stop"] and not says(words, LISTS["of_something"]) if words else False
    return stops or (says(words, LISTS["pause"]) and not says(words, LISTS["break"]))


def names_an_end(text: str, today: date) -> bool:
    """Return whether ``text`` does little more than tell how long or until when: "nee, toch een week"."""
    return len(meant_words(text)) <= FEW_WORDS and pause_end(text, today) is not None


def words_for(end: date) -> str:
    """Return what ``pause_end`` reads as ``end``."""
    return f"tot {end.isoformat()}"


def _after_length(line: str, today: date) -> date | None:
    found = _LENGTH.search(line)
    if not found:
        return None
    count, unit = found["n"] or "1", found["unit"]
    if count in _HALVES:
        return today + timedelta(days=round(_HALVES[count] * _DAYS[unit]))
    number = int(found["more"] or (_A_FEW if count.endswith("paar") else count))
    return months_later(today, number * _MONTHS[unit]) if unit in _MONTHS else today + timedelta(days=number * _DAYS[unit])


def _after_end(end: re.Match[str], today: date) -> date | None:
    """Return the day that is named after "tot", or the one after it for "tot en met" and "tot na"."""
    days = _days(end["named"], today) or _days(f"in {end['named']}", today)
    if days is None or _HALFWAY.match(end["named"]):
        return None
    over = end["after"] or end["until"] in ("tot en met", "t m", "tm")
    last = days.last if over or _THE_LAST.match(end["named"]) else days.first
    if last <= today and days.open:
        last += timedelta(WEEK)
    return last + timedelta(days=bool(over))


def _after_days(line: str, today: date) -> date | None:
    """Return the day after the days that are named, or their first one when nudges may come then."""
    after = _AFTER.search(line)
    days = _days(_AFTER.sub("", line), today)
    if days is None:
        return None
    return days.first if _BACK.search(line) and not after else days.last + timedelta(days=1)


def _days(words: str, today: date) -> Days | None:
    days, _, _ = days_in(line_of(words), today)
    return days if isinstance(days, Days) else None
