"""Ways to take a sentence apart: letters, sounds, consonants without vowels, words that stand together, and how it begins and ends."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, islice, pairwise

from engine.components.folding import fold
from engine.components.sounds import as_it_sounds

SHORTEST, LONGEST = 2, 5
"""Letters in a piece of a word; the space before and after a word counts as a letter."""

COMBINED = 25
"""Words of a sentence that are put together in pairs, in the order of the alphabet: the number of pairs grows with the square."""

LONG = 12
"""Words. Longer sentences are alike in length."""

_WORD = re.compile(r"\w+")
_VOWEL = re.compile(r"\B[aeiou]")


def parts(text: str) -> Iterator[str]:
    """Yield every piece of every word of ``text``, from ``SHORTEST`` to ``LONGEST`` letters."""
    for word in text.split():
        padded = f" {word} "
        for length in range(SHORTEST, LONGEST + 1):
            for start in range(max(len(padded) - length, 0) + 1):
                yield padded[start : start + length]
            if len(padded) <= length:
                break


def words(text: str) -> Iterator[str]:
    """Yield every word of ``text`` and every pair of words that stand together."""
    found = _WORD.findall(text)
    yield from found
    yield from map(" ".join, pairwise(found))


def together(text: str) -> Iterator[str]:
    """Yield every two words that stand in ``text``, however far apart: "wil ... leren"."""
    yield from map("+".join, combinations(islice(sorted(set(_WORD.findall(text))), COMBINED), 2))


def frame(text: str) -> Iterator[str]:
    """Yield how ``text`` begins, how it ends, and how many words it has."""
    found = _WORD.findall(text)
    if found:
        yield from (f"^{found[0]}", f"^{' '.join(found[:2])}", f"{found[-1]}$", f"{' '.join(found[-2:])}$")
    yield f"#{min(len(found), LONG)}"


def bones(text: str) -> str:
    """Return ``text`` without vowels, but for those that begin a word: a slip or an accent seldom touches the rest."""
    return _VOWEL.sub("", text)


VIEWS: Mapping[str, tuple[Callable[[str], str], Callable[[str], Iterator[str]]]] = {
    "letters": (fold, parts),
    "sounds": (as_it_sounds, parts),
    "heard": (as_it_sounds, words),
    "together": (as_it_sounds, together),
    "frame": (as_it_sounds, frame),
    "bones": (lambda text: bones(as_it_sounds(text)), words),
}
"""How each view writes a sentence, and how it takes it apart. What is written is cut at the same length by all."""
