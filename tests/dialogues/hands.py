"""The same words from other hands: with slips in them, or in small letters without punctuation. The same words always come out the same.

Slips are those of a thumb (a neighbouring key, a letter dropped, doubled or swapped) and of an ear. A slip never makes another
word of the language, for then something else was said and nobody can know better.
"""

import random
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from wordfreq import zipf_frequency

from tests.nlu.noise import as_heard, plain, slip

Hand = Callable[[str, Collection[str]], str]
"""From what somebody means to type, and the words in it that come out right, to what is typed."""
_WORD = re.compile(r"[^\W\d_]{4,}")
SHARE = 0.25
"""Part of the longer words in which there is a slip; one of them always has one."""
TRIES = 20
A_WORD = 3.0
"""What Dutch texts use as often as this is a word (wordfreq's Zipf scale: once in a million)."""


def slips(text: str, exact: Collection[str] = (), seed: str = "slips") -> str:
    """Return ``text`` with at least one slip, when it has a word of four letters or more that is not in ``exact``."""
    chance = random.Random(f"{seed}: {text}")  # noqa: S311  # repeatable, not secret
    slipped = {match.span(): _slipped(match[0], chance) for match in _WORD.finditer(text) if match[0].casefold() not in exact}
    wrong = [(span, word) for span, word in slipped.items() if word]
    chosen = [each for each in wrong if chance.random() < SHARE] or chance.sample(wrong, min(1, len(wrong)))
    for (start, end), word in reversed(chosen):
        text = text[:start] + word + text[end:]
    return text


def _slipped(word: str, chance: random.Random) -> str:
    """Return ``word`` with a slip in it; empty when every slip makes another word."""
    tried = (chance.choice((slip, slip, as_heard))(word, chance) for _ in range(TRIES))
    return next((each for each in tried if each != word and zipf_frequency(each, "nl") < A_WORD), "")


def _as_meant(text: str, exact: Collection[str] = ()) -> str:
    return text


def _in_small_letters(text: str, exact: Collection[str] = ()) -> str:
    return plain(text)


HANDS: Mapping[str, Hand] = {"clean": _as_meant, "typos": slips, "plain": _in_small_letters}


def exact_words(written: Mapping[str, Any]) -> frozenset[str]:
    """Return the words of a conversation that have to come out right: names that are stored, and those it lists under ``exact``."""
    names = [turn.get("state", {}).get("place") or "" for turn in written["turns"]]
    return frozenset(word for text in (*names, *written.get("exact", ())) for word in text.casefold().split())
