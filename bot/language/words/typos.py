"""Slips of the finger: which misspelt words most likely mean a known word."""

from collections.abc import Iterable, Iterator

SHORTEST = 5
"""Words with fewer letters look too much like other words once a letter is wrong."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _neighbours() -> dict[str, str]:
    beside: dict[str, set[str]] = {letter: set() for row in _ROWS for letter in row}
    places = [(y, x, letter) for y, row in enumerate(_ROWS) for x, letter in enumerate(row)]
    for y, x, letter in places:
        # Each row of a keyboard is shifted half a key, so a key touches two keys of the row above it.
        beside[letter] |= {other for v, u, other in places if (v == y and abs(u - x) == 1) or (v == y - 1 and u in (x, x + 1))}
        beside[letter] |= {other for v, u, other in places if v == y + 1 and u in (x, x - 1)}
    return {letter: "".join(sorted(others)) for letter, others in beside.items()}


_BESIDE = _neighbours()


def slips(word: str) -> Iterator[str]:
    """Yield ``word`` with one letter left out, two letters swapped, or a neighbouring key hit. The first letter stays."""
    for i in range(1, len(word)):
        yield word[:i] + word[i + 1 :]
        yield from (word[:i] + key + word[i + 1 :] for key in _BESIDE.get(word[i], ""))
    for i in range(len(word) - 1):
        yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def typo_map(words: Iterable[str], real_words: frozenset[str]) -> dict[str, str]:
    """Return misspelling → word for every slip in ``words`` that is no word of its own and points to one word only."""
    known = set(words)
    meant: dict[str, set[str]] = {}
    for word in known:
        if len(word) >= SHORTEST:
            for slip in slips(word):
                meant.setdefault(slip, set()).add(word)
    return {slip: sources.pop() for slip, sources in meant.items() if len(sources) == 1 and slip not in known | real_words}
