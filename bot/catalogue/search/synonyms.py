"""Other words for the same thing: what people say, and the words of the catalogue that mean it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from bot.catalogue.dutch import keys
from bot.catalogue.interests import FOLDER
from bot.language.yaml_files import read_mapping

_LONGEST_PHRASE = 5
"""Words in the longest phrase that is looked for."""


class Synonyms:
    """Knows for words and phrases what they mean in other words."""

    def __init__(self, entries: Mapping[str, Iterable[str]]) -> None:
        self._meanings: dict[tuple[str, ...], tuple[str, ...]] = {}
        for said, meant in entries.items():
            self._add(said, meant)

    def heard(self, said: Sequence[str]) -> Iterator[tuple[range, tuple[str, ...]]]:
        """Yield each place in ``said`` (keys of words) that has synonyms, longest phrase first, with the keys of those."""
        start = 0
        while start < len(said):
            length = next((n for n in range(_LONGEST_PHRASE, 0, -1) if tuple(said[start : start + n]) in self._meanings), 0)
            if length:
                yield range(start, min(start + length, len(said))), self._meanings[tuple(said[start : start + length])]
            start += max(length, 1)

    def _add(self, said: str, meant: Iterable[str]) -> None:
        phrase = tuple(keys(said))
        if phrase and len(phrase) <= _LONGEST_PHRASE:
            known = self._meanings.get(phrase, ())
            self._meanings[phrase] = tuple(dict.fromkeys((*known, *(key for each in meant for key in keys(each)))))


@cache
def load_synonyms() -> Synonyms:
    """Return the synonyms that are shipped."""
    return Synonyms(read_mapping(FOLDER / "synonyms.yml"))
