"""Hears what people say about their own work and age. No guessing: word lists only, about the person who types."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.language.words.fold import squeeze
from bot.language.words.meant import meant_words
from bot.language.words.phrases import PhraseBook, Words, expand, phrase_set
from bot.language.words.phrasing import says
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "work.yml"
WISSELEND = "wisselend"
"""Who names more than one shift."""
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^”“\"]*[”“\"]")
_STOPS = re.compile(r"[.,;:!\n()]+|(?<=[?])")
_MINE = {"k": "ik", "kben": "ik ben", "kheb": "ik heb", "kwerk": "ik werk", "mij": "mijn", "m": "mijn", "mn": "mijn"}
_SELF = re.compile(r"(?<!\S)ik(?!\S)")

Phrases = Mapping[str, re.Pattern[str]]
"""Phrases by what they mean."""


@dataclass(frozen=True)
class Told:
    """What a message says; names are those of ``is``, ``not`` and ``shift`` in the word list."""

    groups: frozenset[str] = frozenset()
    no_longer: frozenset[str] = frozenset()
    shift: str | None = None
    office_hours: bool = False

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.groups or self.no_longer or self.shift or self.office_hours)


@dataclass(frozen=True)
class WorkWords:
    """Recognises statements, one part of a sentence at a time."""

    groups: Phrases
    no_longer: Phrases
    shifts: Phrases
    office_hours: re.Pattern[str]
    wishes: Sequence[str]
    past: Sequence[str]
    compared: Sequence[str]
    for_us_to_make: Sequence[str]
    one_day: Sequence[str]
    asking: Sequence[str]
    how_much: Sequence[str]
    breaks: re.Pattern[str]
    wipes: PhraseBook

    def told(self, text: str) -> Told:
        """Return what ``text`` says about the work or the age of whoever typed it; empty when it says nothing."""
        parts = [self._in(words) for words in self._parts(text)]
        ended = frozenset().union(*(part.no_longer for part in parts))
        shifts = {part.shift for part in parts if part.shift}
        return Told(
            frozenset().union(*(part.groups for part in parts)) - ended,
            ended,
            WISSELEND if len(shifts) > 1 else next(iter(shifts), None),
            any(part.office_hours for part in parts) and not shifts,
        )

    def shift_in(self, text: str) -> str | None:
        """Return the shift that ``text`` names, also when it answers "wanneer?" and so says nothing of whose it is."""
        return self.told(text).shift or next((found for words in self._parts(f"mijn {text}") if (found := self._in(words).shift)), None)

    def says_how_much(self, text: str) -> bool:
        """Return whether ``text`` holds a word about time or about leaving, so that it is more than what somebody does."""
        return says(_folded(text), self.how_much)

    def wants_it_forgotten(self, text: str) -> bool:
        """Return whether ``text`` asks to forget this, and nothing else."""
        return bool(self.wipes.covering(_folded(text)))

    def _parts(self, text: str) -> list[str]:
        parts = (" ".join(_folded(part)) for part in _STOPS.split(_QUOTED.sub(" ", text)) if not self._asks(part))
        return [piece.strip() for part in parts for piece in self.breaks.split(part) if piece.strip()]

    def _asks(self, part: str) -> bool:
        """Whether it asks something, of which nothing is kept. "Ik werk in de zorg wat past bij mij?" still begins by telling."""
        words = _folded(part)
        return words[:1] != ("ik",) and ("?" in part or " ".join(words[:1]) in self.asking)

    def _in(self, part: str) -> Told:
        words = part.split()
        if says(words, [*self.past, *self.compared, *self.for_us_to_make]):
            return Told()
        # A wish is about the person, too, but not yet: what they say of themselves does not count, what they call theirs does.
        line = _SELF.sub("-", part) if says(words, self.wishes) else part
        ended = _found(line, self.no_longer)
        by_day = self.office_hours.search(line) is not None
        shifts = frozenset() if by_day or says(words, self.one_day) else _found(line, self.shifts)
        return Told(_found(line, self.groups) - ended, ended, WISSELEND if len(shifts) > 1 else next(iter(shifts), None), by_day)


@cache
def load_work_words(path: Path = DATA) -> WorkWords:
    """Read the word lists, once per process."""
    data = read_mapping(path)
    no = "|".join(data["negations"])
    return WorkWords(
        groups=_phrases(data["is"], no),
        no_longer=_phrases(data["not"], no),
        shifts=_phrases(data["shift"], no),
        office_hours=_pattern(data["office_hours"], no),
        wishes=data["wishes"],
        past=data["past"],
        compared=list(map(squeeze, data["compared"])),
        for_us_to_make=list(map(squeeze, data["for_us_to_make"])),
        one_day=data["one_day"],
        asking=list(map(squeeze, data["asking"])),
        how_much=list(map(squeeze, data["how_much"])),
        breaks=re.compile("|".join(map(_break, data["breaks"]))),
        wipes=PhraseBook(dict.fromkeys(phrase_set(data["forget"], _folded), "forget"), phrase_set(data["fillers"], _folded)),
    )


def _phrases(patterns: Mapping[str, Sequence[str]], no: str) -> Phrases:
    return {name: _pattern(each, no) for name, each in patterns.items()}


def _pattern(patterns: Sequence[str], no: str) -> re.Pattern[str]:
    gap = rf"(?: (?!(?:{no})\b)\S+){{0,3}}"
    phrases = (squeeze(phrase) for each in patterns for phrase in expand(each))
    written = "|".join(phrase.replace(" *", gap).replace(" $", "$") for phrase in phrases)
    return re.compile(rf"(?<!\S)(?:{written})(?!\S)")


def _break(words: str) -> str:
    """Return where to split: before a word that joins, and for "en ik" after "en"."""
    first, _, rest = words.partition(" ")
    return rf"(?<!\S){first}(?= {rest}(?!\S))" if rest else rf"(?<!\S){first}(?!\S)"


def _found(line: str, phrases: Phrases) -> frozenset[str]:
    return frozenset(name for name, pattern in phrases.items() if pattern.search(line))


def _folded(text: str) -> Words:
    return tuple(word for each in meant_words(text) for word in _MINE.get(squeeze(each), squeeze(each)).split())
