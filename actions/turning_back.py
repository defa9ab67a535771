"""Going back to what was shown before: "terug naar die met hout", "het vorige lijstje"."""

from functools import partial

from rasa_sdk.events import SlotSet

from actions.earlier_lists import Kept, lists_of
from actions.searching import forget, item_called, remember, suggest
from actions.turns.moves import Event, leave
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from actions.wording import echo
from bot.catalogue.models import Item
from bot.language.lists.turning_back import asks_previous, turns_back_to

LOOPS = (None, "plan_form")


def turning_back(turn: Turn) -> Answer | None:
    """Return how to show again what somebody goes back to; None when they do not, or when nothing like it was shown."""
    lists = lists_of(turn)
    if not lists or turn.loop not in LOOPS or turn.open_nudge:
        return None
    if asks_previous(turn.text):
        return lambda turn: _show(turn, lists[1 if len(lists) > 1 else 0])
    words = turns_back_to(turn.text)
    return _to_what_it_names(turn, words) if words else None


def _to_what_it_names(turn: Turn, words: str) -> Answer | None:
    for kept in lists_of(turn):
        if set(turn.services.interests.tags_in(words)) & set(turn.services.interests.tags_in(kept["wish"])):
            return partial(_show, kept=kept)
        items = [item for item_id in kept["shown"] if (item := item_called(turn, item_id))]
        item = turn.services.suggestions.find(items, words, turn.learner.place)
        if item:
            return partial(_offer, kept=kept, item=item)
    return None


def _show(turn: Turn, kept: Kept) -> list[Event]:
    """Look again for that wish."""
    remember(turn, kept["wish"])
    turn.say("utter_back_to", wish=echo(kept["wish"]))
    return [*leave(), *forget(), *suggest(turn, limits=None)]


def _offer(turn: Turn, kept: Kept, item: Item) -> list[Event]:
    """Ask whether that one is wanted, and go back to its wish."""
    remember(turn, kept["wish"])
    turn.say("utter_ask_this_one", title=item.title)
    return [*leave(), SlotSet("shown", [item.id]), SlotSet("chosen", item.id)]
