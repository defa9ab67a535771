"""Leaves out the small words that only open or close what somebody says: "weet je wat, laat maar" asks nothing about them."""

from bot.language.words.placed import PlacedWord, folded, placed_words
from bot.language.words.word_lists import WordLists

LISTS = WordLists("markers")
PAUSES = (",", ".")


def without_markers(text: str) -> str:
    """Return ``text`` without them; ``text`` itself when it has none, or says nothing else."""
    words = placed_words(text, with_ends=True)
    said = folded(words)
    begin, end = _opened(said), _closed(said)
    kept = words[begin:end]
    return text if not _says_something(kept) or len(kept) == len(words) else text[_first(kept) : kept[-1].end].rstrip(" ,")


def _opened(said: list[str]) -> int:
    """Return up to which word ``said`` is only an opening."""
    opening = LISTS.spotter("opens").found(said)
    rest = said[opening[1] :] if opening else []
    if opening is None or not LISTS.spotter("goes_on").spots(rest) or LISTS.spotter("asks").spots(rest):
        return 0
    return opening[1]


def _closed(said: list[str]) -> int:
    """Return from which word on ``said`` is only a closing."""
    closing = LISTS.spotter("closes").found(said)
    before = said[: closing[0]] if closing else []
    asks = {*before[:1], *before[-1:]} & LISTS.words("question")
    return closing[0] if closing and before and not asks else len(said)


def _says_something(words: list[PlacedWord]) -> bool:
    return any(word.folded not in PAUSES for word in words)


def _first(words: list[PlacedWord]) -> int:
    return next(word.begin for word in words if word.folded not in PAUSES)
