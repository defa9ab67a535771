"""Suggests something to learn: at most three items, each with its reason."""

from dataclasses import replace

from bot.catalogue.fitting import Limits
from bot.catalogue.interests import InterestVocabulary
from bot.catalogue.models import Item, Wanted
from bot.catalogue.picking import pick_shown
from bot.catalogue.ports import OpenCatalogueWork
from bot.catalogue.ranking import Suggestions, choose
from bot.catalogue.reading import WishReader
from bot.catalogue.regions import Regions
from bot.catalogue.search import CatalogueIndex
from bot.errors import UnknownItem


class SuggestionService:
    """Keeps an index of the catalogue in memory and makes a new one when the catalogue changed."""

    def __init__(self, open_work: OpenCatalogueWork, interests: InterestVocabulary, regions: Regions) -> None:
        self._open_work = open_work
        self._interests = interests
        self._regions = regions
        self._reader = WishReader(interests, regions)
        self._made: tuple[str, CatalogueIndex] | None = None

    def suggest(self, wanted: Wanted, limit: int = 3) -> Suggestions:
        """Return at most ``limit`` items that fit ``wanted``. Without interests, those heard in its text count."""
        wanted = replace(wanted, interests=wanted.interests or self._interests.tags_in(wanted.text))
        index = self._index()
        found = index.find(wanted.text, wanted.interests)
        return choose(found, index.items, wanted, Limits(wanted, self._regions), limit)

    def read(self, text: str) -> Wanted:
        """Return the topic, place, budget, time and kinds that a free sentence names."""
        return self._reader.read(text)

    def search(self, text: str, limit: int = 3) -> Suggestions:
        """Like ``suggest``, for a free sentence."""
        return self.suggest(self.read(text), limit)

    def by_id(self, item_id: str) -> Item:
        """Return one item; raises UnknownItem."""
        item = self._index().by_id(item_id)
        if item is None:
            raise UnknownItem(item_id)
        return item

    def find(self, shown: list[Item], text: str) -> Item | None:
        """Return which of the ``shown`` items "de tweede" or "die met hout" means; None when that is not clear."""
        return pick_shown(shown, text, self._interests, self._reader)

    def _index(self) -> CatalogueIndex:
        with self._open_work() as work:
            revision = work.items.revision()
            if self._made is None or self._made[0] != revision:
                self._made = (revision, CatalogueIndex(work.items.all()))
            return self._made[1]
