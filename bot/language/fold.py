"""Folds away what does not change the meaning of a word: case, accents, punctuation, repeated letters."""

import re
import unicodedata
from collections.abc import Mapping

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
"""Letters that do not fall apart into a letter and an accent."""
_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_DIGITS_AS_LETTERS = str.maketrans("0134", "oiea")
_DIGIT_INSIDE_WORD = re.compile(r"(?<=[a-z])[0134](?=[a-z])")
_WORD = re.compile(r"[^\W_]+")
_SPACED_OUT = re.compile(r"\b[^\W\d_](?:[\s.-]+[^\W\d_]\b){2,}")
"""Letters one by one, as in "s t o p" and "a.u.b."."""
_REPEATED = re.compile(r"([^\W\d])\1+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, folded: ``"STÓPPP, a.u.b.!"`` gives ``("stoppp", "aub")``."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign)).translate(_LETTERS)
    lettered = _DIGIT_INSIDE_WORD.sub(lambda match: match.group().translate(_DIGITS_AS_LETTERS), bare)
    return tuple(_WORD.findall(_SPACED_OUT.sub(_joined, lettered)))


def _joined(match: re.Match[str]) -> str:
    return "".join(_WORD.findall(match[0]))


def squeeze(word: str) -> str:
    """Return ``word`` with every repeated letter written once: ``"stoppp"`` and ``"stop"`` become the same."""
    return _REPEATED.sub(r"\1", word)


def respell(words: tuple[str, ...], spelling: Mapping[str, str]) -> tuple[str, ...]:
    """Replace squeezed spellings (``"kwil"``) by the words they stand for (``"ik wil"``), squeezed."""
    return tuple(part for word in words for part in spelling.get(squeeze(word), squeeze(word)).split())
