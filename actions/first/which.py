"""Which of a list somebody means, or asks about, by what it has: "die gratis", "die in tilburg", "welke is het dichtst bij"."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rasa_sdk.events import SlotSet

from actions import wording
from actions.choosing import choose
from actions.places import hear_place
from actions.searching import NARROWER, shown_items, within
from actions.suggestions import is_about_a_list
from actions.turns.moves import Event
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from bot.catalogue.features import NEAREST, PLACE, Feature
from bot.catalogue.models import Delivery, Item
from bot.language.lists.which import asks_which
from bot.language.numbers.amounts import place_in_row
from bot.language.small_talk.small_answers import is_asking, is_pointing

FEW_WORDS = 7
Tell = Callable[[Turn, Item], str]


def which_of_them(turn: Turn) -> Answer | None:
    """Return how to answer who points at what has a feature, or asks which has it; None when the message does neither."""
    if not is_about_a_list(turn) or turn.topics or len(turn.text.split()) > FEW_WORDS or place_in_row(turn.text):
        return None
    asks, points = asks_which(turn.text), is_pointing(turn.text) and not is_asking(turn.text)
    feature = turn.services.suggestions.feature(shown_items(turn), turn.text, turn.learner.place) if asks or points else None
    if feature is None:
        return None
    if points and not asks and len(feature.items) == 1:
        return lambda turn: choose(turn, feature.items[0])
    return (lambda turn: _tell(turn, feature)) if feature.items else _none(feature)


def _tell(turn: Turn, feature: Feature) -> list[Event]:
    """Show those that have it, under the numbers they have in the list."""
    shown = shown_items(turn)
    numbered = [(shown.index(item) + 1, item) for item in feature.items][: turn.most_buttons - 1]
    facts = TOLD.get(feature.name, _where)
    lines = "\n".join(wording.line(turn.texts, item, number, facts(turn, item)) for number, item in numbered)
    response = "utter_ask_that_one" if len(numbered) == 1 else "utter_ask_which_of_these"
    lead = turn.texts(f"which_{feature.name}", place=feature.place)
    turn.offer(response, _buttons(turn, [number for number, _ in numbered]), lead=lead, lines=lines)
    return [SlotSet("chosen", numbered[0][1].id)] if len(numbered) == 1 else []


def _buttons(turn: Turn, numbers: Sequence[int]) -> list[Mapping[str, str]]:
    """Return a button for each of ``numbers``, about one a yes; and one for something else."""
    yes, something_else = turn.buttons("utter_ask_this_one")[:2]
    titles = {number: yes["title"] if len(numbers) == 1 else str(number) for number in numbers}
    return [*({"title": title, "payload": f'/pick_option{{"ordinal": "{number}"}}'} for number, title in titles.items()), something_else]


def _none(feature: Feature) -> Answer:
    """Return how to say that none of them has it, and to look for what does."""
    if feature.name == NEAREST:
        return saying("utter_where_to_look_from", stay=True)

    def answer(turn: Turn) -> list[Event]:
        turn.say("utter_none_of_these", lead=turn.texts(f"which_none_{feature.name}", place=feature.place))
        return hear_place(turn) if feature.name == PLACE else within(turn, INSTEAD[feature.name])

    return answer


def _where(turn: Turn, item: Item) -> str:
    nearest = turn.services.suggestions.nearest(item, turn.learner.place)
    return wording.away(turn.texts, wording.place(turn.texts, item, [nearest.spot] if nearest.spot else ()), nearest.kilometres)


TOLD: Mapping[str, Tell] = {
    **dict.fromkeys(("free", "cheapest"), lambda turn, item: wording.price(turn.texts, item)),
    **dict.fromkeys(("shortest", "longest", "easiest"), lambda turn, item: wording.time(turn.texts, item)),
}
"""What is told of each for a feature; of the others where it is."""
INSTEAD: Mapping[str, Mapping[str, Any]] = {
    "free": {"price": 0},
    "online": {"deliveries": [Delivery.ONLINE]},
    "home": {"deliveries": [Delivery.HOME, Delivery.ONLINE, Delivery.SELF]},
    "work": {"deliveries": [Delivery.WORKPLACE]},
    "near": NARROWER["stay_in"],
}
"""Within what we look when nothing shown has it."""
