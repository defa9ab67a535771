"""Puts how often and when nudges come into words."""

from bot.language.texts import Texts
from bot.learners.models import NudgePreferences


def rhythm(texts: Texts, preferences: NudgePreferences) -> str:
    """Return how often nudges come."""
    known = f"nudge_rhythm_{preferences.every_days}"
    return texts(known) if known in texts else texts("nudge_rhythm_days", days=preferences.every_days)


def part(texts: Texts, preferences: NudgePreferences) -> str:
    """Return when nudges come: on the day they chose, and outside the shift of whoever told about one."""
    hours = f"nudge_shift_{preferences.shift}" if preferences.shift else f"nudge_part_{preferences.part or 'any'}"
    if preferences.weekday is None:
        return texts(hours)
    chosen = texts("nudge_on_day", day=weekday(texts, preferences.weekday))
    return f"{chosen}, {texts(hours)}" if preferences.shift or preferences.part else chosen


def weekday(texts: Texts, number: int) -> str:
    """Return the name of a day of the week, 0 for Monday."""
    return texts(f"date_weekday_{number}")
