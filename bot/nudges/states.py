"""Changes in whether a person wants nudges, inside a transaction that is open already."""

from dataclasses import replace
from datetime import datetime

from bot.learners.consent import NUDGES
from bot.learners.models import Learner, NudgePreferences, NudgeState
from bot.learners.pausing import resumed
from bot.metrics import ENDED
from bot.nudges.deciding.answered import paused_for_good, stopped
from bot.nudges.models import DueState, Reason
from bot.nudges.ports import NudgeWork
from bot.nudges.situation import in_pause

_UNWILLING = {NudgeState.UNASKED: Reason.NO_CONSENT, NudgeState.STOPPED: Reason.STOPPED, NudgeState.PAUSED: Reason.PAUSED}


def stop(work: NudgeWork, learner: Learner, now: datetime) -> Learner:
    """Stop all nudges and reminders, withdraw the consent and cancel what was planned."""
    unwilling = keep(work, learner, stopped(learner.nudges))
    work.consents.withdraw(learner.id, NUDGES, now)
    cancel(work, unwilling, now)
    work.reminders.cancel_all(learner.id, now)
    return unwilling


def pause_for_good(work: NudgeWork, learner: Learner) -> Learner:
    """Send nothing more until the person asks for it."""
    return keep(work, learner, paused_for_good(learner.nudges))


def end_pause(work: NudgeWork, learner: Learner, now: datetime) -> Learner:
    """Switch nudges on again when the pause is over; otherwise change nothing."""
    if learner.nudges.state is not NudgeState.PAUSED or in_pause(learner.nudges, now):
        return learner
    return keep(work, learner, resumed(learner.nudges))


def cancel(work: NudgeWork, learner: Learner, now: datetime) -> None:
    """Close the planned row of someone who does not want nudges now."""
    due = work.due_nudges.open_for(learner.id)
    reason = _UNWILLING[learner.nudges.state]
    if due and work.due_nudges.end(due.id, None, DueState.SKIPPED, reason, now):
        ENDED.labels(str(reason)).inc()


def keep(work: NudgeWork, learner: Learner, nudges: NudgePreferences) -> Learner:
    """Save what the person wants from now on, and return them with it."""
    if nudges == learner.nudges:
        return learner
    changed = replace(learner, nudges=nudges)
    work.learners.save(changed)
    return changed
