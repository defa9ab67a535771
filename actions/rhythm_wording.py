"""Puts how often and when nudges come into words."""

from datetime import time

from bot.language.saying.texts import Texts
from bot.learners.models import NudgePreferences, Shift
from bot.nudges.deciding.timetable import window_for
from bot.nudges.models import Moment

ENDS = (("ochtend", time(12)), ("middag", time(17)), ("avond", time.max))
"""Parts of the day as people say them, each with its end."""


def rhythm(texts: Texts, preferences: NudgePreferences) -> str:
    """Return how often nudges come."""
    known = f"nudge_rhythm_{preferences.every_days}"
    return texts(known) if known in texts else texts("nudge_rhythm_days", days=preferences.every_days)


def part(texts: Texts, preferences: NudgePreferences) -> str:
    """Return when nudges come: on the day they chose, and outside the shift of whoever told about one."""
    hours = _around_shift(texts, preferences) if preferences.shift else texts(f"nudge_part_{preferences.part or 'any'}")
    if preferences.weekday is None:
        return hours
    chosen = texts("nudge_on_day", day=weekday(texts, preferences.weekday))
    return f"{chosen}, {hours}" if preferences.shift or preferences.part else chosen


def _around_shift(texts: Texts, preferences: NudgePreferences) -> str:
    """Return the part of the day that the shift leaves, and the shift: "in de middag, na je vroege dienst"."""
    after = texts(f"nudge_shift_{preferences.shift}")
    window = window_for(preferences, Moment())
    if window is None or preferences.shift is Shift.WISSELEND:
        return after
    first = next(name for name, ends in ENDS if window.start < ends)
    last = next(name for name, ends in ENDS if window.end <= ends)
    return f"{texts(f'nudge_part_{first}' if first == last else f'nudge_parts_{first}_{last}')}, {after}"


def weekday(texts: Texts, number: int) -> str:
    """Return the name of a day of the week, 0 for Monday."""
    return texts(f"date_weekday_{number}")
