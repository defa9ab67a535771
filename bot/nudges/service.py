"""Everything about ontwikkelduwtjes that the rest of the product needs, in one place."""

import os
import secrets
import socket

from bot.clock import Clock
from bot.messages import Reply
from bot.nudges.asking.answering import Answers, NudgeAnswer
from bot.nudges.asking.looking import Looking, NextNudge, OpenNudge, Why, WhyNot, WhyReminder
from bot.nudges.asking.on_request import OnRequest
from bot.nudges.asking.taking_part import TakingPart
from bot.nudges.experiment.lessons import Lessons
from bot.nudges.models import Reason
from bot.nudges.planner import BATCH, Planner
from bot.nudges.ports import OpenNudgeWork, Outlet
from bot.nudges.sending.by_hand import ByHand
from bot.nudges.sending.sender import MOST_ROWS, MOST_SECONDS, Pace, Sender, TickReport


class NudgeService:
    """Plans, sends and answers nudges. May run in several processes at once."""

    def __init__(
        self,
        open_work: OpenNudgeWork,
        clock: Clock,
        outlet: Outlet,
        owner: str | None = None,
        pace: Pace | None = None,
        lessons: Lessons | None = None,
    ) -> None:
        self._planner = Planner(open_work, clock, lessons or Lessons())
        name = owner or _new_owner()
        self._sender = Sender(open_work, clock, outlet, self._planner, name, pace or Pace())
        self._by_hand = ByHand(open_work, clock, outlet, name)
        self._answers = Answers(open_work, clock, self._planner)
        self._on_request = OnRequest(open_work, clock)
        self._looking = Looking(open_work, clock, self._planner)
        self._taking_part = TakingPart(open_work, clock, self._planner)

    def plan_missing(self, limit: int = BATCH) -> int:
        """Plan for whoever wants nudges and has none planned, and take away plans that no longer hold; return how many people."""
        return self._planner.plan_missing(limit)

    def replan(self, learner_id: str) -> None:
        """Plan anew what waits for this person: they changed when nudges may come. Nothing happens for nobody we know."""
        self._planner.plan_anew(learner_id)

    def sweep(self) -> None:
        """Find whoever needs planning and was forgotten. Reads every learner, so once a day is enough."""
        self._planner.sweep()

    def send_due(self, most: int = MOST_ROWS, seconds: float = MOST_SECONDS) -> TickReport:
        """Send what is due; at most ``most`` rows, within about ``seconds``."""
        return self._sender.send_due(most, seconds)

    def send_now(self, learner_id: str) -> Reply | None:
        """Return a nudge the person asked for, recorded as sent; the caller sends it. None when nothing suits."""
        return self._on_request.send_now(learner_id)

    def send_by_hand(self, learner_id: str, *, at_any_hour: bool = False) -> Reason:
        """Send a nudge that the person did not ask for, now; return ``BY_HAND`` when it arrived, otherwise why not."""
        return self._by_hand.send(learner_id, at_any_hour=at_any_hour)

    def answer(self, learner_id: str, due_id: int, index: int) -> NudgeAnswer:
        """Take the press of button ``index`` under nudge ``due_id``."""
        return self._answers.answer(learner_id, due_id, index)

    def why(self, learner_id: str) -> Why | WhyReminder | None:
        """Return why the latest nudge or reminder came."""
        return self._looking.why(learner_id)

    def why_not(self, learner_id: str) -> WhyNot | None:
        """Return why a nudge that was meant to come after that did not."""
        return self._looking.why_not(learner_id)

    def next_for(self, learner_id: str) -> NextNudge | None:
        """Return when the next nudge comes."""
        return self._looking.next_for(learner_id)

    def open_nudge(self, learner_id: str) -> OpenNudge | None:
        """Return the latest nudge when it is unanswered."""
        return self._looking.open_nudge(learner_id)

    def takes_part(self, learner_id: str) -> bool | None:
        """Return whether this person takes part in the experiment with choosing; None when there is none for them."""
        return self._taking_part.takes_part(learner_id)

    def leave_experiment(self, learner_id: str) -> bool | None:
        """Keep this person out of the experiment; return as ``takes_part``. Raises UnknownLearner."""
        return self._taking_part.leave(learner_id)

    def join_experiment(self, learner_id: str) -> bool | None:
        """Let this person take part again; return as ``takes_part``. Raises UnknownLearner."""
        return self._taking_part.join(learner_id)


def _new_owner() -> str:
    return f"{socket.gethostname()[:32]}-{os.getpid()}-{secrets.token_hex(4)}"
