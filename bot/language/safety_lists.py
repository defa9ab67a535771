"""Reads the word lists of ``bot/language/data`` that ``SafetyWords`` works with."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from bot.errors import BadText
from bot.language.cues import Cues
from bot.language.fold import respell, squeeze, words_of
from bot.language.phrases import PhraseBook, Words, expand, phrase_set
from bot.language.safety import Right, SafetyWords, Trouble
from bot.language.typos import typo_map
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data"


@cache
def load_safety(folder: Path = DATA) -> SafetyWords:
    """Read the word lists, once per process; raises BadText when one phrase stands for two rights."""
    spelling = read_mapping(folder / "spelling.yml")
    own = _spelling(spelling["ways"])
    rights_data = read_mapping(folder / "rights.yml")
    rights_spelling = _chained(own, _spelling(rights_data["spelling"]))
    fold, fold_rights = partial(_fold, own), partial(_fold, rights_spelling)
    rights = _rights(rights_data["rights"], fold_rights)
    return SafetyWords(
        spelling=own,
        rights_spelling=rights_spelling,
        typos=typo_map(map(squeeze, spelling["slips"]), frozenset(map(squeeze, spelling["real_words"]))),
        rights=PhraseBook(rights, phrase_set(rights_data["fillers"], fold_rights)),
        inside=frozenset(word for phrase in phrase_set(rights_data["inside"], fold_rights) for word in phrase),
        exceptions=frozenset(words_of(text) for pattern in rights_data["exceptions"] for text in expand(pattern)),
        cues={trouble: _cues(read_mapping(folder / f"{trouble}.yml"), fold) for trouble in Trouble},
    )


def _spelling(data: Mapping[str, list[str]]) -> dict[str, str]:
    return {squeeze(written): " ".join(map(squeeze, meant.split())) for meant, ways in data.items() for written in ways}


def _chained(first: Mapping[str, str], then: Mapping[str, str]) -> dict[str, str]:
    return {**then, **{written: " ".join(then.get(word, word) for word in meant.split()) for written, meant in first.items()}}


def _fold(spelling: Mapping[str, str], text: str) -> Words:
    return respell(words_of(text), spelling)


def _fold_cue(fold: Callable[[str], Words], text: str) -> Words:
    pieces = [fold(piece) for piece in text.split("*")]
    return tuple(word for piece in pieces for word in ("*", *piece))[1:]


def _all(languages: Mapping[str, list[str]]) -> list[str]:
    return [pattern for patterns in languages.values() for pattern in patterns]


def _rights(data: Mapping[str, Any], fold: Callable[[str], Words]) -> dict[Words, str]:
    found: dict[Words, str] = {}
    for right, languages in data.items():
        for phrase in phrase_set(_all(languages), fold):
            if found.setdefault(phrase, Right(right)) != right:
                raise BadText(f"{' '.join(phrase)} is both {found[phrase]} and {right}")
    return found


def _cues(data: Mapping[str, Any], fold: Callable[[str], Words]) -> Cues:
    unless = phrase_set(data["unless"], fold)
    return Cues(
        cues=_by_first_word(_by_language(data["cues"], partial(_fold_cue, fold))),
        whole=_by_language(data["whole"], fold),
        unless=unless,
        longest_unless=max(map(len, unless), default=0),
    )


def _by_language(patterns: Mapping[str, list[str]], fold: Callable[[str], Words]) -> dict[Words, str]:
    found: dict[Words, str] = {}
    for language, listed in patterns.items():
        for phrase in sorted(phrase_set(listed, fold)):
            # A word of two languages counts as Dutch, which stands first.
            found.setdefault(phrase, language)
    return found


def _by_first_word(cues: Mapping[Words, str]) -> dict[str, tuple[tuple[Words, str], ...]]:
    found: dict[str, list[tuple[Words, str]]] = {}
    for cue, language in cues.items():
        found.setdefault(cue[0], []).append((cue, language))
    return {first: tuple(listed) for first, listed in found.items()}
