"""What a person may always do: stop, pause, look, take along and erase (P8-P11)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.errors import UnknownLearner
from bot.learners.changing import change
from bot.learners.consent import NUDGES
from bot.learners.models import Barrier, Group, Learner, NudgePreferences, NudgeState, Plan
from bot.learners.pausing import paused, resumed
from bot.learners.ports import LearnerWork, OpenLearnerWork, Standing
from bot.messages import Address
from bot.registers import Manner

PAUSE = timedelta(days=30)
"""How long a pause lasts when nobody said how long."""


@dataclass(frozen=True)
class Overview:
    """Everything we know about a person, ready to be put into words."""

    known_since: datetime
    channels: tuple[str, ...]
    wish: str | None
    interests: tuple[str, ...]
    place: str | None
    nudges: NudgePreferences
    plan: Plan | None
    log_lines: int
    manner: Manner = field(default_factory=Manner)
    groups: frozenset[Group] = frozenset()
    barrier: Barrier | None = None
    reminders: Sequence[Standing] = ()
    """What is still to come, soonest first."""


class RightsService:
    """Carries out rights at once. ``erase`` and ``expire`` may be repeated without harm."""

    def __init__(self, open_work: OpenLearnerWork, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def stop(self, learner_id: str) -> Learner:
        """Stop all nudges and reminders and withdraw the consent; raises UnknownLearner."""
        with self._open_work() as work:
            return self._stop(work, learner_id)

    def has_reminders(self, learner_id: str) -> bool:
        """Return whether a stop would take reminders away as well."""
        with self._open_work() as work:
            return work.reminders.are_planned(learner_id)

    def blocked(self, address: Address) -> None:
        """The person blocked us at ``address``: write there no more; without another address that counts as a stop."""
        with self._open_work() as work:
            learner = work.learners.by_address(address)
            if learner is None:
                return
            work.learners.mark_gone(address, self._clock())
            if not work.learners.addresses(learner.id):
                self._stop(work, learner.id)

    def pause(self, learner_id: str, until: datetime | None = None) -> Learner:
        """Hold nudges and reminders back before ``until``, else for ``PAUSE``; whoever did not switch nudges on stays as they were.

        A reminder that is asked for during the pause comes at its own moment. Raises UnknownLearner.
        """
        with self._open_work() as work:
            return self._hold(work, learner_id, until or self._clock() + PAUSE)

    def hold(self, learner_id: str) -> Learner:
        """Hold nudges back before the person says more, and reminders as in a pause; otherwise the same as ``pause``."""
        with self._open_work() as work:
            return self._hold(work, learner_id, None)

    def resume(self, learner_id: str) -> Learner:
        """End a pause. After a stop nothing changes: that needs a new yes. Raises UnknownLearner."""
        with self._open_work() as work:
            learner = change(work, learner_id, lambda learner: replace(learner, nudges=resumed(learner.nudges)))
            work.reminders.release(learner_id)
            return learner

    def overview(self, learner_id: str) -> Overview:
        """Return what we know; raises UnknownLearner."""
        with self._open_work() as work:
            learner = work.learners.by_id(learner_id)
            if learner is None:
                raise UnknownLearner
            return Overview(
                known_since=learner.created_at,
                channels=tuple(dict.fromkeys(address.channel for address in work.learners.addresses(learner_id))),
                wish=learner.wish,
                interests=learner.interests,
                place=learner.place,
                nudges=learner.nudges,
                plan=work.plans.newest(learner_id),
                log_lines=work.logbook.count(learner_id),
                manner=learner.manner,
                groups=learner.groups,
                barrier=learner.barrier,
                reminders=work.reminders.planned(learner_id),
            )

    def export(self, learner_id: str) -> dict[str, list[dict[str, Any]]]:
        """Return every stored row about the person per table, readable and fit for JSON; empty for someone unknown."""
        with self._open_work() as work:
            return work.personal_data.export(learner_id)

    def erase(self, learner_id: str) -> dict[str, int]:
        """Delete everything about the person now; returns rows deleted per table, empty when there was nothing."""
        with self._open_work() as work:
            return work.personal_data.erase(learner_id)

    def expire(self) -> dict[str, int]:
        """Delete everything that was kept long enough; returns rows deleted per table."""
        total: Counter[str] = Counter()
        while batch := self._expire_batch():
            total.update(batch)
        return dict(total)

    def _hold(self, work: LearnerWork, learner_id: str, until: datetime | None) -> Learner:
        learner = change(work, learner_id, lambda learner: replace(learner, nudges=paused(learner.nudges, until)))
        if learner.nudges.state is NudgeState.PAUSED:
            work.reminders.hold(learner_id, until or self._clock() + PAUSE)
        return learner

    def _stop(self, work: LearnerWork, learner_id: str) -> Learner:
        now = self._clock()
        learner = change(work, learner_id, _stopped)
        work.consents.withdraw(learner_id, NUDGES, now)
        work.reminders.cancel_all(learner_id, now)
        return learner

    def _expire_batch(self) -> dict[str, int]:
        # One transaction per batch: a long one would keep everybody else waiting.
        with self._open_work() as work:
            return work.personal_data.expire(self._clock())


def _stopped(learner: Learner) -> Learner:
    return replace(learner, nudges=replace(learner.nudges, state=NudgeState.STOPPED, paused_until=None))
