"""Who is connected now, and what each page has received."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.messages import Address
from bot.web.ports import Message

CHANNEL = "web"
SETTLED = timedelta(seconds=10)
"""Ids are handed out before a transaction ends, so a lower id may show up a little later than a higher one."""


@dataclass
class Visitor:
    """One open page. Before its session is known there is no address."""

    sid: str
    tenant: str
    session_id: str | None = None
    address: Address | None = None
    learner_id: str | None = None
    offered: set[str] = field(default_factory=set)
    """Ids of the choices this person got."""
    floor: int = 0
    """Everything up to this id was received or is of no interest."""
    received: set[int] = field(default_factory=set)
    """Ids above ``floor`` that were received."""
    busy: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while it enters, says something or is shown out: a page that comes back in is not shown out half-way."""

    def enter(self, session_id: str, name: str) -> None:
        """Start or go on with a session."""
        self.session_id = session_id
        self.address = Address(CHANNEL, name)

    def leave(self) -> None:
        """Forget the session: the person erased everything."""
        self.session_id = self.address = self.learner_id = None
        self.offered.clear()

    def news(self, messages: Sequence[Message], now: datetime) -> list[Message]:
        """Return what this page has not received yet, and note that it has now."""
        fresh = [message for message in messages if message.id > self.floor and message.id not in self.received]
        self.note(messages, now)
        return fresh

    def note(self, messages: Sequence[Message], now: datetime) -> None:
        """Remember that the page has these messages."""
        for message in messages:
            self.received.add(message.id)
            self.offered.update(choice.id for choice in message.choices)
        settled = [message.id for message in messages if message.at < now - SETTLED]
        self.floor = max([self.floor, *settled])
        self.received = {number for number in self.received if number > self.floor}


class Visitors:
    """All open pages of this process."""

    def __init__(self) -> None:
        self._by_sid: dict[str, Visitor] = {}

    def __iter__(self) -> Iterator[Visitor]:
        return iter(list(self._by_sid.values()))

    def __len__(self) -> int:
        return len(self._by_sid)

    def __getitem__(self, sid: str) -> Visitor:
        return self._by_sid[sid]

    def join(self, sid: str, tenant: str) -> None:
        """A page connected."""
        self._by_sid[sid] = Visitor(sid, tenant)

    def part(self, sid: str) -> None:
        """A page disconnected. What still runs for it may finish."""
        self._by_sid.pop(sid, None)

    def at(self, address: Address) -> list[Visitor]:
        """Return the pages that show this conversation."""
        return [visitor for visitor in self if visitor.address == address]


def by_learner(visitors: Iterable[Visitor]) -> dict[str, list[Visitor]]:
    """Group the pages whose learner is known."""
    groups: dict[str, list[Visitor]] = defaultdict(list)
    for visitor in visitors:
        if visitor.learner_id:
            groups[visitor.learner_id].append(visitor)
    return groups
