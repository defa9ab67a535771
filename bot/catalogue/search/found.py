"""What a search gives."""

from dataclasses import dataclass

from bot.catalogue.models import Item

GOOD = 0.6
"""Share of the best score from which an item is a good answer."""


@dataclass(frozen=True)
class Found:
    """An item that matches, how well, and through what."""

    item: Item
    score: float
    word: str = ""
    """The person's own word, as typed, that weighed most; empty when only a topic matched."""
    word_score: float = 0.0
    """What that word alone scored."""
    sureness: float = 0.0
    """How surely that word is what the item is about: 1 in its title or keywords, less elsewhere or when it is only alike, 0 when
    the item only shares the end of it."""
    tag: str = ""
    """The topic that matched, if any."""
