"""The wish: what a person would like to learn, in their own words."""

import json
from collections.abc import Mapping
from typing import Any

from rasa_sdk.events import SlotSet

from actions.logbook import ask_to_keep
from actions.misunderstood import STEPS, ActionRephrase, ask_topic, times_in_a_row, was_lost, was_said
from actions.searching import forget, keep_wish
from actions.suggestions import IDEAS, ideas_shown, offer_ideas
from actions.telling import only_tells_work
from actions.turns.base import DuwtjeAction, FormAnswer, FormQuestion
from actions.turns.moves import Event, start
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from actions.wishing import is_new_to_us, own_words, wish_of
from bot.language.moments.planning import is_planning_to_learn
from bot.language.numbers.amounts import place_in_row
from bot.language.small_talk.small_answers import is_wanting
from bot.language.wishes.own_words import asks_of_us, on_second_thoughts, says_wanted, wish_in

FEW_WORDS, A_SUBJECT = 2, 5
MAY_BE_SUBJECT = frozenset({"give_wish", "change_wish", "find_course", "ask_proof", "ask_details", "nlu_fallback", "out_of_scope"})
"""What Rasa makes of the subject of a course."""
NO_WISH_YET = (None, "wish_form")
"""Where ideas take the place of nothing."""
SECOND_THOUGHTS_IN = ("wish_form", "plan_form")
"""Forms in which "vergeet wat ik zei, ik wil lassen" is about what somebody wants to learn."""


class ActionAskWish(FormQuestion):
    """Asks what someone feels like."""

    slot = "wish"


class ValidateWishForm(FormAnswer):
    """Takes words that are a wish."""

    def is_answer(self, turn: Turn) -> bool:
        return idea_of(turn) is not None or super().is_answer(turn)

    def read(self, turn: Turn, slot: str) -> str | None:
        if idea := idea_of(turn):
            return idea
        return None if only_tells_work(turn) else wish_of(turn)


def idea_of(turn: Turn) -> str | None:
    """Return the idea that a number points at, when ideas to choose from were offered."""
    _, _, entities = _button_of(turn).partition("/give_wish")
    return str(json.loads(entities)["interest"]) if entities else None


def points_beside_ideas(turn: Turn) -> bool:
    """Whether a number points at the last of the ideas that were offered, which asks for others."""
    return bool(_button_of(turn)) and idea_of(turn) is None


def _button_of(turn: Turn) -> str:
    """Return what the button means that a number points at, when ideas to choose from were offered; empty when it points at none."""
    place = place_in_row(turn.text) if len(turn.text.split()) <= FEW_WORDS + 1 else None
    ideas = ideas_shown(turn) if place else []
    return ideas[place - 1]["payload"] if place and 0 < place <= len(ideas) else ""


def ask_whether(turn: Turn) -> list[Event]:
    """Ask whether that is what somebody wants to learn: a yes or the same words keep it; other unknown words get another answer."""
    times = times_in_a_row(turn, _was_new) if turn.loop in NO_WISH_YET and not turn.open_nudge else 0
    if not times:
        return ask_topic(turn, own_words(turn, turn.text))
    if times == 1:
        return offer_ideas(turn)
    turn.say(STEPS[min(times, len(STEPS)) - 1])
    return []


def _was_new(event: Mapping[str, Any]) -> bool:
    return was_lost(event) or was_said(event, ("utter_ask_topic", IDEAS))


def wish_after_all(turn: Turn) -> Answer | None:
    """Return how to keep the wish that follows on "weet niet" or "vergeet wat ik zei"; None when none does."""
    named = on_second_thoughts(turn.text)
    if named is None or turn.open_nudge or turn.loop not in (None, *SECOND_THOUGHTS_IN) or wish_in(named) is None:
        return None
    is_wish = says_wanted(named) or turn.services.interests.tags_in(named)
    return (lambda turn: [SlotSet("wish", None), *keep_wish(turn, named, {})]) if is_wish else None


def names_subject(turn: Turn) -> bool:
    """Whether it names the subject of the course that we asked for: "voor schoonmaak diploma" is no question about proof."""
    if turn.asked != "utter_ask_subject" or turn.intent not in MAY_BE_SUBJECT or turn.text.endswith("?") or turn.open_nudge:
        return False
    return bool(turn.topics) or (len(turn.text.split()) <= A_SUBJECT and wish_in(turn.text) is not None)


def names_planning(turn: Turn) -> bool:
    """Whether planning is what somebody wants to learn: that makes no plan."""
    no_plan_now = turn.loop in (None, "wish_form") and not turn.open_nudge and not turn.text.endswith("?")
    return no_plan_now and turn.intent == "make_plan" and is_planning_to_learn(turn.text, asked=turn.loop == "wish_form")


def keep_subject(turn: Turn) -> list[Event]:
    """Keep it as the wish and look for courses about it."""
    return [SlotSet("wish", None), *keep_wish(turn, turn.text, turn.slot("limits") or {})]


class ActionKeepWish(DuwtjeAction):
    """Keeps the wish and looks for something that suits."""

    def answer(self, turn: Turn) -> list[Event]:
        return [SlotSet("wish", None), *keep_wish(turn, str(turn.slot("wish")), turn.slot("limits") or {})]


class ActionGiveWish(DuwtjeAction):
    """Takes a wish that was told without being asked."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.open_nudge and len(turn.text.split()) > FEW_WORDS and not is_wanting(turn.text):
            # A nudge may have asked for a memory: that must not become the wish.
            return ask_to_keep(turn)
        if turn.loop == "plan_form" and turn.text and not turn.topics and not says_wanted(turn.text):
            # One word while a moment is asked for: it may be about something else.
            return ask_whether(turn)
        if wish := wish_of(turn):
            return keep_wish(turn, wish, {})
        if asks_of_us(turn.text):
            return saying("utter_not_mine", stay=True)(turn)
        if is_new_to_us(turn):
            return ask_whether(turn)
        return ActionRephrase().answer(turn) if turn.loop else start("wish_form", "wish")


class ActionChangeWish(DuwtjeAction):
    """Takes another wish, or asks for it when it was not told."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.services.interests.tags_in(turn.said_or_chosen):
            return keep_wish(turn, turn.said_or_chosen, {})
        turn.say("utter_change_wish")
        return [*forget(), *start("wish_form", "wish")]
