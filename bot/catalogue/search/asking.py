"""What somebody asks for: the words of a wish that say something, and what else each of them may mean."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.catalogue.dutch import word
from bot.catalogue.interests import light_words, stop_words
from bot.catalogue.origins import origins_in
from bot.catalogue.search.senses import Sense, senses_in
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
    sense: Sense = field(default_factory=Sense)
    is_light: bool = False
    """Whether it only says something beside another: "praten" in "praten over verlies"."""


def asked_words(text: str, synonyms: Synonyms) -> list[AskedWord]:
    """Return what ``text`` asks for, each word once; what it says it does not want is left out."""
    wanted = without_rejected(text[:LONGEST_TEXT])
    said = _said(wanted)
    places = dict(synonyms.heard([word(each.folded).key for each in said]))
    asked = [_with_synonyms(said[place.start : place.stop], meanings, text) for place, meanings in places.items()]
    told = {said[at].folded for at in (*(at for place in places for at in place), *origins_in([each.folded for each in said]))}
    for each in said:
        if each.folded not in told and _tells(each.folded):
            told.add(each.folded)
            asked.append(AskedWord(each.typed, {word(each.folded).key: 1.0}, each.sense, each.folded in light_words()))
    return asked[:_MOST_WORDS] if any(not each.is_light for each in asked) else [replace(each, is_light=False) for each in asked]


@dataclass(frozen=True)
class _Said:
    typed: str
    folded: str
    sense: Sense


def _said(wanted: str) -> list[_Said]:
    pairs = [(chunk.strip(".,;:!?()\"'"), folded) for chunk in wanted.split() for folded in words_of(chunk)]
    senses = senses_in(wanted)
    known = senses if len(senses) == len(pairs) else [Sense()] * len(pairs)
    return [_Said(typed, folded, sense) for (typed, folded), sense in zip(pairs, known, strict=True)]


def _with_synonyms(said: Sequence[_Said], meanings: tuple[str, ...], text: str) -> AskedWord:
    phrase = " ".join(dict.fromkeys(each.typed for each in said))
    own = {word(each.folded).key: 1.0 for each in said if _tells(each.folded)}
    sense = said[0].sense if len(said) == 1 else Sense()
    return AskedWord(phrase if phrase in text else said[0].typed, {**dict.fromkeys(meanings, _SYNONYM), **own}, sense)


def _tells(folded: str) -> bool:
    # A bare number is an amount, and says nothing about a subject.
    return len(folded) > 1 and not folded.isdigit() and folded not in stop_words()
