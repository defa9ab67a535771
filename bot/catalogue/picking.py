"""Which of the shown items someone means: "de tweede", "die met hout", "het filmpje", "die gratis is"."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from bot.catalogue.dutch import telling, words
from bot.catalogue.features import feature_in
from bot.catalogue.fitting import Limits
from bot.catalogue.interests import InterestVocabulary, stop_words
from bot.catalogue.models import Item
from bot.catalogue.reading import WishReader
from bot.catalogue.search import CatalogueIndex
from bot.catalogue.wordlist import SHORTEST_TYPO
from bot.language.numbers.amounts import place_in_row
from bot.language.wishes.rejecting import without_rejected
from bot.language.words.fold import words_of

_CLEARLY = 1.2
"""How much better than the next an item must match to be meant."""


def pick_shown(shown: Sequence[Item], text: str, interests: InterestVocabulary, reader: WishReader, limits: Limits) -> Item | None:
    """Return the item of ``shown`` that ``text`` points at; None when it points at none or at several."""
    return (
        at_place(shown, place_in_row(without_rejected(text)))
        or _by_feature(shown, text, reader, limits)
        or _by_title(shown, text)
        or _by_words(shown, text, interests)
    )


def at_place(shown: Sequence[Item], place: int | None) -> Item | None:
    """Return the item at ``place``, as ``place_in_row`` counts; None when there is none."""
    if place is None or not (place == -1 or 1 <= place <= len(shown)):
        return None
    return shown[place - 1 if place > 0 else -1] if shown else None


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


def _by_feature(shown: Sequence[Item], text: str, reader: WishReader, limits: Limits) -> Item | None:
    kinds = reader.kinds_in(text)
    feature = feature_in(shown, text, None, limits)
    meant = {item.id: item for item in shown if item.kind in kinds} | {item.id: item for item in (feature.items if feature else ())}
    return next(iter(meant.values())) if len(meant) == 1 else None
