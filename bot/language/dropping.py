"""Hears that something has to go that is only pointed at: "weg ermee", "haal dat maar weg". No guessing: whole messages from a list."""

from functools import cache
from pathlib import Path

from bot.language.fold import squeeze, words_of
from bot.language.meant import squeezed_words
from bot.language.phrases import PhraseBook, Words, phrase_set
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "dropping.yml"


def drops_that(text: str) -> bool:
    """Return whether ``text`` wants away what was just spoken of, and says nothing else."""
    return bool(_book().covering(tuple(word for word in squeezed_words(text) if word not in _anywhere())))


@cache
def _anywhere() -> frozenset[str]:
    return frozenset(map(squeeze, read_mapping(DATA)["anywhere"]))


@cache
def _book() -> PhraseBook:
    data = read_mapping(DATA)
    return PhraseBook(dict.fromkeys(phrase_set(data["said"], _folded), "said"), phrase_set(data["fillers"], _folded))


def _folded(text: str) -> Words:
    return tuple(map(squeeze, words_of(text)))
