"""Hears how people want to be spoken to: what they ask for, and whether they say *u* themselves. No guessing: word lists only."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.language.words.fold import squeeze, words_of
from bot.language.words.meant import squeezed_words
from bot.language.words.phrases import PhraseBook, Spotter, expand, phrase_set
from bot.language.words.phrasing import says
from bot.language.words.yaml_files import LISTS, read_mapping
from bot.registers import Asked

DATA = LISTS / "manners.yml"

_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^”“\"]*[”“\"]|«[^»]*»|(?<!\w)['‘’][^'‘’]*['’](?!\w)")
_WORD = re.compile(r"[\w&@.+/-]+")
"""A word with everything that is stuck to it: a lone u in "u-bocht", "14.u" or "a/u" is no pronoun."""
_LOOSE = ".,!?;:"


@dataclass(frozen=True)
class Manners:
    """Recognises wishes about wording and the pronoun *u*."""

    wishes: PhraseBook
    formal: frozenset[str]
    informal: frozenset[str]
    not_after: frozenset[str]
    not_in: tuple[str, ...]
    too_hard: Spotter
    of_other_texts: frozenset[str]

    def asked(self, text: str) -> Asked | None:
        """Return what ``text`` asks about the wording; None when it (also) says something else than that our words are too hard."""
        words = squeezed_words(text)
        found = self.wishes.covering(words)
        if found == {Asked.EASY, Asked.U}:
            return Asked.EASY_U
        if found:
            return Asked(next(iter(found))) if len(found) == 1 else None
        return Asked.EASY if self.too_hard.spots(words) and not self.of_other_texts.intersection(words) else None

    def says_u(self, text: str) -> bool:
        """Return whether somebody says *u* to us, and not *je* as well. Quoted words are somebody else's."""
        own = _QUOTED.sub(" ", text)
        if says(words_of(own), self.not_in):
            return False
        words = [word.strip(_LOOSE).casefold() for word in _WORD.findall(own)]
        if self.informal & set(words):
            return False
        return any(self._is_pronoun(words, at) for at, word in enumerate(words) if word in self.formal)

    def _is_pronoun(self, words: list[str], at: int) -> bool:
        before = words[at - 1] if at else ""
        after = words[at + 1] if at + 1 < len(words) else ""
        if words[at] != "u":
            return True
        letters = len(before) == 1 or len(after) == 1
        return bool(before or after) and not letters and not before[-1:].isdigit() and before not in self.not_after


@cache
def load_manners(path: Path = DATA) -> Manners:
    """Read the word lists, once per process."""
    data = read_mapping(path)
    wishes = {phrase: str(Asked(wanted)) for wanted, patterns in data["asked"].items() for phrase in phrase_set(patterns)}
    return Manners(
        PhraseBook(wishes, phrase_set(data["fillers"])),
        frozenset(data["u"]),
        frozenset(data["je"]),
        frozenset(data["not_after"]),
        tuple(phrase for pattern in data["not_in"] for phrase in expand(pattern)),
        Spotter(data["too_hard"]),
        frozenset(map(squeeze, data["of_other_texts"])),
    )
