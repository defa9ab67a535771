"""First messages that ask for nothing but a welcome."""

from pathlib import Path

from bot.language.words.fold import squeezed
from bot.language.words.phrases import PhraseBook, Words, phrase_set
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "greetings.yml"


class Greetings:
    """Recognises a greeting."""

    def __init__(self, phrases: frozenset[Words]) -> None:
        self._phrases = PhraseBook(dict.fromkeys(phrases, "greeting"))

    def __contains__(self, text: str) -> bool:
        return bool(self._phrases.covering(squeezed(text)))


def load_greetings(path: Path = DATA) -> Greetings:
    """Read the list of greetings."""
    return Greetings(phrase_set(read_mapping(path)["greetings"]))
