"""Writes a sentence as it comes from a thumb, from ears or in a hurry. The same sentence always comes out the same.

Only for measuring. Training has slips of its own (``bench/nlu/slips.py``), made in another way on purpose: what
is learned must not be what is measured.
"""

import random
import re
from collections.abc import Callable, Mapping

_NEIGHBOURS = {
    "a": "sqz", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk", "k": "jl", "l": "k",
    "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc",
    "y": "tu", "z": "ax",
}  # fmt: skip
_BY_EAR = [
    (r"sch(?=[aeiouy])", ["sg", "sk", "sgh"]),
    (r"lijk(?=e?\b)", ["luk", "lik"]),
    (r"ig(?=e?\b)", ["ug", "ich"]),
    (r"ij", ["ei", "y"]),
    (r"ei", ["ij"]),
    (r"au", ["ou"]),
    (r"ou(?=w)", ["au"]),
    (r"dt\b", ["t", "d"]),
    (r"d\b", ["t"]),
    (r"b\b", ["p"]),
    (r"en\b", ["e"]),
    (r"ch", ["g"]),
    (r"c(?=[aoukr])", ["k"]),
    (r"qu", ["kw"]),
    (r"\bv", ["f"]),
    (r"\bz", ["s"]),
    (r"th", ["t"]),
    (r"ng(?=s|\b)", ["n", "nk"]),
    (r"(?<=[bcdfghjklmnprstvwz])([aou])(?=[bdfgklmnprstvwz][aeiou])", [r"\1\1"]),
    (r"([aeou])\1(?=[bdfgklmnprst]\b)", [r"\1"]),
    (r"([bdfgklmnprst])\1", [r"\1"]),
    (r"([lr])([kmpg])\b", [r"\1u\2"]),
    (r"\bh(?=[aeiou])", [""]),
    (r"(?<=[a-z])r(?=[dt]\b)", [""]),
]
_WORD = re.compile(r"[^\W\d_]+")


def plain(text: str) -> str:
    """Return ``text`` in lower case without punctuation; as it is when nothing would be left."""
    return " ".join(re.sub(r"(?<!\d)[^\w\s€]|[^\w\s€](?!\d)", " ", text.lower()).split()) or text


def typos(text: str) -> str:
    """Return ``text`` with a slip of the thumb in about a quarter of the longer words, and sometimes a space forgotten."""
    chance = _chance("typos", text)
    typed = _WORD.sub(lambda word: slip(word[0], chance) if len(word[0]) > 3 and chance.random() < 0.25 else word[0], text)
    return re.sub(r"(?<=\w) (?=\w)", lambda space: "" if chance.random() < 0.04 else space[0], typed)


def by_ear(text: str) -> str:
    """Return ``text`` in lower case as somebody writes it who goes by the sound: one or two rules in about half of the words."""
    chance = _chance("by ear", text)
    return _WORD.sub(lambda word: as_heard(word[0], chance) if chance.random() < 0.5 else word[0], plain(text))


KINDS: Mapping[str, Callable[[str], str]] = {"clean": str, "typos": typos, "by ear": by_ear, "plain": plain}


def _chance(kind: str, text: str) -> random.Random:
    return random.Random(f"{kind}: {text}")  # noqa: S311  # repeatable, not secret


def slip(word: str, chance: random.Random) -> str:
    """Return ``word``, of three letters or more, with one slip of the thumb after its first letter."""
    at = chance.randrange(1, len(word) - 1)
    before, letter, after = word[:at], word[at], word[at + 1 :]
    wrong = chance.choice(["", letter * 2, after[0] + letter, chance.choice(_NEIGHBOURS.get(letter.lower(), letter))])
    return f"{before}{wrong}{after[1:] if wrong == after[0] + letter else after}"


def as_heard(word: str, chance: random.Random) -> str:
    """Return ``word`` as it sounds, by one or two rules; as it is when none fits."""
    fitting = [(pattern, ways) for pattern, ways in _BY_EAR if re.search(pattern, word)]
    for pattern, ways in chance.sample(fitting, min(len(fitting), chance.choice([1, 1, 2]))):
        word = re.sub(pattern, chance.choice(ways), word, count=1)
    return word
