"""What the catalogue services need from a store."""

from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.catalogue.matching import Double
from bot.catalogue.models import Item


@dataclass(frozen=True)
class Stored:
    """How many items were new and how many became different."""

    added: int
    changed: int


class Items(Protocol):
    """The stored items. A double is stored too, but shown as part of the item that leads it."""

    def all(self) -> list[Item]:
        """Return every item that is no double, each with its doubles in ``also_at``, in the order of their ids."""

    def after(self, last: Item | None, most: int) -> list[Item]:
        """Return at most ``most`` of what ``all`` gives, from the one after ``last`` (None: from the first)."""

    def by_id(self, item_id: str) -> Item | None:
        """Return one item; for the id of a double the item that leads it."""

    def upsert(self, items: Iterable[Item], seen_on: datetime | None = None, import_id: int | None = None) -> Stored:
        """Insert or replace by (source, source_id), and note when and by which import they were seen."""

    def seen_in(self, import_id: int, source: str, source_ids: Collection[str]) -> set[str]:
        """Return which of ``source_ids`` this import stored already."""

    def count_known(self, source: str, source_ids: Collection[str]) -> int:
        """Count which of ``source_ids`` are stored."""

    def keep(self, source: str, source_ids: Collection[str], import_id: int) -> None:
        """Hold that this import saw these items, although it could not read them: what was stored stays."""

    def let_go(self, source: str, source_ids: Collection[str]) -> None:
        """Hold that these items are no longer offered. They stay until they are removed as unseen."""

    def count_unseen(self, source: str, import_id: int | None) -> int:
        """Count the items of ``source`` that this import did not see; for None those that were let go."""

    def remove_unseen(self, source: str, import_id: int | None) -> int:
        """Delete the items that ``count_unseen`` counts; returns how many."""

    def remove_missing(self, source: str, keep: set[str]) -> int:
        """Delete items of ``source`` whose source_id is not in ``keep``; returns how many."""

    def match(self) -> list[Double]:
        """Decide anew which items are doubles (``bot.catalogue.matching``); returns them all."""

    def keep_apart(self, item_id: str, apart: bool) -> bool:
        """Note that a person says this item is (not) a double of another; False when there is no such item. ``match`` decides."""

    def count(self, source: str | None = None) -> int:
        """Count stored items, doubles too."""

    def revision(self) -> str:
        """Changes whenever any item changes."""


class CatalogueWork(Protocol):
    """One transaction."""

    @property
    def items(self) -> Items: ...


OpenCatalogueWork = Callable[[], AbstractContextManager[CatalogueWork]]
