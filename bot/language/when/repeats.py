"""How often, in what people type: "elke maandag", "om de week", "dagelijks"."""

import re
from functools import cache

from bot.language.when.line import line_of
from bot.language.when.models import Repeated, Rhythm
from bot.language.when.vocabulary import any_of, vocabulary


def repeats_in(text: str) -> Repeated | None:
    """Return how often ``text`` says something comes back, the last time that it says so; None when it says nothing of it.

    The spans hold what says how often and leave the day and the time: of "elke maandag om 9.00" only "elke".
    """
    line = line_of(text)
    named: list[tuple[int, Rhythm | None]] = []
    places: list[tuple[int, int]] = []
    for rhythm, pattern in _rules():
        for match in pattern.finditer(line.plain):
            line = line.without(*match.span())
            places.append(line.span(*match.span()))
            named.append((match.start(), rhythm))
    if not named:
        return None
    return Repeated(max(named, key=lambda each: each[0])[1], tuple(sorted(places)))


def without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Return ``text`` with spaces for ``spans``, so that every other word stands where it stood."""
    return "".join(" " if any(start <= at < end for start, end in spans) else sign for at, sign in enumerate(text))


@cache
def _rules() -> tuple[tuple[Rhythm | None, re.Pattern[str]], ...]:
    every, weekday, part = r"(?:elke?|iedere?)", any_of(vocabulary().weekdays), any_of(vocabulary().part_words)
    written: list[tuple[Rhythm | None, str]] = [
        (None, rf"{every} (?:1e|2e|3e|4e|eerste|tweede|derde|vierde|laatste)(?= (?:{weekday}))"),
        (None, rf"{every}(?= (?:{weekday}) en (?:{every} )?(?:{weekday}))"),
        (None, rf"{every} (?:\d+ )?(?:half )?(?:uur|kwartier|minuten|maand|kwartaal|jaar)|(?:maandelijks|jaarlijks)e?"),
        (None, r"\d+ ?(?:x|keer|maal) (?:(?:per|p|in de|op 1|elke) )?(?:dag|week|maand|uur)"),
        (Rhythm.TWO_WEEKS, rf"{every} (?:2|andere|tweede) week|om de (?:(?:2|andere|tweede) )?week|tweewekelijks|{every} 14 dag"),
        (Rhythm.TWO_DAYS, rf"{every} 2 dag|om de (?:(?:2|andere) )?dag"),
        (None, rf"(?:{every}|om de) \d+ (?:dag|week|uur)"),
        (Rhythm.WORKDAY, rf"{every} (?:doordeweekse dag|werk ?dag)|doordeweeks|op werkdag(?:en)?"),
        (Rhythm.DAY, rf"{every} (?:dag|morgen)|dagelijks|{every}(?= (?:{part})(?!\w))"),
        (Rhythm.WEEK, rf"{every} week|{every}(?= (?:{weekday}|weekend)(?!\w))|wekelijks|per week"),
    ]
    return tuple((rhythm, re.compile(rf"(?<![\w#])(?:{pattern})(?!\w)")) for rhythm, pattern in written)
