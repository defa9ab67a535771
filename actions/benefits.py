"""Who has a benefit asks UWV or the gemeente before they enrol anywhere: otherwise the benefit may stop."""

from collections.abc import Sequence

from rasa_sdk.events import SlotSet

from actions.scheme_lines import office_names
from actions.turns.moves import Event
from actions.turns.turn import Turn
from bot.catalogue.models import Item
from bot.catalogue.money.choosing import offices
from bot.catalogue.money.models import Answers, Benefit, Office, Situation
from bot.language.person.money import own_benefit_in

SITUATION = "money_situation"
"""The slot that holds what somebody lives on, for this talk."""


def offices_first(turn: Turn, offices: Sequence[Office]) -> None:
    """Say whom to ask first, when there is anybody; not twice in a row."""
    if offices and "utter_benefit_first" not in turn.said and not turn.heard("utter_benefit_first"):
        turn.say("utter_benefit_first", offices=office_names(turn.texts, offices))


def notice_benefit(turn: Turn) -> list[Event]:
    """When somebody names a benefit with their wish: remember it for this talk and say whom to ask first."""
    heard = own_benefit_in(turn.text)
    if heard is None:
        return []
    offices_first(turn, offices(lives_on(heard)))
    return [SlotSet(SITUATION, heard)]


def before_enrolling(turn: Turn, item: Item) -> None:
    """Say whom to ask first to who chose a course and told of a benefit in this talk."""
    if item.kind.is_course:
        offices_first(turn, offices(lives_on(turn.slot(SITUATION))))


def lives_on(told: str | None) -> Answers:
    """Return what ``told``, a word of ``Situation`` or ``Benefit``, says; nothing for None and for what was not told."""
    if told in set(Benefit):
        return Answers(Situation.BENEFIT, Benefit(told))
    return Answers(Situation(told) if told in set(Situation) else None)
