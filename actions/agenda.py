"""What there is to come for somebody: the plan, the reminders and the next nudge, each in a line or two."""

from actions.asides import OWN_WORDS
from actions.turns.base import DuwtjeAction
from actions.turns.moves import Event
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from actions.wording import echo, reminder_lines
from bot.language.moments.agenda import asks_agenda, misses_nudges
from bot.learners.models import NudgeState
from bot.registers import Register

NEXT_NUDGE = "next_nudge"
FEWEST = 2
"""Reminders that are told in easy words."""
SENT = frozenset({NudgeState.ON, NudgeState.PAUSED})


class ActionTellNextNudge(DuwtjeAction):
    """Has the product tell when the next nudge comes."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        turn.effect(NEXT_NUDGE)
        return []


def agenda(turn: Turn) -> Answer | None:
    """Return how to tell what is planned; None when a message does not ask for it."""
    return _tell if turn.loop not in OWN_WORDS and asks_agenda(turn.text) else None


def almost_on(turn: Turn) -> Answer | None:
    """Return how to answer who asks where nudges stay while they are being agreed on; None for anything else."""
    agreed = turn.loop == "nudges_form" and turn.slot("nudges") and not turn.open_nudge
    asks = turn.intent == "ask_next_nudge" or misses_nudges(turn.text)
    return saying("utter_nudges_almost_on", stay=True) if agreed and asks else None


def _tell(turn: Turn) -> list[Event]:
    plan, reminders = turn.services.plans.open(turn.learner.id), turn.services.reminders.list(turn.learner.id)
    nudged = turn.learner.nudges.state in SENT
    if plan:
        turn.say("utter_plan_told", title=plan.item_title, moment=echo(plan.moment))
    if reminders:
        told = reminders[:FEWEST] if turn.register is Register.EASY else reminders
        turn.say("utter_reminders", lines=reminder_lines(turn.texts, told))
    if nudged:
        turn.effect(NEXT_NUDGE)
    elif not plan and not reminders:
        turn.say("utter_nothing_planned")
    return []
