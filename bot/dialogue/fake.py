"""A stand-in for Rasa: for tests, demonstrations, and developers who work on something else."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.dialogue.ports import MESSAGE_ID, RasaReply
from bot.errors import EngineUnavailable


@dataclass(frozen=True)
class Heard:
    """One thing the fake was told."""

    key: str
    message: str
    metadata: Mapping[str, Any]
    """Without the message's id."""
    message_id: str | None = None


Script = Callable[[str], Iterable[RasaReply]]
"""From a message or payload to what comes back."""


def echo(message: str) -> list[RasaReply]:
    """Say what was heard."""
    return [RasaReply(f"Je zei: {message}")]


class FakeRasa:
    """Implements ``bot.dialogue.ports.Engine`` in memory. Set ``down`` to make it unreachable."""

    def __init__(self, script: Script = echo) -> None:
        self.script = script
        self.down = False
        self.heard: list[Heard] = []

    def say(self, key: str, text: str, metadata: Mapping[str, Any] | None = None) -> list[RasaReply]:
        """Note the text and answer by the script; raises EngineUnavailable when down."""
        assert not text.startswith("/"), "typed text must never be a payload"
        return self._answer(key, text, metadata)

    def trigger(self, key: str, payload: str, metadata: Mapping[str, Any] | None = None) -> list[RasaReply]:
        """Note the payload and answer by the script; raises EngineUnavailable when down."""
        assert payload.startswith("/"), "a payload starts with a slash"
        return self._answer(key, payload, metadata)

    def health(self) -> bool:
        """Whether it is up."""
        return not self.down

    @property
    def messages(self) -> list[str]:
        """Everything it was told, oldest first."""
        return [heard.message for heard in self.heard]

    def _answer(self, key: str, message: str, metadata: Mapping[str, Any] | None) -> list[RasaReply]:
        if self.down:
            raise EngineUnavailable("switched off")
        told = dict(metadata or {})
        message_id = told.pop(MESSAGE_ID, None)
        self.heard.append(Heard(key, message, told, message_id))
        return list(self.script(message))
