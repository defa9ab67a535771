"""Moments after somebody's own work."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from actions.turns.turn import Turn
from bot.language.moments.hours import shift_in_anchor
from bot.language.when.models import Moment, Vague
from bot.learners.hours import Hours
from bot.learners.models import NudgePreferences, Shift
from bot.nudges.deciding.shifts import after_work, first_allowed, own_hours


@dataclass(frozen=True)
class AfterWork:
    """The first good moment after work, in UTC."""

    at: datetime
    hours: Hours
    waits: bool
    """Whether it waits for the end of the quiet hours."""


def after_own_work(turn: Turn, meant: Moment | Vague | None) -> AfterWork | None:
    """Return the moment for "na mijn late dienst"; None when something else is meant, or the hours of that shift are not known."""
    if not isinstance(meant, Vague) or meant.anchor is None or meant.unclear or (meant.first and not meant.day):
        return None
    is_after, shift = shift_in_anchor(meant.anchor)
    hours = _hours_of(turn.learner.nudges, shift) if is_after else None
    if hours is None:
        return None
    today = turn.now.date()
    # The work that began yesterday may not be over yet.
    days = [meant.day] if meant.day else [today + timedelta(days=ahead) for ahead in (-1, 0, 1)]
    over = next((at for day in days if (at := after_work(hours, day)) > turn.now), None)
    return AfterWork(first_allowed(over), hours, first_allowed(over) != over) if over else None


def _hours_of(nudges: NudgePreferences, shift: str | None) -> Hours | None:
    return next((one for one in nudges.hours if one.shift == Shift(shift)), None) if shift else own_hours(nudges)
