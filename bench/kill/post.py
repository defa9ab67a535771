"""The postman, who is killed too, and what he had handed over by then without having noted it."""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, select

from bench.crowd import SECRET
from bench.kill.schedulers import Process
from bench.kill.telegram import BadTelegram, Letter
from bot.store.database.sealing import Sealer
from bot.store.tables.conversation import PENDING, messages


class Post:
    """One running postman, started and ended by ``with``. ``chats`` says where each person is."""

    def __init__(self, watcher: Engine, telegram: BadTelegram, start: Callable[[], Process], chats: Mapping[str, int]) -> None:
        self._watcher = watcher
        self._telegram = telegram
        self._start = start
        self._chats = chats
        self._postman = start()
        self.kills = 0
        self.doubts: Counter[Letter] = Counter()
        """What had arrived or was about to when its postman died: nobody noted it, so it goes out again."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def kill(self) -> None:
        """Kill the postman and start another."""
        self._end()
        self.kills += 1
        time.sleep(4 * self._telegram.on_the_way)  # what was on its way has arrived
        self.doubts.update(letter for letter in self._pending() if self._arrived_unnoted(letter))
        self._postman = self._start()

    def is_done(self) -> bool:
        """Whether nothing waits to be delivered."""
        with self._watcher.connect() as connection:
            return connection.execute(select(messages.c.id).where(PENDING).limit(1)).first() is None

    def _end(self) -> None:
        self._postman.kill()
        self._postman.wait()

    def _pending(self) -> list[Letter]:
        with self._watcher.connect() as connection:
            rows = connection.execute(select(messages.c.learner_id, messages.c.text).where(PENDING)).all()
        return [(self._chats[learner_id], Sealer(SECRET).open(sealed)) for learner_id, sealed in rows]

    def _arrived_unnoted(self, letter: Letter) -> bool:
        """Whether it arrived and was answered for: where there was no answer there is doubt already."""
        return self._telegram.received[letter] > self._telegram.unanswered[letter] + self.doubts[letter]
