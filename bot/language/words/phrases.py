"""Phrases with choices in them, and texts that are made of such phrases only."""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import product

from bot.language.words.fold import squeeze, squeezed

Words = tuple[str, ...]

_CHOICE = re.compile(r"\(([^()]*)\)")


def expand(pattern: str) -> list[str]:
    """Write out choices: ``"stop (ermee|nu|)"`` gives three phrases; an empty choice leaves the words out."""
    pieces = _CHOICE.split(pattern)
    choices = [piece.split("|") if i % 2 else [piece] for i, piece in enumerate(pieces)]
    return [" ".join("".join(picked).split()) for picked in product(*choices)]


def phrase_set(patterns: Iterable[str], fold: Callable[[str], Words] = squeezed) -> frozenset[Words]:
    """Expand and fold ``patterns``; short phrases may also be typed without spaces."""
    folded = {fold(phrase) for pattern in patterns for phrase in expand(pattern)} - {()}
    joined = {("".join(words),) for words in folded if 2 <= len(words) <= _MAX_JOINED}
    return frozenset(folded | joined)


_MAX_JOINED = 3


class PhraseBook:
    """Phrases with a meaning, and fillers that may stand around them."""

    def __init__(self, meanings: Mapping[Words, str], fillers: frozenset[Words] = frozenset()) -> None:
        self._meanings = meanings
        self._fillers = fillers
        self._longest = max(map(len, (*meanings, *fillers)), default=0)

    def after_a_slip(self) -> "PhraseBook":
        """Return the same book without the meanings of single words: with a letter wrong, those may be other words."""
        return PhraseBook({words: meaning for words, meaning in self._meanings.items() if len(words) > 1}, self._fillers)

    def covering(self, words: Words) -> set[str]:
        """Return the meanings of the phrases that, with fillers, make up all of ``words``; empty when a word is left over."""
        reached: dict[int, set[str]] = {0: set()}
        for start in range(len(words)):
            if start not in reached:
                continue
            for end in range(start + 1, min(start + self._longest, len(words)) + 1):
                part = words[start:end]
                if part in self._meanings:
                    reached.setdefault(end, set()).update(reached[start], {self._meanings[part]})
                elif part in self._fillers:
                    reached.setdefault(end, set()).update(reached[start])
        return reached.get(len(words), set())


GAP = 3
ANY_WORDS = "*"
"""Stands in a phrase for words that do not matter, at most ``GAP``."""


def occurs_at(words: Words, at: int, phrase: Words) -> bool:
    """Tell whether ``phrase`` starts at ``words[at]``; ``ANY_WORDS`` may stand in it."""
    if not phrase:
        return True
    if phrase[0] == ANY_WORDS:
        return any(occurs_at(words, at + skipped, phrase[1:]) for skipped in range(GAP + 1))
    return at < len(words) and words[at] == phrase[0] and occurs_at(words, at + 1, phrase[1:])


class Spotter:
    """Finds phrases anywhere in folded, squeezed words. Many choices cost nothing: they are not written out.

    ``(a|b|)`` means a, or b, or nothing; ``*`` at most ``GAP`` words in between; ``^`` and ``$`` the begin and the end.
    """

    def __init__(self, patterns: Iterable[str], fold: Callable[[str], Words] = lambda text: tuple(squeeze(text).split())) -> None:
        """Take ``patterns``, whose words are read by ``fold``: it must fold them as the words that are looked at."""
        either = "|".join(_as_regex(pattern, fold) for pattern in patterns)
        # Looking ahead for a space saves trying every phrase inside a word. No phrases at all are never found.
        self._found = re.compile(rf"(?= )(?:{either})(?!\S)" if either else "(?!)")

    def spots(self, words: Iterable[str]) -> bool:
        """Return whether one of the phrases stands in ``words``."""
        return self._found.search(_line(words)) is not None

    def found(self, words: Iterable[str]) -> tuple[int, int] | None:
        """Return where the first of the phrases stands, from and up to which word; None when there is none."""
        line = _line(words)
        match = self._found.search(line)
        return (line.count(" ", 0, match.start()), line.count(" ", 0, match.end())) if match else None

    def without(self, words: Iterable[str]) -> Words:
        """Return ``words`` with a mark for each of the phrases, so that the words around it do not become neighbours."""
        return tuple(self._found.sub(f" {MARK}", _line(words)).split())


MARK = "-"
"""Stands where a phrase was taken out."""
_MARKS = {ANY_WORDS: rf"(?: \S+){{0,{GAP}}}", "^": r"\A", "$": r"\Z"}


def _line(words: Iterable[str]) -> str:
    return "".join(f" {word}" for word in words)


def _as_regex(pattern: str, fold: Callable[[str], Words]) -> str:
    pieces = _CHOICE.split(pattern)
    choices = [piece.split("|") if i % 2 else [piece] for i, piece in enumerate(pieces)]
    return "".join(f"(?:{'|'.join(_in_a_row(phrase, fold) for phrase in phrases)})" for phrases in choices)


def _in_a_row(phrase: str, fold: Callable[[str], Words]) -> str:
    return "".join(_MARKS.get(word) or "".join(f" {re.escape(part)}" for part in fold(word)) for word in phrase.split())
