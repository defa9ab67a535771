"""Turns for sending, so that a channel stays below the limits of its provider."""

import threading
from collections import deque
from datetime import datetime, timedelta

from bot.clock import Clock

SECOND = timedelta(seconds=1)
_MANY_CHATS = 1000


class Lanes:
    """Hands out turns: so many per second in all, and one per chat per interval.

    A chat that has to wait holds up no other chat. Safe to use from several threads.
    """

    def __init__(self, clock: Clock, *, per_second: int = 30, per_chat: timedelta = SECOND) -> None:
        self._clock = clock
        self._per_chat = per_chat
        self._recent: deque[datetime] = deque(maxlen=per_second)
        self._free_at: dict[str, datetime] = {}
        self._lock = threading.Lock()

    def take(self, chat: str) -> datetime | None:
        """Take a turn now and return None, or take nothing and return the moment to ask again."""
        with self._lock:
            now = self._clock()
            self._tidy(now)
            again = max(self._free_at.get(chat, now), self._room_at(now))
            if again > now:
                return again
            self._recent.append(now)
            self._free_at[chat] = now + self._per_chat
            return None

    def hold(self, chat: str, until: datetime) -> None:
        """Give ``chat`` no turn before ``until``."""
        with self._lock:
            self._free_at[chat] = max(until, self._free_at.get(chat, until))

    def _room_at(self, now: datetime) -> datetime:
        full = len(self._recent) == self._recent.maxlen
        return self._recent[0] + SECOND if full else now

    def _tidy(self, now: datetime) -> None:
        if self._recent and self._recent[-1] > now:
            # The machine's clock was set back: what we remember lies in the future and would stop all sending.
            self._recent.clear()
            self._free_at.clear()
        if len(self._free_at) > _MANY_CHATS:
            self._free_at = {chat: moment for chat, moment in self._free_at.items() if moment > now}
