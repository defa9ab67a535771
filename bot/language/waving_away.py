"""Hears that somebody waves away what they just said: "gaat wel", "laat maar", "grapje". No guessing: whole messages from a list."""

from functools import cache
from pathlib import Path

from bot.language.fold import squeeze
from bot.language.meant import squeezed_words
from bot.language.phrases import PhraseBook, phrase_set
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "waving_away.yml"


def waves_away(text: str) -> bool:
    """Return whether ``text`` takes back or plays down what was said before, and says nothing else."""
    return bool(_book("said", "well").covering(squeezed_words(text)))


def says_well(text: str) -> bool:
    """Return whether ``text`` says that all is well, and nothing else: "nee hoor, gaat wel" does so with a no."""
    words = squeezed_words(text)
    return bool(_book("well").covering(words[1:] if _yes_or_no().intersection(words[:1]) else words))


@cache
def _yes_or_no() -> frozenset[str]:
    return frozenset(map(squeeze, read_mapping(DATA)["yes_or_no"]))


@cache
def _book(*lists: str) -> PhraseBook:
    data = read_mapping(DATA)
    phrases = [phrase for name in lists for phrase in data[name]]
    return PhraseBook(dict.fromkeys(phrase_set(phrases), "said"), phrase_set(data["fillers"]))
