"""Which of the shown items someone means: "de tweede", "die met hout", "het filmpje", "die gratis is"."""

from collections.abc import Callable, Sequence
from functools import cache

from rapidfuzz.distance import OSA

from bot.catalogue.dutch import telling, words
from bot.catalogue.interests import FOLDER, InterestVocabulary, stop_words
from bot.catalogue.models import Delivery, Item
from bot.catalogue.reading import WishReader
from bot.catalogue.search import CatalogueIndex
from bot.catalogue.wordlist import SHORTEST_TYPO, WordList
from bot.language.amounts import place_in_row
from bot.language.fold import words_of
from bot.language.yaml_files import read_mapping

_CLEARLY = 1.2
"""How much better than the next an item must match to be meant."""


def pick_shown(shown: Sequence[Item], text: str, interests: InterestVocabulary, reader: WishReader) -> Item | None:
    """Return the item of ``shown`` that ``text`` points at; None when it points at none or at several."""
    by_place = place_in_row(text)
    if by_place is not None and (by_place == -1 or 1 <= by_place <= len(shown)):
        return shown[by_place - 1 if by_place > 0 else -1] if shown else None
    return _by_feature(shown, text, reader) or _by_title(shown, text) or _by_words(shown, text, interests)


def _by_title(shown: Sequence[Item], text: str) -> Item | None:
    """Return the only item with a word of ``text`` in its title: that is what somebody read."""
    said = _telling(_in_their_words(shown, text))
    named = [item for item in shown if said & _telling(item.title)]
    return named[0] if len(named) == 1 else None


def _telling(text: str) -> set[str]:
    return {each.key for each in telling(words(text), stop_words())}


def _by_words(shown: Sequence[Item], text: str, interests: InterestVocabulary) -> Item | None:
    found = CatalogueIndex(shown).find(_in_their_words(shown, text), interests.tags_in(text))
    if not found or (len(found) > 1 and found[0].score < _CLEARLY * found[1].score):
        return None
    return found[0].item


def _in_their_words(shown: Sequence[Item], text: str) -> str:
    """Return ``text`` with a slip in a word of a title mended: "die met de bkjes" is about "bakjes"."""
    titles = {word for item in shown for word in words_of(item.title) if len(word) > SHORTEST_TYPO}
    near = {word: [each for each in titles if OSA.distance(word, each) == 1] for word in words_of(text)}
    return " ".join(near[word][0] if len(near[word]) == 1 and word not in titles else word for word in words_of(text))


def _by_feature(shown: Sequence[Item], text: str, reader: WishReader) -> Item | None:
    kinds = reader.kinds_in(text)
    named = {hit.label for hit in _features().hits(text)}
    tests: dict[str, Callable[[Item], bool]] = {
        "free": lambda item: item.is_free,
        "online": lambda item: item.delivery is Delivery.ONLINE,
        "home": lambda item: item.delivery is Delivery.HOME,
        "work": lambda item: item.delivery is Delivery.WORKPLACE,
        "near": lambda item: item.delivery is Delivery.ONSITE,
    }
    meant = [item for item in shown if item.kind in kinds or any(tests[name](item) for name in named if name in tests)]
    if len(meant) == 1:
        return meant[0]
    return _extreme(shown, named)


def _extreme(shown: Sequence[Item], named: set[str]) -> Item | None:
    measures: dict[str, Callable[[Item], float | None]] = {
        "cheapest": lambda item: None if item.price is None else float(item.price),
        "shortest": lambda item: item.minutes,
        "longest": lambda item: None if item.minutes is None else -item.minutes,
    }
    for name in named & measures.keys():
        known = sorted((amount, place) for place, item in enumerate(shown) if (amount := measures[name](item)) is not None)
        if known and (len(known) == 1 or known[0][0] < known[1][0]):
            return shown[known[0][1]]
    return None


@cache
def _features() -> WordList:
    return WordList(read_mapping(FOLDER / "features.yml"))
