"""Our index as the product asks it, and with parts of it left out."""

from collections.abc import Iterable
from pathlib import Path

from bench.search.metrics import DEPTH
from bench.search.stock import memory_of
from bot.catalogue.interests import load_interests
from bot.catalogue.models import Item
from bot.catalogue.search import CatalogueIndex
from bot.catalogue.search.synonyms import Synonyms, load_synonyms


class Ours:
    """``CatalogueIndex`` on disk, asked with the topics heard in the text unless ``topics`` is False."""

    def __init__(self, items: Iterable[Item], folder: Path, topics: bool = True, synonyms: bool = True) -> None:
        self._interests = load_interests() if topics else None
        self._index = CatalogueIndex(items, folder, load_synonyms() if synonyms else Synonyms({}))

    def find(self, text: str) -> list[str]:
        tags = self._interests.tags_in(text) if self._interests else ()
        return [found.item.source_id for found in self._index.find(text, tags)[:DEPTH]]

    def memory(self) -> float:
        return memory_of("self")
