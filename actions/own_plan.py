"""The plan somebody has: shown, moved or taken away in one turn, whatever Rasa made of the order."""

from rasa_sdk.events import SlotSet

from actions.plan import change
from actions.turns.moves import Event, leave, start
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from actions.wording import echo
from bot.language.moments.day_parts import bare_moment, names_a_time
from bot.language.moments.planning import PlanOrder, names_plan, plan_order
from bot.language.small_talk.small_answers import leaves_open
from bot.language.when.reading import find
from bot.learners.models import NudgeState

FORM = "plan_form"
ABOUT_PLAN = ("utter_plan_made", "utter_plan_changed", "utter_plan_shown", "utter_plan_told")
OTHERS = frozenset({"log_form", "reminder_form", "wish_form"})
"""Forms in which words about a plan are their answer, unless they name the plan."""


def own_plan(turn: Turn) -> Answer | None:
    """Return how to do what is asked about the plan; None when nothing is, or when there is none to do it with."""
    if turn.loop == FORM and not turn.open_nudge and leaves_open(turn.text):
        return decline
    order = plan_order(turn.text)
    if order is None or turn.open_nudge or (turn.loop in OTHERS and not names_plan(turn.text)):
        return None
    plan = turn.services.plans.open(turn.learner.id)
    if plan is None:
        return _without_plan(turn, order)
    if order is PlanOrder.MOVE:
        of_another = turn.loop == FORM and turn.slot("chosen") != plan.item_id
        return None if of_another else _move(turn)
    return _show if order is PlanOrder.SHOW else drop


def decline(turn: Turn) -> list[Event]:
    """Take a no to the question of the moment: a plan there was stays, unless it is the plan that they want no more."""
    plan = turn.services.plans.open(turn.learner.id)
    if plan is None or plan.item_id != turn.slot("chosen"):
        return saying("utter_no_plan")(turn)
    if turn.pressed:
        return drop(turn)
    turn.say("utter_plan_stays", title=plan.item_title, moment=echo(plan.moment))
    return leave()


def _show(turn: Turn) -> list[Event]:
    plan = turn.services.plans.open(turn.learner.id)
    if plan:
        turn.say("utter_plan_shown", title=plan.item_title, moment=echo(plan.moment))
    return []


def drop(turn: Turn) -> list[Event]:
    """Take the plan there is away."""
    plan = turn.services.plans.drop(turn.learner.id)
    if plan:
        turn.say("utter_plan_dropped", title=plan.item_title)
    return leave() if turn.loop == FORM else []


def _move(turn: Turn) -> Answer | None:
    """Return how to move the plan. Who gets nudges may mean those, unless the plan is named or was spoken of."""
    of_nudges = turn.learner.nudges.state is NudgeState.ON and not turn.heard(ABOUT_PLAN)
    if of_nudges and not names_plan(turn.text) and turn.loop != FORM:
        return None
    moment = _moment_said(turn)
    return (lambda turn: [*change(turn, moment), *(leave() if turn.loop == FORM else [])]) if moment else _ask_moment


def _ask_moment(turn: Turn) -> list[Event]:
    plan = turn.services.plans.open(turn.learner.id)
    return [SlotSet("chosen", plan.item_id), *start(FORM, "moment")] if plan else []


def _moment_said(turn: Turn) -> str | None:
    """Return the moment in an order, without the order."""
    found = find(turn.text, turn.now)
    if found:
        return turn.text[found.spans[0][0] : found.spans[-1][1]]
    last = bare_moment(turn.text.split()[-1])
    return last if names_a_time(last) else None


def _without_plan(turn: Turn, order: PlanOrder) -> Answer | None:
    if turn.loop == FORM:
        return {PlanOrder.DROP: saying("utter_no_plan"), PlanOrder.SHOW: saying("utter_plan_none", stay=True)}.get(order)
    # "Mijn plan" may ask for one, and "verander naar zondag" may be about something else.
    is_known = order is PlanOrder.DROP or (order is PlanOrder.SHOW and turn.intent != "make_plan")
    return saying("utter_plan_none", stay=True) if is_known and names_plan(turn.text) else None
