"""Rasa as one round of answering sees it: once it did not answer, it is not tried again."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.dialogue.ports import Engine, RasaReply
from bot.errors import EngineUnavailable


class EngineNow:
    """Wraps an engine for one round, so that ten waiting messages do not wait ten times for a server that is away."""

    def __init__(self, engine: Engine, *, is_up: bool) -> None:
        self._engine = engine
        self._is_up = is_up
        self.spoke = False
        """Whether it said anything."""

    def say(self, key: str, text: str, metadata: Mapping[str, Any] | None = None) -> list[RasaReply]:
        """Like the engine's own; raises EngineUnavailable."""
        return self._try(lambda: self._engine.say(key, text, metadata))

    def trigger(self, key: str, payload: str, metadata: Mapping[str, Any] | None = None) -> list[RasaReply]:
        """Like the engine's own; raises EngineUnavailable."""
        return self._try(lambda: self._engine.trigger(key, payload, metadata))

    def health(self) -> bool:
        """Whether it may be tried in this round."""
        return self._is_up

    def _try(self, call: Callable[[], list[RasaReply]]) -> list[RasaReply]:
        if not self._is_up:
            raise EngineUnavailable("not tried")
        try:
            replies = call()
        except EngineUnavailable:
            self._is_up = False
            raise
        self.spoke = self.spoke or bool(replies)
        return replies
