"""The buttons under a message, in one row: a row for each, sealed one by one, was a fifth of the work of sending a nudge."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from bot.messages import Button, Choice
from bot.store.database.sealing import Sealer

KEY_BYTES = 12
_PLACE = "."
"""Comes between the key of a row and a place in it; never part of a key."""


def row_of(sealer: Sealer, learner_id: str, message_id: int, buttons: Sequence[Button], at: datetime) -> dict[str, Any]:
    """Return the row that keeps ``buttons``, with a random id."""
    return {
        "id": secrets.token_urlsafe(KEY_BYTES),
        "learner_id": learner_id,
        "message_id": message_id,
        "position": 0,
        "titles": sealer.seal(_lines([button.title for button in buttons])),
        "payloads": sealer.seal(_lines([button.payload for button in buttons])),
        "at": at,
    }


def choices_under(key: str, titles: Sequence[str]) -> tuple[Choice, ...]:
    """Return what a channel shows for the row ``key``."""
    return tuple(Choice(f"{key}{_PLACE}{place}", title) for place, title in enumerate(titles))


def titles_in(sealer: Sealer, row: Row[Any]) -> list[str]:
    """Return what people read on the buttons of ``row``."""
    return sealer.open(row.titles).split("\n")


def buttons_in(sealer: Sealer, row: Row[Any]) -> list[Button]:
    """Return the buttons of ``row``."""
    return [Button(*both) for both in zip(titles_in(sealer, row), sealer.open(row.payloads).split("\n"), strict=True)]


def key_and_place(choice_id: str) -> tuple[str, str]:
    """Take apart what a channel gave back, which may be anything; a button from when each had its own row is the first of it."""
    key, _, place = choice_id.partition(_PLACE)
    return key, place or "0"


def _lines(texts: Iterable[str]) -> str:
    # Neither a title nor a payload means something else with a space for the end of a line.
    return "\n".join([text.replace("\n", " ") for text in texts])
