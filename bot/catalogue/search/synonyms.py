"""Other words for the same thing: what people say, and the words of the catalogue that mean it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from bot.catalogue.dutch import Word, telling, words
from bot.catalogue.interests import FOLDER, light_words, stop_words
from bot.catalogue.search.endings import bare
from bot.catalogue.search.esco import read_esco
from bot.language.words.yaml_files import read_mapping

_LONGEST_PHRASE = 5
"""Words in the longest phrase that is looked for."""


class Synonyms:
    """Knows for words and phrases what they mean in other words."""

    def __init__(self, *lists: Mapping[str, Iterable[str]]) -> None:
        self._meanings: dict[tuple[str, ...], tuple[str, ...]] = {}
        for entries in lists:
            for said, meant in entries.items():
                self._add(said, meant)

    def heard(self, said: Sequence[str]) -> Iterator[tuple[range, tuple[str, ...]]]:
        """Yield each place in ``said`` (keys of words) that has synonyms, longest phrase first, with the keys of those."""
        said = [self._known(key) for key in said]
        start = 0
        while start < len(said):
            length = next((n for n in range(_LONGEST_PHRASE, 0, -1) if tuple(said[start : start + n]) in self._meanings), 0)
            if length:
                yield range(start, min(start + length, len(said))), self._meanings[tuple(said[start : start + length])]
            start += max(length, 1)

    def _known(self, key: str) -> str:
        return next((form for form in (key, *bare(key)) if (form,) in self._meanings), key)

    def _add(self, said: str, meant: Iterable[str]) -> None:
        phrase = words(said)
        says_nothing = len(phrase) == 1 and not telling(phrase, stop_words())
        if not phrase or len(phrase) > _LONGEST_PHRASE or says_nothing:
            return
        place = tuple(each.key for each in phrase)
        meanings = (each.key for text in meant for each in _telling_most(text))
        self._meanings[place] = tuple(dict.fromkeys((*self._meanings.get(place, ()), *meanings)))


def _telling_most(text: str) -> Sequence[Word]:
    """Return the words of ``text`` that tell what it is about: of "praten voor een groep" not "praten"."""
    told = telling(words(text), stop_words())
    return [each for each in told if each.folded not in light_words()] or told


@cache
def load_synonyms(esco: Path | None = None) -> Synonyms:
    """Return the synonyms that are shipped, and those of the ESCO files in ``esco``; raises BadEscoFile."""
    return Synonyms(read_mapping(FOLDER / "synonyms.yml"), read_esco(esco) if esco else {})
