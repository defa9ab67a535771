"""The words of a text as lists of phrases know them, each with where it stands in the text."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.language.words.fold import squeeze, words_of
from bot.language.words.phrases import Words

Span = tuple[int, int]
_ENDS = (".", "!", "?", "…", ";")


@dataclass(frozen=True)
class PlacedWord:
    """A folded word, a number (``#``), a comma or the end of a sentence (``.``), and where it stands in the text."""

    folded: str
    begin: int
    end: int


def placed_words(text: str, *, with_ends: bool = False, read: Callable[[str], Words] = words_of) -> list[PlacedWord]:
    """Return the words and commas of ``text`` in order, and where its sentences end when that is asked for; ``read`` folds them."""
    found = []
    for chunk in re.finditer(r"\S+", text):
        found += [PlacedWord(_number(word), *chunk.span()) for word in read(chunk[0])]
        if chunk[0].endswith((",", ":")):
            found.append(PlacedWord(",", chunk.end(), chunk.end()))
        elif with_ends and chunk[0].endswith(_ENDS):
            found.append(PlacedWord(".", chunk.end(), chunk.end()))
    return found


def folded(words: Iterable[PlacedWord]) -> list[str]:
    """Return only how ``words`` are folded."""
    return [word.folded for word in words]


def _number(word: str) -> str:
    # "Een" would be "en" when it is squeezed.
    return "#" if word == "een" else re.sub(r"^\d+", "#", squeeze(word))
