"""What sets some of a few shown items apart: that they are free, at home, in Tilburg, the shortest."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.catalogue.fitting import Limits
from bot.catalogue.interests import FOLDER
from bot.catalogue.models import Delivery, Item
from bot.catalogue.wordlist import PART, WordList
from bot.language.words.fold import words_of
from bot.language.words.yaml_files import read_mapping

PLACE = "place"
NEAREST = "nearest"
Test = Callable[[Item], bool]
Measure = Callable[[Item], float | None]


@dataclass(frozen=True)
class Feature:
    """Something that was named, and the shown items that have it."""

    name: str
    """A name of ``features.yml``, or ``PLACE``."""
    items: tuple[Item, ...]
    place: str = ""
    """The place that was named."""


def feature_in(shown: Sequence[Item], text: str, place: str | None, limits: Limits) -> Feature | None:
    """Return the first feature that ``text`` names, where ``place`` is one it names; ``limits`` know where the person is."""
    # "Thuiszorg" says nothing about where something is done.
    named = {hit.label for hit in _features().hits(text) if hit.strength != PART}
    name = next((each for each in _words() if each in named), None)
    if name and name in (measures := _measures(limits)):
        return Feature(name, _least(shown, measures[name]))
    if place:
        return Feature(PLACE, tuple(item for item in shown if _is_in(place, item)), place)
    return Feature(name, tuple(filter(_tests(limits)[name], shown))) if name else None


def _is_in(place: str, item: Item) -> bool:
    return any(words_of(spot.place) == words_of(place) for spot in item.spots())


def _tests(limits: Limits) -> Mapping[str, Test]:
    return {
        "free": lambda item: item.is_free,
        "online": lambda item: item.delivery is Delivery.ONLINE,
        "home": lambda item: item.delivery is Delivery.HOME,
        "work": lambda item: item.delivery is Delivery.WORKPLACE,
        "near": lambda item: item.delivery is Delivery.ONSITE and (limits.is_near(item) or not limits.wanted.place),
    }


def _measures(limits: Limits) -> Mapping[str, Measure]:
    return {
        "cheapest": lambda item: None if item.price is None else float(item.price),
        "shortest": lambda item: item.minutes,
        "longest": lambda item: None if item.minutes is None else -item.minutes,
        # How hard something is nobody told us: what is small is easy to begin with.
        "easiest": lambda item: item.minutes,
        NEAREST: lambda item: limits.distance(item) if limits.nearest(item).spot else 0.0,
    }


def _least(shown: Sequence[Item], measure: Measure) -> tuple[Item, ...]:
    amounts = {item.id: amount for item in shown if (amount := measure(item)) is not None}
    return tuple(item for item in shown if item.id in amounts and amounts[item.id] == min(amounts.values()))


@cache
def _words() -> Mapping[str, Sequence[str]]:
    return read_mapping(FOLDER / "features.yml")


@cache
def _features() -> WordList:
    return WordList(_words())
