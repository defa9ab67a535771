"""Words that work before anything else looks at a message: rights, and signs that somebody is in danger or in trouble."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.language.cues import Cues
from bot.language.fold import respell, words_of
from bot.language.phrases import PhraseBook, Words


class Right(StrEnum):
    """What a person may always ask for."""

    ERASE = "erase"
    STOP = "stop"
    EXPORT = "export"
    OVERVIEW = "overview"
    PAUSE = "pause"
    HUMAN = "human"
    HELP = "help"


class Trouble(StrEnum):
    """What a person may be in, the gravest first."""

    CRISIS = "crisis"
    VIOLENCE = "violence"
    DEBT = "debt"
    UNSAFE_WORK = "unsafe_work"

    @property
    def is_grave(self) -> bool:
        """Whether it comes before everything else, also before a right."""
        return self in (Trouble.CRISIS, Trouble.VIOLENCE)


@dataclass(frozen=True)
class Sign:
    """Somebody may be in trouble."""

    trouble: Trouble
    language: str = "nl"
    """Two letters: in which language it was said."""

    @property
    def name(self) -> str:
        """Trouble and language, as ``named`` reads it."""
        return f"{self.trouble}:{self.language}"

    @classmethod
    def named(cls, name: str) -> "Sign":
        """Read what ``name`` wrote; raises ValueError for anything else."""
        trouble, _, language = name.partition(":")
        return cls(Trouble(trouble), language)


Finding = Right | Sign | None


@dataclass(frozen=True)
class SafetyWords:
    """Recognises rights words and signs of trouble in what a person typed."""

    spelling: Mapping[str, str]
    rights_spelling: Mapping[str, str]
    typos: Mapping[str, str]
    rights: PhraseBook
    inside: frozenset[str]
    """Fillers that may also stand in the middle of a phrase."""
    exceptions: frozenset[Words]
    cues: Mapping[Trouble, Cues]

    def classify(self, text: str) -> Finding:
        """Return what ``text`` asks for before the dialogue sees it; None for everything that is just talk."""
        words = words_of(text)
        sign = self._sign_in(words)
        if sign and sign.trouble.is_grave:
            return sign
        return self._right_in(words) or sign

    def _sign_in(self, words: Words) -> Sign | None:
        readings = self._readings(respell(words, self.spelling))
        found = (Sign(trouble, lang) for trouble in Trouble for reading in readings if (lang := self.cues[trouble].language_in(reading)))
        return next(found, None)

    def _right_in(self, words: Words) -> Right | None:
        if words in self.exceptions:
            return None
        found = {right for reading in self._readings(respell(words, self.rights_spelling)) for right in self._rights_in(reading)}
        return next((right for right in Right if right in found), None)

    def _rights_in(self, words: Words) -> set[str]:
        bare = tuple(word for word in words if word not in self.inside)
        return self.rights.covering(words) or self.rights.covering(bare)

    def _readings(self, words: Words) -> list[Words]:
        """Return ``words`` as typed, and with slips of the finger corrected: a slip in one language is a word in another."""
        corrected = tuple(self.typos.get(word, word) for word in words)
        return [words] if corrected == words else [words, corrected]
