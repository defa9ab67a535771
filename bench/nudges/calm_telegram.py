"""A Telegram on which nothing goes wrong, that takes its time to answer and remembers when each chat got its message."""

import time

from bench.kill.telegram import BadTelegram, Letter


class CalmTelegram(BadTelegram):
    """The server, started by ``with``. ``arrived`` says when the answer for each chat left, in seconds of the real clock."""

    def __init__(self, answers_in: float) -> None:
        """``answers_in`` is how many seconds an answer takes, whatever else is going on."""
        super().__init__(seed=1)
        self.arrived: dict[int, float] = {}
        self._answers_in = answers_in

    def take(self, letter: Letter) -> str | None:
        """Let the message arrive."""
        time.sleep(self._answers_in)
        self.arrived[letter[0]] = time.time()
        return None
