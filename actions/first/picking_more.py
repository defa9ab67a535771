"""Taking one of a list, and saying something more in the same message: "de eerste lijkt me leuk, dinsdagavond kan ik"."""

from actions.choosing import choose, named_in, take
from actions.feelings import sympathise
from actions.item_questions import details
from actions.plan import keep
from actions.searching import shown_items
from actions.suggestions import is_about_a_list
from actions.turns.moves import Event
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from actions.turns.zones import PLAUSIBLE
from bot.catalogue.models import Item
from bot.language.lists.looking_again import more_or_less_in
from bot.language.lists.picks import Part, asks_about_it, is_a_question, takes_nothing, taking_parts
from bot.language.moments.day_parts import bare_moment, cannot_then
from bot.language.numbers.amounts import place_in_row
from bot.language.when.reading import when
from bot.language.wishes.narrowing import narrowing_in
from bot.learners.models import Barrier

OBSTACLES = {"no_time": Barrier.TIJD, "feel_unsure": Barrier.MOED}
"""What Rasa may hear in the rest that keeps nobody from choosing: it is kept, so that nudges can help with it."""


def pick_with_more(turn: Turn) -> Answer | None:
    """Return how to take the one thing that a part of the message chooses, with an eye for the rest; None when no part does."""
    if not is_about_a_list(turn) or len(shown_items(turn)) < 2:
        return None
    moments = turn.spans("moment")
    picked = [
        (part, item)
        for part in taking_parts(turn.text, moments[0][0] if moments else None)
        if (item := named_in(turn, shown_items(turn), part.text))
    ]
    if len(picked) != 1 or _looks_on(turn, picked[0][0]):
        return None
    part, item = picked[0]
    return lambda turn: _take(turn, item, part.rest)


def _looks_on(turn: Turn, part: Part) -> bool:
    """Whether the rest asks for another list after all, or points at another one of this list."""
    other = more_or_less_in(part.rest) or narrowing_in(part.rest) or turn.intent == "no_money"
    other_one = place_in_row(part.rest) is not None and not takes_nothing(part.rest)
    return other_one or (bool(other) and not asks_about_it(part.rest))


def _take(turn: Turn, item: Item, rest: str) -> list[Event]:
    if is_a_question(rest):
        return details(turn, item)
    if obstacle := _obstacle(turn):
        turn.learner = turn.services.profile.met_barrier(turn.learner.id, obstacle)
    sympathise(turn)
    if moment := _moment_in(turn, rest):
        return [*take(turn, item), *keep(turn, item, moment)]
    return choose(turn, item)


def _obstacle(turn: Turn) -> Barrier | None:
    return next((OBSTACLES[name] for name, sure in turn.guesses if name in OBSTACLES and sure >= PLAUSIBLE), None)


def _moment_in(turn: Turn, rest: str) -> str | None:
    """Return the moment that ``rest`` names, in the person's own words."""
    return None if cannot_then(rest) or when(rest, turn.now) is None else bare_moment(rest)
