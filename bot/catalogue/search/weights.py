"""How much each word of an item says about it, by where it stands."""

from collections.abc import Iterator, Mapping

from bot.catalogue.dutch import telling, words
from bot.catalogue.interests import stop_words
from bot.catalogue.models import Item

TITLE, KEYWORD, PART_OF_KEYWORD, PROVIDER, SUMMARY, STEP = 1.0, 1.0, 0.8, 0.4, 0.35, 0.2
MAIN = PART_OF_KEYWORD
"""From this weight on a word stands in the title or the keywords."""


def weights_of(item: Item) -> Mapping[str, float]:
    """Return the key of each telling word of ``item`` with its highest weight."""
    weights: dict[str, float] = {}
    for text, weight in _fields(item):
        for each in telling(words(text), stop_words()):
            weights[each.key] = max(weight, weights.get(each.key, 0.0))
    return weights


def _fields(item: Item) -> Iterator[tuple[str, float]]:
    yield item.title, TITLE
    yield item.summary, SUMMARY
    yield item.smallest_step.text, STEP
    for keyword in item.keywords:
        yield keyword, PART_OF_KEYWORD if " " in keyword else KEYWORD
    if item.provider:
        yield item.provider.name, PROVIDER
