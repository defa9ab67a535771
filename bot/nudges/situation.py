"""Everything that is known about one person when a nudge is planned or decided about."""

from dataclasses import field, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from bot.clock import local_date
from bot.learners.models import Learner, NudgePreferences, NudgeState
from bot.nudges.history import History, sent_moment
from bot.nudges.models import DueNudge
from bot.values import value

BACK_OFF_AFTER = 2
"""Unanswered nudges after which they come less often."""
BACKED_OFF_DAYS = 14
SILENCE = timedelta(days=21)
"""From the first unanswered nudge; then comes one comeback script, and after that nothing."""


@value
class Situation:
    """A person and what went before."""

    learner: Learner
    history: History = field(default_factory=History)
    idea: str | None = None
    """Title of what they planned to do and did not do yet."""
    reachable: bool = True
    """Whether there is an address that still works."""
    least_days: int = 0
    """Days that their organisation lets lie between two nudges at least."""

    def without(self, due_id: int) -> "Situation":
        """Return the situation as it was apart from one due row."""
        return self._after(self.history.without(due_id))

    def with_row(self, row: DueNudge) -> "Situation":
        """Return the situation now that ``row`` is as it is."""
        return self._after(self.history.with_row(row))

    def with_learner(self, learner: Learner) -> "Situation":
        """Return the situation now that the person wants something else."""
        return self if learner is self.learner else replace(self, learner=learner)

    def _after(self, history: History) -> "Situation":
        if history is self.history:
            return self
        # For each nudge; ``replace`` takes three times as long.
        return Situation(self.learner, history, self.idea, self.reachable, self.least_days)

    @property
    def preferences(self) -> NudgePreferences:
        """Return what the person decided about nudges."""
        return self.learner.nudges

    def unanswered(self) -> tuple[DueNudge, ...]:
        """Return the nudges since the last sign of life, oldest first."""
        return self._unanswered

    @cached_property
    def _unanswered(self) -> tuple[DueNudge, ...]:
        return self.history.unanswered(self.learner.last_seen_at)

    def backs_off(self) -> bool:
        """Whether so little was heard that nudges come less often, and nothing comes between them."""
        return len(self.unanswered()) >= BACK_OFF_AFTER

    def rhythm(self) -> int:
        """Return the days between two nudges: what the person chose, or more where their organisation wants them rarer."""
        return max(self.preferences.every_days, self.least_days)

    def days_between(self) -> int:
        """Return the days that must lie between two nudges of the rhythm now."""
        return max(self.rhythm(), BACKED_OFF_DAYS) if self.backs_off() else self.rhythm()

    def silent_on(self, day: date) -> bool:
        """Whether the person will have been silent for three weeks by then."""
        return self._silent_from is not None and day >= self._silent_from

    @cached_property
    def _silent_from(self) -> date | None:
        unanswered = self.unanswered()
        return local_date(sent_moment(unanswered[0])) + SILENCE if unanswered else None

    def next_day(self, days: int) -> date | None:
        """Return the first local date that lies ``days`` after the latest nudge of the rhythm; None when there was none."""
        last = self.history.last_day()
        return last + timedelta(days=days) if last else None


def willing(preferences: NudgePreferences) -> bool:
    """Whether the person wants nudges, now or after a pause with an end."""
    return preferences.state is NudgeState.ON or (preferences.state is NudgeState.PAUSED and preferences.paused_until is not None)


def in_pause(preferences: NudgePreferences, now: datetime) -> bool:
    """Whether the person's pause still lasts; one without an end always does."""
    if preferences.state is not NudgeState.PAUSED:
        return False
    return preferences.paused_until is None or preferences.paused_until > now
