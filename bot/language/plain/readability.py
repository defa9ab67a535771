"""How hard a Dutch text is to read, in numbers."""

import re
from dataclasses import dataclass

import textstat

textstat.set_lang("nl")

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"')*_]*\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’.,:/@-][^\W_]+)*")
_NO_LANGUAGE = re.compile(r"https?://\S+|\b[\w.-]+\.(?:nl|com|org|eu)\b\S*|\d[\d .,:-]*\d|\d")
_STAND_IN = "dit"
"""Takes the place of a variable, an address or a number: something short that is read at a glance."""
_VARIABLE = re.compile(r"\{[^{}]*\}")
_VOWELS = re.compile(r"ij|[aeiouyáéíóúàèêâôû]+|[äëïöü]", re.IGNORECASE)


@dataclass(frozen=True)
class Measures:
    """Words, words per sentence, and the Flesch–Douma score (80 and up is easy)."""

    words: int
    longest_sentence: int
    mean_sentence: float
    flesch_douma: float


def measure(text: str) -> Measures:
    """Measure ``text``; variables such as ``{name}`` count as one short word."""
    plain = _VARIABLE.sub(_STAND_IN, _NO_LANGUAGE.sub(_STAND_IN, text))
    lengths = [len(words_in(sentence)) for sentence in sentences_in(plain)]
    lengths = [length for length in lengths if length] or [0]
    words = sum(lengths)
    mean = words / len(lengths)
    return Measures(words, max(lengths), mean, _flesch_douma(words_in(plain), mean))


def sentences_in(text: str) -> list[str]:
    """Return the sentences of ``text``."""
    return _SENTENCE_END.split(text)


def without_variables(text: str) -> str:
    """Return ``text`` without variables, addresses and numbers: what is left is language."""
    return _VARIABLE.sub(" ", _NO_LANGUAGE.sub(" ", text))


def words_in(text: str) -> list[str]:
    """Return the words of ``text`` as written."""
    return _WORD.findall(text)


def _flesch_douma(words: list[str], mean_sentence: float) -> float:
    if not words:
        return 100.0
    syllables = sum(map(_syllables, words))
    return 206.84 - 0.77 * (100 * syllables / len(words)) - 0.93 * mean_sentence


def _syllables(word: str) -> int:
    # The hyphenation behind textstat misses short first syllables and foreign words, counting vowels misses
    # vowels that meet ("video"): the higher of the two keeps the score honest.
    return max(int(textstat.syllable_count(word)), len(_VOWELS.findall(word)), 1)
