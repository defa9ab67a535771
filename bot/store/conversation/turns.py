"""Turns for sending that all processes share, in the database."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Engine, Select, select, update

from bot.clock import Clock
from bot.store.database.sealing import Sealer
from bot.store.database.upsert import insert_into
from bot.store.tables.lanes import lanes
from bot.store.tables.learners import addresses
from bot.turns import Lane, Turn

SECOND = timedelta(seconds=1)
PER_SECOND = 28
"""Telegram allows 30 a second for one bot; what travels at different speeds may arrive closer together than it left."""
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class SharedTurns:
    """Implements ``bot.turns.Turns`` for the channel ``name``. Each question is one short transaction of its own."""

    def __init__(self, engine: Engine, sealer: Sealer, clock: Clock, name: str, *, per_second: int = PER_SECOND) -> None:
        self._engine = engine
        self._sealer = sealer
        self._clock = clock
        self._name, self._bulk_name = name, f"{name}/bulk"
        self._gap = SECOND / per_second

    def take(self, chat: str, *, bulk: bool) -> Turn:
        """Return a turn; one that is taken counts for every process."""
        with self._engine.begin() as connection:
            free_at, bulk_held_until = self._lanes(connection)
            now = self._clock()  # after waiting for others that were asking
            turn = Lane(free_at, *self._of_chat(connection, chat), bulk_held_until).next_turn(now, bulk=bulk)
            if turn.taken:
                self._set(connection, self._name, turn.at + self._gap)
                self._set_chat(connection, chat, free_at=turn.at + SECOND)
            return turn

    def hold(self, chat: str, until: datetime, *, bulk: bool) -> None:
        """Give ``chat`` no turn before ``until``, and with ``bulk`` nothing that may wait either."""
        with self._engine.begin() as connection:
            _, bulk_held_until = self._lanes(connection)
            _, held_until = self._of_chat(connection, chat)
            self._set_chat(connection, chat, held_until=max(until, held_until))
            if bulk:
                self._set(connection, self._bulk_name, max(until, bulk_held_until))

    def _lanes(self, connection: Connection) -> tuple[datetime, datetime]:
        # The row of the lane is what processes wait for; so nobody has to lock anything else.
        found = dict(connection.execute(self._both()).all())
        if len(found) < 2:  # both rows
            rows = [{"name": name, "free_at": _LONG_AGO} for name in (self._name, self._bulk_name)]
            connection.execute(insert_into(connection.dialect.name, lanes).on_conflict_do_nothing(), rows)
            found = dict(connection.execute(self._both()).all())
        return found[self._name], found[self._bulk_name]

    def _both(self) -> Select[str, datetime]:
        both = select(lanes.c.name, lanes.c.free_at).where(lanes.c.name.in_([self._name, self._bulk_name]))
        return both.order_by(lanes.c.name).with_for_update()

    def _set(self, connection: Connection, name: str, free_at: datetime) -> None:
        connection.execute(update(lanes).where(lanes.c.name == name).values(free_at=free_at))

    def _of_chat(self, connection: Connection, chat: str) -> tuple[datetime, datetime]:
        """Return the next turn of ``chat``, and until when the provider asked for silence there."""
        both = select(addresses.c.free_at, addresses.c.held_until).where(addresses.c.name == self._chat(chat))
        free_at, held_until = connection.execute(both).one_or_none() or (None, None)
        return free_at or _LONG_AGO, held_until or _LONG_AGO

    def _set_chat(self, connection: Connection, chat: str, **moments: datetime) -> None:
        connection.execute(update(addresses).where(addresses.c.name == self._chat(chat)).values(moments))

    def _chat(self, chat: str) -> str:
        return self._sealer.name(f"{self._name}:{chat}")
