"""Words that work before anything else looks at a message: rights, and signs that somebody is in danger or in trouble."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.language.safety.cues import Cue, Cues, Hints
from bot.language.safety.weighing import load_scale, pieces_of
from bot.language.words.fold import respell, squeeze, words_of
from bot.language.words.markers import without_markers
from bot.language.words.meant import meant
from bot.language.words.one_slip import AROUND, OneSlip
from bot.language.words.other_language import language_of
from bot.language.words.phrases import PhraseBook, Words
from bot.language.words.word_lists import WordLists


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

    EMERGENCY = "emergency"
    CRISIS = "crisis"
    VIOLENCE = "violence"
    DEBT = "debt"
    UNSAFE_WORK = "unsafe_work"

    @property
    def is_grave(self) -> bool:
        """Whether it comes before everything else, also before a right."""
        return self in (Trouble.EMERGENCY, Trouble.CRISIS, Trouble.VIOLENCE)


GRAVE = frozenset(trouble for trouble in Trouble if trouble.is_grave)
"""Troubles after which nothing is asked."""


@dataclass(frozen=True)
class Sign:
    """Somebody may be in trouble."""

    trouble: Trouble
    language: str = "nl"
    """Two letters: in which language it was said."""
    sure: bool = True
    """Whether it hardly can mean something else; if not, we ask."""

    @property
    def is_alarm(self) -> bool:
        """Whether somebody is in danger, without a doubt."""
        return self.trouble.is_grave and self.sure

    @property
    def name(self) -> str:
        """Trouble, language and doubt, as ``named`` reads it."""
        return f"{self.trouble}:{self.language}" + ("" if self.sure else _DOUBT)

    @classmethod
    def named(cls, name: str) -> "Sign":
        """Read what ``name`` wrote; raises ValueError for anything else."""
        trouble, _, language = name.removesuffix(_DOUBT).partition(":")
        return cls(Trouble(trouble), language, not name.endswith(_DOUBT))


_DOUBT = ":maybe"


Finding = Right | Sign | None
DUTCH = "nl"
OUTRIGHT = WordLists("outright")
DOUBTFUL, JUST_TALK = -3.0, -4.0
"""Under which weight of all its words a sure sign of despair is asked about first, and a doubt is left alone.

