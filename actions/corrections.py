"""Corrections: "nee, Almere", "niet lassen maar schilderen", "ik bedoelde donderdag". What was said last decides what they change."""

from collections.abc import Callable

from rasa_sdk.events import SlotSet

from actions.choosing import ActionPickOption, ask_which, choose
from actions.places import hear_place
from actions.plan import ActionMakePlan, change
from actions.rhythm import ActionChangeFrequency, ActionChangeMoment
from actions.searching import keep_wish, refine, shown_items
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from bot.language.moments.day_parts import (
    bare_moment,
    cannot_then,
    is_after_work,
    is_only_a_moment,
    names_a_day,
    names_a_time,
    part_of_day_in,
    prefers_then,
)
from bot.language.moments.refused_days import wanted_day_in
from bot.language.moments.rhythms import every_days_in
from bot.language.numbers.amounts import place_in_row
from bot.language.when.reading import when
from bot.language.wishes.corrections import instead, means_the_other
from bot.learners.models import NudgeState

Reading = Callable[[Turn, str], Answer | None]
FEW_WORDS, A_SENTENCE = 4, 8
ABOUT_PLAN = ("utter_plan_made", "utter_plan_changed")
ABOUT_RHYTHM = ("utter_nudges_on", "utter_nudges_experiment", "utter_rhythm_changed", "utter_moment_changed", "utter_weekday_changed")
MOMENTS = frozenset({"give_moment", "change_moment", "nlu_fallback"})
WISHES = ("utter_wish_kept", "utter_suggestions_", "utter_nothing_")


def correction(turn: Turn) -> Answer | None:
    """Return how to answer when the message corrects what was just agreed; None when it does not."""
    if not turn.text or turn.open_nudge:
        return None
    if turn.heard(ABOUT_PLAN) and cannot_then(turn.text):
        return ActionMakePlan().answer
    meant = instead(turn.text) or _other_moment(turn) or (turn.text if means_the_other(turn.text) else None)
    if meant is None:
        return None
    return next((answer for read in READINGS if (answer := read(turn, meant)) is not None), None)


def _other_moment(turn: Turn) -> str | None:
    """Return what was typed when it is a moment right after one was agreed: "om 9 uur", "donderdag kan ik beter"."""
    prefers = prefers_then(turn.text)
    if len(turn.text.split()) > (A_SENTENCE if prefers else FEW_WORDS) or turn.text.endswith("?"):
        return None
    is_moment = turn.intent in MOMENTS and (names_a_day(turn.text) or prefers) and every_days_in(turn.text) is None
    of_plan = turn.heard(ABOUT_PLAN) and is_moment
    of_rhythm = turn.heard(ABOUT_RHYTHM) and (prefers or _is_moment_for_nudges(turn))
    return bare_moment(turn.text) if of_plan or of_rhythm else None


def _is_moment_for_nudges(turn: Turn) -> bool:
    """Whether it names a day of the week, or a part of every day: "morgen in de pauze" is about one day."""
    every_day = part_of_day_in(turn.text) is not None and not names_a_day(turn.text)
    of_nudges = every_day or wanted_day_in(turn.text) is not None
    return of_nudges and (turn.intent in MOMENTS or is_only_a_moment(turn.text))


def _of_plan(turn: Turn, meant: str) -> Answer | None:
    if not turn.heard(ABOUT_PLAN) or not (names_a_time(meant) or when(meant, turn.now)):
        return None
    return lambda turn: change(turn, meant)


def _of_choice(turn: Turn, meant: str) -> Answer | None:
    listed = place_in_row(meant)
    if (
        listed is None
        or len(meant.split()) > FEW_WORDS
        or not -1 <= listed <= len(shown_items(turn))
        or turn.loop not in (None, "plan_form")
    ):
        return None
    return ActionPickOption().answer


def _of_other(turn: Turn, meant: str) -> Answer | None:
    """The one that was not taken; of more we ask which."""
    chosen, items = turn.slot("chosen"), shown_items(turn)
    others = [item for item in items if item.id != chosen]
    if not chosen or not others or turn.loop not in (None, "plan_form") or not means_the_other(meant):
        return None
    return (lambda turn: choose(turn, others[0])) if len(others) == 1 else lambda turn: ask_which(turn, items)


def _of_rhythm(turn: Turn, meant: str) -> Answer | None:
    if not turn.heard(ABOUT_RHYTHM) or turn.learner.nudges.state is not NudgeState.ON:
        return None
    if every_days_in(meant) is not None:
        return ActionChangeFrequency().answer
    return ActionChangeMoment().answer if part_of_day_in(meant) or is_after_work(meant) or wanted_day_in(meant) is not None else None


def _of_place(turn: Turn, meant: str) -> Answer | None:
    of_wish, planning = turn.heard(WISHES), turn.loop == "plan_form"
    if not (of_wish or planning) or len(meant.split()) > FEW_WORDS or not turn.services.suggestions.read(meant).place:
        return None
    return hear_place if planning else lambda turn: refine(turn) or []


def _of_wish(turn: Turn, meant: str) -> Answer | None:
    if not (turn.heard(WISHES) or turn.loop in ("plan_form", "wish_form")) or not turn.services.interests.tags_in(meant):
        return None
    return lambda turn: [SlotSet("wish", None), *keep_wish(turn, meant, {})]


READINGS: tuple[Reading, ...] = (_of_plan, _of_rhythm, _of_choice, _of_other, _of_place, _of_wish)
"""What a correction may be about, the surest first."""
