"""A readable comparison of two written scripts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.web.admin.difference import Piece, word_difference
from bot.web.admin.wording import Wording


@dataclass(frozen=True)
class Change:
    """One part of a script that differs."""

    name: str
    pieces: list[Piece]


def changes_between(old: Mapping[str, Any] | None, new: Mapping[str, Any], wording: Wording) -> list[Change]:
    """Return what differs, in the order of the form; against nothing, everything is new."""
    before, after = wording.lines(old) if old else {}, wording.lines(new)
    names = [*after, *(name for name in before if name not in after)]
    return [
        Change(name, word_difference(before.get(name, ""), after.get(name, "")))
        for name in names
        if before.get(name, "") != after.get(name, "")
    ]
