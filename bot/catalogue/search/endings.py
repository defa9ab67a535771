"""What stands before an ending that says little: "las" in "lascursus", "voetbal" in "gevoetbald"."""

from collections.abc import Iterable, Iterator
from functools import cache

from bot.catalogue.dutch import word
from bot.catalogue.interests import FOLDER, empty_ends
from bot.language.words.yaml_files import read_mapping

_SHORTEST_STEM = 3
_ANY = "bang"


def bare(key: str) -> Iterator[str]:
    """Yield ``key`` without an ending such as "cursus", and a past participle without "ge" and "d"."""
    yield from (key.removesuffix(end) for end in _ends() if key.endswith(end) and len(key) >= len(end) + _SHORTEST_STEM)
    if key.startswith("ge") and key[-1] in "dt" and len(key) > _SHORTEST_STEM + 3:
        yield from (key[2:-1], word(f"{key[2:-1]}en").key)


def only_ends(rest: str) -> bool:
    """Return whether ``rest``, behind a word, makes no other thing of it: "ier" in "tuinier", "cursus" in "lascursus"."""
    return rest in _ends() or rest in _derived()


@cache
def _derived() -> frozenset[str]:
    return _as_ends(read_mapping(FOLDER / "endings.yml")["derived"])


@cache
def _ends() -> frozenset[str]:
    return _as_ends(empty_ends())


def _as_ends(ends: Iterable[str]) -> frozenset[str]:
    # Behind another word an ending may lose more: the key of "zangles" ends in "le".
    return frozenset(word(f"{_ANY}{end}").key.removeprefix(_ANY) for end in ends)
