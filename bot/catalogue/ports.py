"""What the catalogue services need from a store."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.catalogue.models import Item


@dataclass(frozen=True)
class Stored:
    """How many items were new and how many became different."""

    added: int
    changed: int


class Items(Protocol):
    """The stored items."""

    def all(self) -> list[Item]: ...
    def by_id(self, item_id: str) -> Item | None: ...
    def upsert(self, items: Iterable[Item]) -> Stored:
        """Insert or replace by (source, source_id)."""

    def remove_missing(self, source: str, keep: set[str]) -> int:
        """Delete items of ``source`` whose source_id is not in ``keep``; returns how many."""

    def count(self, source: str | None = None) -> int: ...
    def revision(self) -> str:
        """Changes whenever any item changes."""


class CatalogueWork(Protocol):
    """One transaction."""

    @property
    def items(self) -> Items: ...


OpenCatalogueWork = Callable[[], AbstractContextManager[CatalogueWork]]
