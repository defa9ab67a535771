"""Keeps an index that goes with the catalogue of this moment, without making anybody wait for it."""

import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from bot.catalogue.models import Item
from bot.catalogue.ports import OpenCatalogueWork
from bot.catalogue.search.index import CatalogueIndex
from bot.catalogue.search.synonyms import Synonyms

AT_ONCE = 2_000
"""Up to so many items an index is made while the asker waits: about a second. It then lives in memory, a larger one on disk."""
_PAGE = 1_000
"""Items read in one transaction: an import may write in between."""
_log = structlog.get_logger()


class CurrentIndex:
    """The index of this process. Threads may share it.

    A small catalogue is indexed at the first question after a change. A large one is indexed in the background: until then the
    former index answers, and at the very first start one over the first items.
    """

    def __init__(self, open_work: OpenCatalogueWork, synonyms: Synonyms | None = None, at_once: int = AT_ONCE) -> None:
        self._open_work = open_work
        self._synonyms = synonyms
        self._at_once = at_once
        self._lock = threading.Lock()
        self._revision: str | None = None
        self._index: CatalogueIndex | None = None
        self._making: threading.Thread | None = None
        self._folder: TemporaryDirectory[str] | None = None

    def get(self) -> CatalogueIndex:
        """Return the newest index there is."""
        with self._open_work() as work:
            revision = work.items.revision()
            count = 0 if revision == self._revision else work.items.count()
        with self._lock:
            if self._index is None or revision != self._revision:
                self._renew(revision, small=count <= self._at_once)
            assert self._index is not None
            return self._index

    def wait(self) -> None:
        """Wait until nothing is made in the background any more."""
        making = self._making
        if making is not None:
            making.join()

    def _renew(self, revision: str, small: bool) -> None:
        if small:
            self._index, self._revision = CatalogueIndex(self._items(), synonyms=self._synonyms), revision
            return
        if self._index is None:
            self._index = CatalogueIndex(self._first_items(), synonyms=self._synonyms)
        if self._making is None or not self._making.is_alive():
            self._making = threading.Thread(target=self._make, args=(revision,), name="catalogue-index", daemon=True)
            self._making.start()

    def _make(self, revision: str) -> None:
        folder = TemporaryDirectory(prefix="duwtje-index-")
        # When the catalogue changes meanwhile its revision does too: the next question then starts another round.
        index = CatalogueIndex(self._items(), Path(folder.name), self._synonyms)
        with self._lock:
            former, self._folder = self._folder, folder
            self._index, self._revision = index, revision
        if former is not None:
            former.cleanup()
        _log.info("catalogue_indexed", items=len(index), revision=revision)

    def _first_items(self) -> list[Item]:
        with self._open_work() as work:
            return work.items.after(None, self._at_once)

    def _items(self) -> Iterator[Item]:
        last: Item | None = None
        while True:
            with self._open_work() as work:
                page = work.items.after(last, _PAGE)
            yield from page
            if len(page) < _PAGE:
                return
            last = page[-1]
