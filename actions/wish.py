"""The wish: what a person would like to learn, in their own words."""

import json

from rasa_sdk.events import SlotSet

from actions.base import DuwtjeAction, FormAnswer, FormQuestion
from actions.logbook import ask_to_keep
from actions.moves import Event, start
from actions.searching import forget, keep_wish
from actions.suggestions import ideas_shown
from actions.telling import only_tells_work
from actions.turn import Turn
from actions.zones import CHAT
from bot.language.amounts import place_in_row
from bot.language.hearing import feeling_in
from bot.language.heavy import is_heavy
from bot.language.small_answers import is_about_us, is_sigh, is_wanting

UNSURE = frozenset({"nlu_fallback", *CHAT})
"""What Rasa says about words it does not know as a wish."""
SMALL_TALK = frozenset({"greet", "smalltalk_how_are_you", "ask_bot", "thank"})
"""What is no wish either when Rasa is only half sure of it."""
FEW_WORDS = 2


class ActionAskWish(FormQuestion):
    """Asks what someone feels like."""

    slot = "wish"


class ValidateWishForm(FormAnswer):
    """Takes any words as the wish."""

    def is_answer(self, turn: Turn) -> bool:
        return _idea(turn) is not None or super().is_answer(turn)

    def read(self, turn: Turn, slot: str) -> str | None:
        if idea := _idea(turn):
            return idea
        words = turn.said_or_chosen
        if is_sigh(words) or only_tells_work(turn):
            return None
        if turn.intent in UNSURE and (is_heavy(words) or is_about_us(words) or self._says_little(turn, words) or self._sighs(turn, words)):
            return None
        if turn.intent in SMALL_TALK and not is_wanting(words) and not turn.topics:
            return None
        return words if any(sign.isalpha() for sign in words) else None

    def _sighs(self, turn: Turn, words: str) -> bool:
        return feeling_in(words) is not None and not is_wanting(words) and not turn.services.interests.tags_in(words)

    def _says_little(self, turn: Turn, words: str) -> bool:
        return len(words.split()) <= FEW_WORDS and not turn.services.interests.tags_in(words)


def _idea(turn: Turn) -> str | None:
    """Return the idea that a number points at, when ideas to choose from were offered."""
    place = place_in_row(turn.text) if len(turn.text.split()) <= FEW_WORDS + 1 else None
    ideas = ideas_shown(turn) if place else []
    if place is None or not 0 < place <= len(ideas):
        return None
    _, _, entities = ideas[place - 1]["payload"].replace("{{", "{").replace("}}", "}").partition("/give_wish")
    return str(json.loads(entities)["interest"]) if entities else None


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
        return keep_wish(turn, turn.said_or_chosen, {}) if turn.said_or_chosen else start("wish_form", "wish")


class ActionChangeWish(DuwtjeAction):
    """Takes another wish, or asks for it when it was not told."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.services.interests.tags_in(turn.said_or_chosen):
            return keep_wish(turn, turn.said_or_chosen, {})
        turn.say("utter_change_wish")
        return [*forget(), *start("wish_form", "wish")]
