"""Readings of a message in which one slip is corrected: a letter, or a space that is missing or one place off."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from bot.language.words.fold import squeeze
from bot.language.words.phrases import Words
from bot.language.words.typos import slips

SHORTEST = 3
"""A slip in a shorter word leaves too little to go by."""
AROUND = 20
"""Words kept on each side of a slip: more than any phrase we look for is long, and no more, so that a long text costs no more per word."""


@dataclass(frozen=True)
class OneSlip:
    """Corrects towards the words of some phrases. What is typed is squeezed."""

    words: Mapping[str, Words]
    """What each of those words stands for."""
    known: frozenset[str]
    """These, and words of their own that look like a slip in one of them."""
    meant: Mapping[str, tuple[Words, ...]]
    """What each slip may stand for."""
    longest: int

    def readings(self, typed: Words) -> Iterator[Words]:
        """Yield the part of ``typed`` around each slip, with that slip corrected."""
        for at, word in enumerate(typed):
            before, after = typed[max(at - AROUND, 0) : at], typed[at + 1 : at + 1 + AROUND]
            for meant in (*self.meant.get(word, ()), *self._parts_of(word)):
                yield (*before, *meant, *after)
            for meant in self._shifted(word, *after[:1]):
                yield (*before, *meant, *after[1:])

    def _parts_of(self, word: str) -> Iterator[Words]:
        if word not in self.known and len(word) <= 2 * self.longest:
            yield from self._all_known((word[:cut], word[cut:]) for cut in range(2, len(word) - 1))

    def _shifted(self, first: str, second: str = "") -> Iterator[Words]:
        if second and not self.known.issuperset((first, second)):
            pairs = ((first + second[0], second[1:]), (first[:-1], first[-1] + second))
            yield from self._all_known(tuple(squeeze(part) for part in pair if part) for pair in pairs)

    def _all_known(self, ways: Iterable[Words]) -> Iterator[Words]:
        return (
            tuple(chain.from_iterable(self.words[part] for part in parts)) for parts in ways if all(part in self.words for part in parts)
        )


def one_slip(words: Collection[str], real_words: Collection[str], fold: Callable[[str], Words]) -> OneSlip:
    """Return what corrects towards ``words``, read by ``fold``; nothing in ``real_words`` is a slip."""
    meanings = {squeeze(word): fold(word) for word in words}
    known = frozenset({*meanings, *map(squeeze, real_words)})
    meant: dict[str, set[Words]] = {}
    for word in words:
        for slip in slips_of(word) - known:
            meant.setdefault(slip, set()).add(meanings[squeeze(word)])
    return OneSlip(meanings, known, {slip: tuple(sorted(found)) for slip, found in meant.items()}, max(map(len, meanings), default=0))


def slips_of(word: str) -> set[str]:
    """Return every way to type ``word`` with one slip, squeezed; nothing for a short word."""
    if len(word) < SHORTEST:
        return set()
    without_first = {word[1:]} if len(word) > SHORTEST else set()
    return {squeeze(slip) for slip in (*slips(word), *without_first)}
