"""Schedulers that are killed, and what each has in hand: its process id is in the owner of a row."""

import subprocess
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import ColumnElement, Engine, false, func, or_, select, update

from bot.nudges.models import DueState
from bot.store.nudges.due_states import in_state
from bot.store.tables.nudges import due_nudges

Process = subprocess.Popen[bytes]


@dataclass(frozen=True)
class InHand:
    """Rows that a scheduler holds, or left behind when it died."""

    claimed: int
    sending: int

    def __bool__(self) -> bool:
        return bool(self.claimed or self.sending)


class Schedulers:
    """So many running processes, started and ended by ``with``; each is known by its place."""

    def __init__(self, engine: Engine, start: Callable[[], Process], count: int) -> None:
        self._engine = engine
        self._start = start
        self._running = [start() for _ in range(count)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for process in self._running:
            process.terminate()
        for process in self._running:
            process.wait(60)

    def busy(self, *, sending: bool) -> list[int]:
        """Return the places of those that hold something, or with ``sending`` are sending something."""
        held = {place: self.in_hand(place) for place in range(len(self._running))}
        return [place for place, some in held.items() if (some.sending if sending else some)]

    def in_hand(self, place: int) -> InHand:
        """Return what a scheduler holds now."""
        held = select(due_nudges.c.state, func.count()).where(_held_by([self._running[place]])).group_by(due_nudges.c.state)
        with self._engine.connect() as connection:
            rows: dict[str, int] = dict(connection.execute(held).all())
        return InHand(rows.get(DueState.CLAIMED, 0), rows.get(DueState.SENDING, 0))

    def kill(self, place: int, over_at: datetime) -> InHand:
        """Kill a scheduler, let its leases be over since ``over_at``, start another in its place; return what it left behind."""
        victim = self._running[place]
        victim.kill()
        victim.wait()
        left = self.in_hand(place)
        self.let_leases_of_the_dead_end(over_at, [process for process in self._running if process is not victim])
        self._running[place] = self._start()
        return left

    def let_leases_of_the_dead_end(self, over_at: datetime, living: Collection[Process] | None = None) -> None:
        """Do at once what five minutes do in the product: what nobody of ``living`` holds may be taken up by others."""
        lost = in_state(DueState.CLAIMED, DueState.SENDING) & ~_held_by(self._running if living is None else living)
        with self._engine.begin() as connection:
            # Looked for first: on SQLite a change, even of nothing, waits for the one writer and holds it up.
            if ids := connection.scalars(select(due_nudges.c.id).where(lost & (due_nudges.c.lease_until > over_at))).all():
                connection.execute(update(due_nudges).where(due_nudges.c.id.in_(ids)).values(lease_until=over_at))


def _held_by(processes: Collection[Process]) -> ColumnElement[bool]:
    return or_(false(), *(due_nudges.c.owner.like(f"%-{process.pid}-%") for process in processes))
