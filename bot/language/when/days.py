"""Which days a text names: everything that is said about the day together, and what is said later instead of what was said before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import groupby

from bot.language.when.calendar import coming
from bot.language.when.constraints import Days, Meaning, Unread, together
from bot.language.when.day_rules import day_rules, meaning
from bot.language.when.hanging_days import before_something, hanging_day_in
from bot.language.when.line import Line
from bot.language.when.vocabulary import any_of, vocabulary

Place = tuple[int, int]


@dataclass(frozen=True)
class _Named:
    place: Place
    means: Meaning
    round: int
    """How often the text took something back before this."""


def days_in(line: Line, today: date) -> tuple[Days | Unread | None, list[Place], Line]:
    """Return the days that ``line`` means, the places where it names days, and the line without them."""
    named: list[_Named] = []
    places: list[Place] = []
    taken_back = [match.start() for match in _instead().finditer(line.plain)]
    for pattern, read in day_rules():
        for match in pattern.finditer(line.plain):
            if (means := meaning(read, match, today)) is None:
                continue
            line = line.without(*match.span())
            places.append(match.span())
            if not (match["no"] or match["not"]):
                before = sum(start < match.start() for start in (*taken_back, *line.breaks))
                named.append(_Named(match.span(), means, before))
    if lead := before_something(line):
        line = line.without(*lead)
        places.append(lead)
    if not named and (unknown := lead or _unknown_day_in(line)):
        return Unread.UNCLEAR, [unknown], line.without(*unknown)
    return _newest(sorted(named, key=lambda each: each.place)), places, line


def _newest(named: Sequence[_Named]) -> Days | Unread | None:
    rounds = [together(each.means for each in said) for _, said in groupby(named, key=lambda each: each.round)]
    # What is over counts only when nothing else is named: "morgen om 9, want gisteren lukte het niet".
    found = [days for days in rounds if days and days is not Unread.OVER] or rounds[-1:]
    *before, newest = found or [None]
    if isinstance(newest, Days) and newest.open and before and isinstance(before[-1], Days) and before[-1].first != before[-1].last:
        # "Volgende week om 8 uur. Of nee, dinsdag": the day of the week that was named first.
        day = coming(newest.first.weekday(), before[-1].first - timedelta(1))
        return Days(day, day) if day <= before[-1].last else newest
    return newest


@cache
def _instead() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(vocabulary().others['instead'])})(?!\w)")


def _unknown_day_in(line: Line) -> Place | None:
    either = _SOON_OR_SUNDAY.search(line.plain)
    return either.span() if either else hanging_day_in(line)


_SOON_OR_SUNDAY = re.compile(r"(?<!\w)zo(?= om \d)(?<!om zo)")
"""Nobody can tell whether this is "around" or "Sunday"."""
