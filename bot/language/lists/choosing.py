"""Which of the buttons a typed text means."""

from collections.abc import Sequence
from pathlib import Path

from bot.language.words.fold import squeezed
from bot.language.words.phrases import PhraseBook, Words, phrase_set
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "choices.yml"


class Choosing:
    """Compares typed text with the titles of buttons."""

    def __init__(self, places: PhraseBook) -> None:
        self._places = places

    def by_title(self, typed: str, titles: Sequence[str]) -> int | None:
        """Return the index of the title that ``typed`` equals, apart from case, accents and punctuation."""
        words = squeezed(typed)
        return _only([i for i, title in enumerate(titles) if words and squeezed(title) == words])

    def by_beginning(self, typed: str, titles: Sequence[str]) -> int | None:
        """Return the index of the one title that begins with ``typed``: "ja" for "Ja, graag".

        None when another title has it too: "nee" may mean both "Nee, maar wel leuk" and "Filmpjes? Nee hoor".
        """
        words = squeezed(typed)
        found = [_place_of(words, squeezed(title)) for title in titles] if words else []
        index = _only([i for i, place in enumerate(found) if place is not None])
        return index if index is not None and found[index] == 0 else None

    def by_place(self, typed: str, titles: Sequence[str]) -> int | None:
        """Return the index that ``typed`` names: "2", "de tweede", "doe maar de laatste"."""
        named = self._places.covering(squeezed(typed))
        if len(named) != 1:
            return None
        place = named.pop()
        index = len(titles) - 1 if place == "last" else int(place) - 1
        return index if 0 <= index < len(titles) else None


def load_choosing(path: Path = DATA) -> Choosing:
    """Read how people name a choice."""
    data = read_mapping(path)
    places = {phrase: str(place) for place, pattern in data["places"].items() for phrase in phrase_set([pattern])}
    return Choosing(PhraseBook(places, phrase_set([data["around"]])))


def _place_of(words: Words, title: Words) -> int | None:
    return next((at for at in range(len(title)) if title[at : at + len(words)] == words), None)


def _only(found: Sequence[int]) -> int | None:
    return found[0] if len(found) == 1 else None