Of sentences that were not learned from (five-fold) 91% of the sure signs stay sure and 97% of the doubts are asked about; of those in
plain talk 40% and 64%.
"""
NOTHING_AROUND = 4
"""Words of a message that holds next to nothing but the sign itself."""
LONGEST_RIGHT = 16
"""Words of a message in which a right is still looked for behind a slip."""


@dataclass(frozen=True)
class Forgiving:
    """What is recognised when one slip is corrected."""

    trouble: OneSlip
    cues: Mapping[Trouble, Cues]
    talk: OneSlip
    rights: OneSlip
    book: PhraseBook


@dataclass(frozen=True)
class SafetyWords:
    """Recognises rights words and signs of trouble in what a person typed."""

    spelling: Mapping[str, str]
    rights_spelling: Mapping[str, str]
    typos: Mapping[str, str]
    rights: PhraseBook
    inside: frozenset[str]
    """Fillers that may also stand in the middle of a phrase."""
    hints: Hints
    """Rights in messages that say more, by their name."""
    exceptions: frozenset[Words]
    cues: Mapping[Trouble, Cues]
    forgiving: Forgiving

    def classify(self, text: str) -> Finding:
        """Return what ``text`` asks for before the dialogue sees it; None for everything that is just talk."""
        words = words_of(text)
        sign = self._sign_in(words)
        if sign and sign.is_alarm:
            return sign
        # What asks for nothing but a right says more than words that only may be grave.
        asked = words_of(without_markers(text))
        listed = self._right_in(asked) or (sign if sign and sign.trouble.is_grave else self._hinted_in(asked) or sign)
        return listed or (Sign(Trouble.CRISIS, language_of(text) or "nl", sure=False) if sounds_desperate(words) else None)

    def _sign_in(self, words: Words) -> Sign | None:
        spelled = respell(words, self.spelling)
        may_slip = any(self.forgiving.trouble.readings(spelled))
        found = ((trouble, self._cue_in(spelled, trouble, may_slip=may_slip)) for trouble in Trouble)
        return next((Sign(trouble, cue.language, cue.sure) for trouble, cue in found if cue), None)

    def _cue_in(self, words: Words, trouble: Trouble, *, may_slip: bool) -> Cue | None:
        cues = self.cues[trouble]
        found = _first(cues, self._readings(words))
        if found and self._may_be_plain_talk(words, cues):
            return replace(found, sure=False) if trouble.is_grave else None
        if found and trouble is Trouble.CRISIS and found.language == DUTCH:
            return _weighed(found, words)
        if found:
            return found
        # Plain talk goes first: a correction in it would bring out what it hides.
        slipped = self.forgiving.trouble.readings(cues.without_plain_talk(words)) if may_slip else ()
        return _first(self.forgiving.cues[trouble], slipped)

    def _may_be_plain_talk(self, words: Words, cues: Cues) -> bool:
        return len(words) <= AROUND and any(cues.is_hidden_in(reading) for reading in self.forgiving.talk.readings(words))

    def _right_in(self, words: Words) -> Right | None:
        if words in self.exceptions:
            return None
        spelled = respell(words, self.rights_spelling)
        found = _rights_in(self.rights, self._without_fillers(self._readings(spelled)))
        if not found and len(words) <= LONGEST_RIGHT:
            found = _rights_in(self.forgiving.book, self._without_fillers(self.forgiving.rights.readings(spelled)))
        return next((right for right in Right if right in found), None)

    def _hinted_in(self, words: Words) -> Right | None:
        hinted = self.hints.hinted_in(respell(words, self.rights_spelling))
        if hinted == Right.ERASE and not self.hints.hinted_in(respell(tuple(map(meant, words)), self.rights_spelling)):
            # "Haal mijn plna weg": with the slip mended it is plain talk.
            return None
        return Right(hinted) if hinted else None

    def _without_fillers(self, readings: Iterable[Words]) -> Iterator[Words]:
        """Yield every reading, and the same without the fillers inside it."""
        for words in readings:
            yield words
            yield tuple(word for word in words if word not in self.inside)

    def _readings(self, words: Words) -> list[Words]:
        """Return ``words`` as typed, and with slips of the finger corrected: a slip in one language is a word in another."""
        corrected = tuple(self.typos.get(word, word) for word in words)
        return [words] if corrected == words else [words, corrected]


def _weighed(cue: Cue, words: Words) -> Cue | None:
    """Return ``cue`` as sure as the words around it leave it: they may say that it is about work, a film or a machine.

    A few words leave nothing around it, and what is said outright needs nothing: "ik wil dood" is what it says.
    """
    if is_said_outright(words):
        return replace(cue, sure=True)
    if len(words) <= NOTHING_AROUND:
        return cue
    pieces = pieces_of(words)
    over = load_scale(Trouble.CRISIS).over(pieces) if pieces else 0.0
    if cue.sure:
        return replace(cue, sure=over >= DOUBTFUL)
    return cue if over >= JUST_TALK else None


def is_said_outright(words: Words) -> bool:
    """Return whether folded ``words`` say in so many words that somebody does not want to live."""
    squeezed = tuple(map(squeeze, words))
    return OUTRIGHT.spotter("death").spots(squeezed) and not OUTRIGHT.spotter("unless").spots(squeezed)


def sounds_desperate(words: Words) -> bool:
    """Return whether folded ``words`` sound like what people type who do not want to live; pure, a twentieth of a millisecond."""
    return load_scale(Trouble.CRISIS).over(pieces_of(words)) >= 0


def _first(cues: Cues, readings: Iterable[Words]) -> Cue | None:
    return next((cue for reading in readings if (cue := cues.sign_in(reading))), None)


def _rights_in(book: PhraseBook, readings: Iterable[Words]) -> set[str]:
    return {right for words in readings for right in book.covering(words)}
