"""What somebody asks for: the words of a wish that say something, and what else each of them may mean."""

from dataclasses import dataclass

from bot.catalogue.dutch import word
from bot.catalogue.interests import stop_words
from bot.catalogue.origins import origins_in
from bot.catalogue.search.synonyms import Synonyms
from bot.language.wishes.rejecting import without_rejected
from bot.language.words.fold import words_of

LONGEST_TEXT = 500
"""Letters of a wish that are read; nobody says more in one go, and what is read costs time."""
_MOST_WORDS = 24
_SYNONYM = 0.75
"""How much a word counts that means the same."""


@dataclass(frozen=True)
class AskedWord:
    """One word or phrase as typed, with the keys to look for and how much each counts."""

    typed: str
    keys: dict[str, float]


def asked_words(text: str, synonyms: Synonyms) -> list[AskedWord]:
    """Return what ``text`` asks for, each word once; what it says it does not want is left out."""
    wanted = without_rejected(text[:LONGEST_TEXT])
    said = [(chunk.strip(".,;:!?()\"'"), folded) for chunk in wanted.split() for folded in words_of(chunk)]
    places = dict(synonyms.heard([word(folded).key for _, folded in said]))
    asked = [_with_synonyms(said[place.start : place.stop], meanings, text) for place, meanings in places.items()]
    origins = {said[at][1] for at in origins_in([folded for _, folded in said])}
    told = {said[at][1] for place in places for at in place} | origins
    for typed, folded in said:
        if folded not in told and _tells(folded):
            told.add(folded)
            asked.append(AskedWord(typed, {word(folded).key: 1.0}))
    return asked[:_MOST_WORDS]


def _with_synonyms(said: list[tuple[str, str]], meanings: tuple[str, ...], text: str) -> AskedWord:
    phrase = " ".join(dict.fromkeys(typed for typed, _ in said))
    own = {word(folded).key: 1.0 for _, folded in said if _tells(folded)}
    return AskedWord(phrase if phrase in text else said[0][0], {**dict.fromkeys(meanings, _SYNONYM), **own})


def _tells(folded: str) -> bool:
    # A bare number is an amount, and says nothing about a subject.
    return len(folded) > 1 and not folded.isdigit() and folded not in stop_words()
