"""What happens when a person presses a button under a nudge."""

from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.learners.models import EVERY_DAYS, Learner
from bot.messages import Reply
from bot.nudges.deciding.answered import after_answer, answered
from bot.nudges.deciding.declining import LATELY, declines, wants_fewer
from bot.nudges.experiment.plan import COUNTS_WITHIN
from bot.nudges.history import History, sent_moment
from bot.nudges.models import After, DueNudge, Script, ScriptButton
from bot.nudges.planner import Planner
from bot.nudges.ports import NudgeWork, OpenNudgeWork
from bot.nudges.states import keep, stop
from bot.nudges.wording import worded

_ABOUT_FEWER = (After.LESS_OFTEN, After.STOP)
"""Whoever does this needs no offer of fewer."""


@dataclass(frozen=True)
class NudgeAnswer:
    """What to say, and how the conversation goes on. All empty when the button means nothing (any more)."""

    reply: Reply | None = None
    ask: str | None = None
    """Intent to hand to Rasa after the reply."""
    interest: str | None = None
    """Topic the person chose with the button."""
    offer_fewer: bool = False
    """Whether to ask if fewer nudges would be better: they said no twice lately."""


class Answers:
    """Takes answers. The same button twice gives the same answer and changes nothing the second time."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock, planner: Planner) -> None:
        self._open_work = open_work
        self._clock = clock
        self._planner = planner

    def answer(self, learner_id: str, due_id: int, index: int) -> NudgeAnswer:
        """Record the answer, do what the button does, and return what to say; somebody else's button means nothing."""
        now = self._clock()
        with self._open_work() as work:
            learner = work.learners.for_change(learner_id)
            due = work.due_nudges.by_id(due_id)
            if learner is None or due is None or due.learner_id != learner_id or not due.may_have_arrived:
                return NudgeAnswer()
            script = work.scripts.version(due.script_id, due.version)
            button = _button(script, index)
            if script is None or button is None:
                return NudgeAnswer()
            is_new = due.answer != button.label
            if is_new:
                self._apply(work, learner, due, button, now)
            fewer = is_new and button.then.do not in _ABOUT_FEWER and self._wants_fewer(work, learner, due_id, now)
            # Left out of these words, yet pressed: they changed how we speak since the nudge came.
            shown = worded(script, learner.register).button(index)
            return NudgeAnswer(Reply(shown.say if shown else button.then.say), button.then.ask, button.then.interest, fewer)

    def _wants_fewer(self, work: NudgeWork, learner: Learner, due_id: int, now: datetime) -> bool:
        if learner.nudges.every_days == EVERY_DAYS[-1]:
            return False
        history = History(work.due_nudges.of(learner.id, now - LATELY - LATELY))
        return wants_fewer(history, due_id, now)

    def _apply(self, work: NudgeWork, learner: Learner, due: DueNudge, button: ScriptButton, now: datetime) -> None:
        in_time = now - sent_moment(due) <= COUNTS_WITHIN
        row = answered(due, button, now)
        work.due_nudges.answer(due.id, button.label, now, row.quiet_until, taken_up=_takes_up(button) if in_time else None)
        stops = button.then.do is After.STOP
        learner = stop(work, learner, now) if stops else keep(work, learner, after_answer(learner.nudges, button))
        self._planner.replan(work, learner, now)


def _takes_up(button: ScriptButton) -> bool:
    return button.then.do is None and not declines(button.label)


def _button(script: Script | None, index: int) -> ScriptButton | None:
    return script.buttons[index] if script and 0 <= index < len(script.buttons) else None
