"""Turns for sending, so that a channel stays below the limits of its provider: for a process that sends alone."""

import threading
from datetime import UTC, datetime, timedelta

from bot.clock import Clock
from bot.turns import Lane, Turn

SECOND = timedelta(seconds=1)
_MANY_CHATS = 1000
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Lanes:
    """Implements ``bot.turns.Turns`` in memory: so many per second in all, evenly spread, and one per chat per interval.

    A chat that has to wait holds up no other chat. Safe to use from several threads.
    """

    def __init__(self, clock: Clock, *, per_second: int = 28, per_chat: timedelta = SECOND) -> None:
        self._clock = clock
        self._gap = SECOND / per_second
        self._per_chat = per_chat
        self._free_at = self._bulk_free_at = _LONG_AGO
        self._chats: dict[str, datetime] = {}
        self._lock = threading.Lock()

    def take(self, chat: str, *, bulk: bool = False) -> Turn:
        """Return a turn; one that is taken counts."""
        with self._lock:
            now = self._clock()
            self._tidy(now)
            turn = Lane(self._free_at, self._chats.get(chat, now), self._bulk_free_at).next_turn(now, bulk=bulk)
            if turn.taken:
                self._free_at = turn.at + self._gap
                self._chats[chat] = turn.at + self._per_chat
            return turn

    def hold(self, chat: str, until: datetime, *, bulk: bool = False) -> None:
        """Give ``chat`` no turn before ``until``, and with ``bulk`` nothing that may wait either."""
        with self._lock:
            self._chats[chat] = max(until, self._chats.get(chat, until))
            if bulk:
                self._bulk_free_at = max(until, self._bulk_free_at)

    def _tidy(self, now: datetime) -> None:
        if len(self._chats) > _MANY_CHATS:
            self._chats = {chat: moment for chat, moment in self._chats.items() if moment > now}
