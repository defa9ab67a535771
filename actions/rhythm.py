"""How often and when nudges come."""

from actions import nudges
from actions.nudge_moment import choose_part, keep_shift
from actions.plan import ActionMakePlan
from actions.rhythm_wording import part, rhythm, weekday
from actions.turns.base import DuwtjeAction
from actions.turns.moves import Event
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from bot.language.moments.day_parts import clocks_in, is_after_work, is_only_a_moment, part_meant_in
from bot.language.moments.planning import plan_order
from bot.language.moments.refused_days import wanted_day_in
from bot.language.moments.rhythms import LADDER, every_days_in, slower, step
from bot.language.small_talk.small_answers import has_no_preference
from bot.learners.models import DayPart, Learner, NudgeState

WANTED = (NudgeState.ON, NudgeState.PAUSED)
ABOUT_WHEN = (
    "utter_ask_which_part",
    "utter_moment_changed",
    "utter_weekday_changed",
    "utter_nudges_on",
    "utter_any_moment",
)
"""After these a moment and nothing else is that of the nudges."""
FEW_WORDS = 5


class ActionChangeFrequency(DuwtjeAction):
    """Changes how often."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        learner = turn.learner
        if turn.loop == nudges.FORM:
            return []
        if learner.nudges.state not in WANTED:
            return off(turn)
        days = _days(turn.said_or_chosen, learner.nudges.every_days)
        if days is None:
            turn.say("utter_ask_how_often", rhythm=rhythm(turn.texts, learner.nudges))
            return []
        changed = turn.services.profile.set_rhythm(learner.id, every_days=min(max(days, LADDER[0]), LADDER[-1]))
        turn.say(_response(days), rhythm=rhythm(turn.texts, changed.nudges))
        return []


class ActionChangeMoment(DuwtjeAction):
    """Changes when."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.loop == nudges.FORM:
            return []
        if turn.asked == "utter_not_done" or (turn.learner.nudges.state not in WANTED and _has_plan(turn)):
            return ActionMakePlan().answer(turn)
        if turn.learner.nudges.state not in WANTED:
            return off(turn)
        if keep_shift(turn):
            _tell(turn, turn.learner, turn.learner.nudges.shift)
            return []
        told = turn.said_or_chosen
        named, day = _part_in(told), wanted_day_in(told)
        if named is None and day is None and has_no_preference(told):
            turn.services.profile.any_moment(turn.learner.id)
            turn.say("utter_any_moment")
            return []
        if named is None and len(clocks_in(told)) > 1:
            choose_part(turn, clocks_in(told))
            return []
        if named is None and day is None:
            turn.say("utter_ask_which_part")
            return []
        learner = turn.services.profile.set_rhythm(turn.learner.id, part=DayPart(named) if named else None, weekday=day)
        _tell(turn, learner, named)
        return []


def moment_of_nudges(turn: Turn) -> Answer | None:
    """Return how to take a moment that is said right after the one of the nudges was asked or told; None for anything else."""
    heard = turn.heard(ABOUT_WHEN) and not turn.loop and not turn.open_nudge and turn.learner.nudges.state in WANTED
    short = len(turn.text.split()) <= FEW_WORDS and not turn.text.endswith("?")
    names_one = is_only_a_moment(turn.text) or bool(clocks_in(turn.text)) or is_after_work(turn.text)
    return ActionChangeMoment().answer if heard and short and names_one and plan_order(turn.text) is None else None


def _part_in(told: str) -> str | None:
    return part_meant_in(told) or (DayPart.AVOND.value if is_after_work(told) else None)


def _has_plan(turn: Turn) -> bool:
    plan = turn.services.plans.newest(turn.learner.id)
    return plan is not None and plan.done_at is None


def off(turn: Turn) -> list[Event]:
    """Say that no nudges come, and ask whether they may."""
    turn.say("utter_nudges_are_off")
    return nudges.ask(turn)


def _days(told: str, now: int) -> int | None:
    direction, days = slower(told), every_days_in(told)
    if direction is None or (days is not None and (days > now) == direction):
        return days
    # "Nu elke week, kan het minder?": the number tells how it is, not how it should be.
    nearest = step(now, direction)
    return (LADDER[-1] + 1 if direction else LADDER[0] - 1) if nearest == now else nearest


def _response(days: int) -> str:
    if days < LADDER[0]:
        return "utter_rhythm_most"
    return "utter_rhythm_least" if days > LADDER[-1] else "utter_rhythm_changed"


def _tell(turn: Turn, learner: Learner, named: str | None) -> None:
    if named or learner.nudges.weekday is None:
        turn.say("utter_moment_changed", part=part(turn.texts, learner.nudges))
    else:
        turn.say("utter_weekday_changed", day=weekday(turn.texts, learner.nudges.weekday))
