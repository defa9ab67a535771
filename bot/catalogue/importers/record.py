"""What every importer yields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.catalogue.importers.fields import Raw
from bot.errors import BadRecord

Mark = Mapping[str, Any]
"""How far a feed was read, in the importer's own terms; empty is the beginning. Fit for JSON."""


@dataclass(frozen=True)
class Gone:
    """The feed says that an item no longer exists."""

    source_id: str


@dataclass(frozen=True)
class Record:
    """One record of a feed: what it says, or why it cannot be read."""

    number: int
    """Line, or place in the feed, from 1."""
    value: Raw | BadRecord | Gone
    mark: Mark = field(default_factory=dict)
    """Where to go on after this record."""


class Feed(Protocol):
    """A catalogue that can be read from any mark on. Reading raises BadRecord when it is no such catalogue at all."""

    @property
    def whole(self) -> bool:
        """Whether it says all there is: what is not in it, is gone."""

    @property
    def known_until(self) -> datetime | None:
        """Moment up to which changes are in it, for feeds of changes."""

    def records(self, mark: Mark) -> Iterator[Record]: ...


def numbered(values: Iterator[Raw | BadRecord], mark: Mark) -> Iterator[Record]:
    """Number what a file holds, and pass over what was read before ``mark``."""
    done = int(mark.get("number", 0))
    for number, value in enumerate(values, start=1):
        if number > done:
            yield Record(number, value, {"number": number})
