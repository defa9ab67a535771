"""Words that work before anything else looks at a message: rights, and signs that somebody is in danger."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.language.fold import respell, words_of
from bot.language.phrases import PhraseBook, Words, occurs_at


class Right(StrEnum):
    """What a person may always ask for."""

    ERASE = "erase"
    STOP = "stop"
    EXPORT = "export"
    OVERVIEW = "overview"
    PAUSE = "pause"
    HUMAN = "human"
    HELP = "help"


@dataclass(frozen=True)
class Crisis:
    """Somebody may be in danger."""


Finding = Right | Crisis | None


@dataclass(frozen=True)
class SafetyWords:
    """Recognises rights words and crisis words in what a person typed."""

    spelling: Mapping[str, str]
    rights_spelling: Mapping[str, str]
    typos: Mapping[str, str]
    rights: PhraseBook
    inside: frozenset[str]
    """Fillers that may also stand in the middle of a phrase."""
    exceptions: frozenset[Words]
    cues: Mapping[str, tuple[Words, ...]]
    """By their first word."""
    whole: frozenset[Words]
    unless: frozenset[Words]
    longest_unless: int

    def classify(self, text: str) -> Finding:
        """Return what ``text`` asks for before the dialogue sees it; None for everything that is just talk."""
        words = words_of(text)
        if self._is_crisis(self._corrected(respell(words, self.spelling))):
            return Crisis()
        if words in self.exceptions:
            return None
        found = self._rights_in(self._corrected(respell(words, self.rights_spelling)))
        return next((right for right in Right if right in found), None)

    def _rights_in(self, words: Words) -> set[str]:
        bare = tuple(word for word in words if word not in self.inside)
        return self.rights.covering(words) or self.rights.covering(bare)

    def _corrected(self, words: Words) -> Words:
        return tuple(self.typos.get(word, word) for word in words)

    def _is_crisis(self, words: Words) -> bool:
        if words in self.whole:
            return True
        plain = self._without_plain_talk(words)
        return any(occurs_at(plain, at, cue) for at, word in enumerate(plain) for cue in self.cues.get(word, ()))

    def _without_plain_talk(self, words: Words) -> Words:
        kept: list[str] = []
        at = 0
        while at < len(words):
            length = next((n for n in range(self.longest_unless, 0, -1) if words[at : at + n] in self.unless), 0)
            # A mark instead of nothing, so that the words around it do not become neighbours.
            kept.append("-" if length else words[at])
            at += length or 1
        return tuple(kept)
