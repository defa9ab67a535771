"""What goes over the socket. Frames from outside are untrusted: anything odd becomes something harmless."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.messages import Choice, Outgoing
from bot.web.ports import Message

MAX_TEXT = 4_000
"""Characters of a typed message; the conversation itself uses less."""
_MAX_ID = 64


@dataclass(frozen=True)
class SessionRequest:
    """A page asks for its session: which one it had, and the last message it has shown (0 when it shows nothing)."""

    session_id: str | None
    after: int
    wants_history: bool
    """A plain Rasa widget keeps its own history and names no message."""


@dataclass(frozen=True)
class Said:
    """A person said something, or pressed a choice: then ``message`` is the id of that choice."""

    message: str
    message_id: str
    """Made by the page, so that sending again counts once."""
    session_id: str | None


def read_session_request(data: object) -> SessionRequest:
    """Read a ``session_request``; whatever is missing or odd counts as not given."""
    frame = data if isinstance(data, dict) else {}
    after = frame.get("after")
    session_id = _short_text(frame.get("session_id"), 300)
    if type(after) is int and after >= 0:
        return SessionRequest(session_id, after, wants_history=True)
    return SessionRequest(session_id, 0, wants_history=False)


def read_said(data: object) -> Said | None:
    """Read a ``user_uttered``; None when there is no text in it."""
    frame = data if isinstance(data, dict) else {}
    message = frame.get("message")
    if not isinstance(message, str) or not message.strip():
        return None
    message_id = _short_text(frame.get("message_id"), _MAX_ID) or secrets.token_hex(16)
    return Said(message, message_id, _short_text(frame.get("session_id"), 300))


def bot_uttered(message: Message) -> dict[str, Any]:
    """Write a message to a person, as Rasa widgets read it; ``id`` and ``at`` are ours."""
    return _uttered(message.id, message.text, message.choices, message.at)


def unstored(message: Outgoing, at: datetime) -> dict[str, Any]:
    """Write a message that nobody keeps; its id is 0."""
    return _uttered(message.id, message.text, message.choices, at)


def stored(message: Message) -> dict[str, Any]:
    """Write a message of the history, from either side."""
    return {**bot_uttered(message), "direction": message.direction}


def _uttered(number: int, text: str, choices: Sequence[Choice], at: datetime) -> dict[str, Any]:
    frame: dict[str, Any] = {"text": text, "id": number, "at": at.isoformat()}
    if choices:
        frame["quick_replies"] = [{"content_type": "text", "title": choice.title, "payload": choice.id} for choice in choices]
    return frame


def _short_text(value: object, longest: int) -> str | None:
    return value if isinstance(value, str) and 0 < len(value) <= longest else None
