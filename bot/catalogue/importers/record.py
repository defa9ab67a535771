"""What every importer yields."""

import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from bot.catalogue.importers.fields import Raw
from bot.errors import BadRecord

Mark = Mapping[str, Any]
"""How far a feed was read, in the importer's own terms; empty is the beginning. Fit for JSON."""


@dataclass(frozen=True)
class Gone:
    """The feed says that an item no longer exists."""


Value = Raw | BadRecord | Gone
"""What a record says, or why it cannot be read."""
_UNFIT = (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RecursionError)
"""What reading raises when a feed has a text where an object belongs, and the like."""


@dataclass(frozen=True)
class Named:
    """A record and its id within the source, which is empty when even that cannot be read."""

    source_id: str
    value: Value


@dataclass(frozen=True)
class Record:
    """One record of a feed."""

    number: int
    """Line, or place in the feed, from 1."""
    source_id: str
    """Of the item, also when the record is bad: what is stored of it can stay. Empty when it cannot be read."""
    value: Value
    mark: Mark = field(default_factory=dict)
    """Where to go on after this record."""


class Feed(Protocol):
    """A catalogue that can be read from any mark on. Reading raises FeedError when it is no such catalogue, or fails halfway."""

    @property
    def whole(self) -> bool:
        """Whether it says all there is: what is not in it, is gone."""

    @property
    def known_until(self) -> datetime | None:
        """Moment up to which changes are in it, for feeds of changes."""

    def ids(self) -> Iterator[str]:
        """The ids that it names, read as cheaply as can be; what cannot be read has none, or an empty one."""

    def records(self, mark: Mark) -> Iterator[Record]: ...


class ReadThrough:
    """A feed whose ids are known only by reading it."""

    def records(self, mark: Mark) -> Iterator[Record]:
        """Yield what the feed holds after ``mark``."""
        raise NotImplementedError

    def ids(self) -> Iterator[str]:
        """Return the id of every record."""
        return (record.source_id for record in self.records({}))


def guarded[Thing](thing: Thing, identify: Callable[[Thing], str], make: Callable[[Thing], Raw | Gone]) -> Named:
    """Return the id and the record of ``thing``, or why it cannot be read. Feed errors go on: they are about no single record."""
    source_id = ""
    try:
        source_id = identify(thing)
        return Named(source_id, make(thing))
    except BadRecord as error:
        return Named(source_id, error)
    except _UNFIT as error:
        return Named(source_id, BadRecord("import_bad_shape", _told(error)))


def numbered(values: Iterator[Named], mark: Mark) -> Iterator[Record]:
    """Number what a file holds, and pass over what was read before ``mark``."""
    done = int(mark.get("number", 0))
    for number, named in enumerate(values, start=1):
        if number > done:
            yield Record(number, named.source_id, named.value, {"number": number})


def _told(error: Exception) -> str:
    """Say what went wrong and where, so that a mistake of ours can be told from one of the feed."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {str(error)[:80]} ({Path(where.filename).name}:{where.lineno})"
