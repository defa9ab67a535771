"""Folds away what does not change the meaning of a word: case, accents, punctuation, repeated letters."""

import re
import unicodedata
from collections.abc import Mapping

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
"""Letters that do not fall apart into a letter and an accent."""
_LOOKALIKES = str.maketrans(
    {
        **dict(zip("аеіјоѕрсухԁѡӏвнкмтгп", "aeijospcyxdwlbhkmtrn", strict=True)),
        **dict(zip("αεικνορτυχηβγω", "aeikvoptuxhbyw", strict=True)),
    }
)
"""Cyrillic and Greek letters that look like a Latin one, in small or in capital."""
_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_DIGITS_AS_LETTERS = str.maketrans("0134", "oiea")
_DIGIT_INSIDE_WORD = re.compile(r"(?<=[a-z])[0134]+(?=[a-z])")
_WORD = re.compile(r"[^\W_]+")
_SPACED_OUT = re.compile(r"\b[^\W\d_](?:[\s.-]+[^\W\d_]\b){2,}")
"""Letters one by one, as in "s t o p" and "a.u.b."."""
_REPEATED = re.compile(r"([^\W\d])\1+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, folded: ``"STÓPPP, a.u.b.!"`` gives ``("stoppp", "aub")``."""
    plain = _APOSTROPHES.sub("", text).casefold()
    latin = plain if plain.isascii() else _without_accents(plain)
    lettered = _DIGIT_INSIDE_WORD.sub(lambda match: match.group().translate(_DIGITS_AS_LETTERS), latin)
    return tuple(_WORD.findall(_SPACED_OUT.sub(_joined, lettered)))


def _without_accents(text: str) -> str:
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not _is_unseen(sign)).translate(_LETTERS)
    return " ".join(_unmasked(word) for word in bare.split())


def _is_unseen(sign: str) -> bool:
    return bool(unicodedata.combining(sign)) or unicodedata.category(sign) == "Cf"


def _unmasked(word: str) -> str:
    """Return ``word`` in Latin letters when it mixes alphabets: somebody plays with letters that look alike."""
    alphabets = {alphabet(sign) for sign in word if sign.isalpha()}
    return word.translate(_LOOKALIKES) if len(alphabets & {"LATIN", "CYRILLIC", "GREEK"}) > 1 else word


def alphabet(sign: str) -> str:
    """Return the alphabet of a letter as Unicode names it: ``LATIN``, ``CYRILLIC``, ``ARABIC``."""
    return unicodedata.name(sign, "").partition(" ")[0]


def _joined(match: re.Match[str]) -> str:
    return "".join(_WORD.findall(match[0]))


def squeeze(word: str) -> str:
    """Return ``word`` with every repeated letter written once: ``"stoppp"`` and ``"stop"`` become the same."""
    return _REPEATED.sub(r"\1", word)


def squeezed(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` as ``words_of`` does, squeezed: so phrases and patterns are kept."""
    return tuple(map(squeeze, words_of(text)))


def respell(words: tuple[str, ...], spelling: Mapping[str, str]) -> tuple[str, ...]:
    """Replace squeezed spellings (``"kwil"``) by the words they stand for (``"ik wil"``), squeezed."""
    return tuple(part for word in words for part in spelling.get(squeeze(word), squeeze(word)).split())
