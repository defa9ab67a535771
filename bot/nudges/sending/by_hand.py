"""A nudge that somebody who runs the product sends to one person: outside the timetable, and it counts for the caps."""

from datetime import datetime
from functools import partial

from bot.clock import Clock
from bot.learners.models import NudgeState
from bot.messages import Reply
from bot.nudges.asking.on_request import best_now
from bot.nudges.deciding.library import Library
from bot.nudges.deciding.timetable import in_quiet_hours
from bot.nudges.isolation import isolated
from bot.nudges.loading import situation_of
from bot.nudges.models import DueNudge, DueState, Occasion, Reason
from bot.nudges.ports import NudgeWork, OpenNudgeWork, Outlet
from bot.nudges.render import message
from bot.nudges.sending.delivery import Ended, Retry, await_turn, deliver
from bot.nudges.situation import Situation, in_pause
from bot.nudges.states import stop


class ByHand:
    """Sends as ``owner``, once: what does not arrive is not tried again.

    The row begins as unknown, which it stays when this process dies before it knows better.
    """

    def __init__(self, open_work: OpenNudgeWork, clock: Clock, outlet: Outlet, owner: str) -> None:
        self._open_work = open_work
        self._clock = clock
        self._outlet = outlet
        self._owner = owner

    def send(self, learner_id: str, *, at_any_hour: bool = False) -> Reason:
        """Send what suits best and return how that ended: ``BY_HAND`` when it arrived, NO_SCRIPT when nothing suits.

        Whoever stopped or has a pause gets nothing, and in quiet hours nobody does but with ``at_any_hour``. Who was never
        asked may get one: the operator answers for it. FAILED when what is stored about the person cannot be read; the log says who.
        """
        prepare = partial(self._prepare, learner_id, at_any_hour=at_any_hour)
        prepared = isolated("by_hand_failed", prepare, lambda: Reason.FAILED, learner=learner_id)
        if isinstance(prepared, Reason):
            return prepared
        due, reply = prepared
        end = _end_of(await_turn(self._outlet, due, self._clock) or deliver(self._outlet, due, reply, self._clock))
        self._record(due, end)
        return end.reason

    def _record(self, due: DueNudge, end: Ended) -> None:
        with self._open_work() as work:
            work.learners.hold(due.learner_id)
            work.due_nudges.end(due.id, self._owner, end.state, end.reason, self._clock())
            learner = work.learners.for_change(due.learner_id) if end.reason is Reason.BLOCKED else None
            if learner:
                stop(work, learner, self._clock())

    def _prepare(self, learner_id: str, *, at_any_hour: bool) -> tuple[DueNudge, Reply] | Reason:
        now = self._clock()
        with self._open_work(lasts=True) as work:
            learner = work.learners.for_change(learner_id)
            if learner is None:
                return Reason.ERASED
            situation = situation_of(work, learner, now)
            refusal = _refusal(situation, now, at_any_hour=at_any_hour)
            return refusal or self._begin(work, situation, now)

    def _begin(self, work: NudgeWork, situation: Situation, now: datetime) -> tuple[DueNudge, Reply] | Reason:
        script = best_now(situation, Library(work.scripts.all()), now)
        if script is None:
            return Reason.NO_SCRIPT
        due = work.due_nudges.begin(situation.learner.id, script, f"{Occasion.BY_HAND} {now.isoformat()}", self._owner, now)
        return (due, message(due, script, situation)) if due else Reason.NO_SCRIPT


def _refusal(situation: Situation, now: datetime, *, at_any_hour: bool) -> Reason | None:
    if situation.preferences.state is NudgeState.STOPPED:
        return Reason.STOPPED
    if in_pause(situation.preferences, now):
        return Reason.PAUSED
    if not situation.reachable:
        return Reason.NO_ADDRESS
    return Reason.QUIET_HOURS if in_quiet_hours(now) and not at_any_hour else None


def _end_of(outcome: Ended | Retry) -> Ended:
    match outcome:
        case Ended(DueState.SENT):
            return Ended(DueState.SENT, Reason.BY_HAND)
        case Ended():
            return outcome
        case Retry():
            return Ended(DueState.NOT_SENT, Reason.FAILED)
