"""The word lists of one file in ``bot/language/data``: read when first asked for, and kept as they are looked with."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from bot.language.words.fold import squeeze
from bot.language.words.phrases import Spotter
from bot.language.words.yaml_files import LISTS, read_mapping


class WordLists:
    """Lists by the name that they have in the file, in its order."""

    def __init__(self, file: str) -> None:
        """Take the name of a ``file``, without its ending."""
        self._path = LISTS / f"{file}.yml"
        self._words: dict[str, frozenset[str]] = {}
        self._spotters: dict[str, Spotter] = {}

    @cached_property
    def all(self) -> dict[str, Any]:
        """Everything that stands in the file."""
        return read_mapping(self._path)

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  # a list, or whatever else the file has there
        return self.all[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.all)

    def words(self, name: str) -> frozenset[str]:
        """Return what stands in one list, squeezed."""
        if name not in self._words:
            self._words[name] = frozenset(map(squeeze, self[name]))
        return self._words[name]

    def spotter(self, name: str) -> Spotter:
        """Return what finds the phrases of one list."""
        if name not in self._spotters:
            self._spotters[name] = Spotter(self[name])
        return self._spotters[name]

    def first[Name: str](self, names: Iterable[Name], words: Sequence[str]) -> Name | None:
        """Return the first of ``names`` whose list has a phrase that stands in squeezed ``words``; None when none has."""
        return next((name for name in names if self.spotter(name).spots(words)), None)
