"""Suggests something to learn: at most three items, each with its reason."""

from collections.abc import Iterable
from dataclasses import replace

from bot.catalogue.features import Feature, feature_in
from bot.catalogue.fitting import Limits, Nearest
from bot.catalogue.interests import InterestVocabulary
from bot.catalogue.models import Item
from bot.catalogue.picking import pick_shown
from bot.catalogue.ports import OpenCatalogueWork
from bot.catalogue.ranking import Suggestions, choose
from bot.catalogue.reading import WishReader
from bot.catalogue.regions import Regions
from bot.catalogue.search.current import CurrentIndex
from bot.catalogue.search.synonyms import Synonyms
from bot.catalogue.wanted import Wanted
from bot.clock import Clock, local_date, system_clock
from bot.errors import UnknownItem


class SuggestionService:
    """Searches the catalogue as it is now."""

    def __init__(
        self,
        open_work: OpenCatalogueWork,
        interests: InterestVocabulary,
        regions: Regions,
        synonyms: Synonyms | None = None,
        clock: Clock = system_clock,
    ) -> None:
        self._clock = clock
        self._interests = interests
        self._regions = regions
        self._reader = WishReader(interests, regions)
        self._current = CurrentIndex(open_work, synonyms)

    def prepare(self) -> None:
        """Make the index now and wait for all of it, instead of at the first question."""
        self._current.get()
        self._current.wait()

    def suggest(self, wanted: Wanted) -> Suggestions:
        """Return at most three items that fit ``wanted``. Without interests, those heard in its text count."""
        day = wanted.day or local_date(self._clock())
        interests, subjects = wanted.interests or self._interests.tags_in(wanted.text), self._interests.subjects_in(wanted.text)
        wanted = replace(wanted, interests=interests, subjects=subjects, day=day)
        index, limits = self._current.get(), Limits(wanted, self._regions)
        found = index.find(wanted.text, wanted.interests, limits)
        return choose(found, lambda: index.within(limits), wanted, limits)

    def read(self, text: str) -> Wanted:
        """Return the topic, place, budget, time and kinds that a free sentence names."""
        return self._reader.read(text)

    def search(self, text: str) -> Suggestions:
        """Like ``suggest``, for a free sentence."""
        return self.suggest(self.read(text))

    def by_id(self, item_id: str) -> Item:
        """Return one item; raises UnknownItem."""
        item = self._current.get().by_id(item_id)
        if item is None:
            raise UnknownItem(item_id)
        return item

    def those(self, item_ids: Iterable[str]) -> list[Item]:
        """Return the items with these ids that still exist, in that order."""
        index = self._current.get()
        return [item for item in map(index.by_id, item_ids) if item]

    def find(self, shown: list[Item], text: str, home: str | None = None) -> Item | None:
        """Return which of the ``shown`` items "de tweede" or "die met hout" means to who lives at ``home``; None when that is not clear."""
        return pick_shown(shown, text, self._interests, self._reader, self._limits(home))

    def feature(self, shown: list[Item], text: str, home: str | None = None) -> Feature | None:
        """Return what "die gratis" or "welke is in Tilburg" names, with those of the ``shown`` items that have it; None without any."""
        return feature_in(shown, text, self.read(text).place, self._limits(home))

    def nearest(self, item: Item, home: str | None = None) -> Nearest:
        """Return where ``item`` is for who lives at ``home``, and how far."""
        return self._limits(home).nearest(item)

    def _limits(self, home: str | None) -> Limits:
        return Limits(Wanted(place=home, day=local_date(self._clock())), self._regions)
