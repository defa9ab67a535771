"""The sources of the catalogue: which there are, how each stands, and what of it waits in quarantine."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.catalogue.importers.columns import Columns
from bot.catalogue.importers.feeds import is_address
from bot.catalogue.models import Item
from bot.catalogue.shipping import DEMO
from bot.catalogue.sources import Import, OpenImportWork, Rejected, Source
from bot.clock import Clock, local_date
from bot.errors import FeedRefused, UnknownItem, UnknownSource

LONG_UNSEEN_DAYS = 90
_NAME = re.compile(r"[a-z0-9_][\w.-]{0,59}", re.ASCII | re.IGNORECASE)
"""Part of the ids of items, so without a slash."""


@dataclass(frozen=True)
class SourceState:
    """A source, its latest import and how many items it has."""

    source: Source
    latest: Import | None
    items: int


@dataclass(frozen=True)
class Health:
    """Ids of items that deserve a look, by what is the matter; the codes are texts ``cli_check_…``."""

    total: int
    found: Mapping[str, list[str]]


class SourceRegister:
    """Knows the sources."""

    def __init__(self, open_work: OpenImportWork, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def all(self) -> list[SourceState]:
        """Return every source, by name."""
        with self._open_work() as work:
            return [SourceState(each, work.imports.latest(each.name), work.items.count(each.name)) for each in work.sources.all()]

    def by_name(self, name: str) -> Source | None:
        """Return one source."""
        with self._open_work() as work:
            return work.sources.by_name(name)

    def at(self, location: str) -> list[Source]:
        """Return the sources that come from ``location``."""
        with self._open_work() as work:
            return [each for each in work.sources.all() if each.location == location]

    def save(self, source: Source, **changes: Any) -> Source:  # noqa: ANN401
        """Keep ``source`` with ``changes``; raises FeedRefused for a name, address, client or column that cannot be."""
        changed = replace(source, **changes)
        if not _NAME.fullmatch(changed.name) or changed.name == DEMO:
            raise FeedRefused("import_bad_name", changed.name[:60])
        Columns(changed.columns)
        if is_address(changed.location) and not changed.location.lower().startswith(("http://", "https://")):
            raise FeedRefused("import_bad_url", changed.location[:60])
        if changed.client and not changed.tenant:
            raise FeedRefused("import_client_for_all", changed.client[:60])
        changed = replace(changed, next_at=None if changed.every_hours is None else changed.next_at or self._clock())
        with self._open_work() as work:
            work.sources.save(changed)
        return changed

    def quarantine(self, name: str, limit: int) -> list[Rejected]:
        """Return the first ``limit`` records that the latest import of a source refused; raises UnknownSource."""
        with self._open_work() as work:
            latest = work.imports.latest(name)
            if latest is None:
                raise UnknownSource(name)
            return work.imports.refused(latest.id, limit)

    def keep_apart(self, item_id: str, apart: bool) -> None:
        """Say that an item is (not) a double of another, and match anew; raises UnknownItem."""
        with self._open_work() as work:
            if not work.items.keep_apart(item_id, apart):
                raise UnknownItem(item_id)
            work.items.match()

    def check(self) -> Health:
        """Look through the catalogue for items that people cannot use, or can use less well."""
        now = self._clock()
        today = local_date(now)
        with self._open_work() as work:
            items = work.items.all()
        found: dict[str, list[str]] = {}
        for item in items:
            unseen = item.seen_on is not None and (now - item.seen_on).days >= LONG_UNSEEN_DAYS
            for code in _matters(item, today) + (["unseen"] if unseen else []):
                found.setdefault(code, []).append(item.id)
        return Health(len(items), found)


def _matters(item: Item, today: date) -> list[str]:
    tests = {
        "unavailable": not item.is_available(today),
        "price_unknown": item.price is None,
        "price_incomplete": item.price is not None and not item.price_complete,
        "no_region": item.place is not None and item.region is None,
        "no_page": item.kind.is_course and item.url is None,
        "doubles": bool(item.also_at),
    }
    return [code for code, matters in tests.items() if matters]
