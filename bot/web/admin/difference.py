"""What changed between two versions of a text, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD_AND_SPACE = re.compile(r"\S+\s*")


@dataclass(frozen=True)
class Piece:
    """A run of words that stayed, went or came."""

    kind: Literal["same", "removed", "added"]
    text: str


def word_difference(old: str, new: str) -> list[Piece]:
    """Return the pieces in reading order; what was removed stands before what came for it."""
    before, after = _WORD_AND_SPACE.findall(old), _WORD_AND_SPACE.findall(new)
    matcher = SequenceMatcher(a=[word.strip() for word in before], b=[word.strip() for word in after], autojunk=False)
    pieces: list[Piece] = []
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            pieces.append(Piece("same", "".join(after[c:d])))
            continue
        if a < b:
            pieces.append(Piece("removed", "".join(before[a:b])))
        if c < d:
            pieces.append(Piece("added", "".join(after[c:d])))
    return pieces
