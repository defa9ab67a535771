"""Reads the word lists of ``bot/language/data`` that ``SafetyWords`` works with."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from bot.errors import BadText
from bot.language.safety.cues import Cue, Cues, Hints
from bot.language.safety.words import Forgiving, Right, SafetyWords, Trouble
from bot.language.words.fold import respell, squeeze, words_of
from bot.language.words.one_slip import OneSlip, one_slip
from bot.language.words.phrases import ANY_WORDS, PhraseBook, Spotter, Words, expand, phrase_set
from bot.language.words.typos import typo_map
from bot.language.words.word_groups import read_grouped
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS
FORGIVEN = ("nl", "en", "pl", "de")
"""Languages in which we know a slip from a word. Not Turkish: "olmak" is to become and "ölmek" is to die."""


@cache
def load_safety(folder: Path = DATA) -> SafetyWords:
    """Read the word lists, once per process; raises BadText when one phrase stands for two rights."""
    spelling = read_mapping(folder / "spelling.yml")
    own = _spelling(spelling["ways"])
    rights_data = read_rights(folder)
    rights_spelling = _chained(own, _spelling(rights_data["spelling"]))
    fold, fold_rights = partial(_fold, own), partial(_fold, rights_spelling)
    rights = PhraseBook(_rights(rights_data["rights"], fold_rights), phrase_set(rights_data["fillers"], fold_rights))
    trouble_data = read_trouble(folder)
    cues = {trouble: _cues(data, fold) for trouble, data in trouble_data.items()}
    real_words = read_mapping(folder / "real_words.yml")["near"].split()
    return SafetyWords(
        spelling=own,
        rights_spelling=rights_spelling,
        typos=typo_map(map(squeeze, spelling["slips"]), frozenset(map(squeeze, spelling["real_words"]))),
        rights=rights,
        inside=frozenset(word for phrase in phrase_set(rights_data["inside"], fold_rights) for word in phrase),
        hints=_hints({right: _all(data) for right, data in rights_data["anywhere"].items()}, rights_data["anywhere_unless"], fold_rights),
        exceptions=frozenset(words_of(text) for pattern in rights_data["exceptions"] for text in expand(pattern)),
        cues=cues,
        forgiving=Forgiving(
            trouble=_towards(words_in_trouble(trouble_data.values()), real_words, fold),
            talk=_towards(words_in_plain_talk(trouble_data.values()), real_words, fold),
            cues={trouble: each.after_a_slip() for trouble, each in cues.items()},
            rights=_towards(words_in_rights(rights_data), real_words, fold_rights),
            book=rights.after_a_slip(),
        ),
    )


def read_rights(folder: Path = DATA) -> Mapping[str, Any]:
    """Read the list of rights, with its groups of words written out."""
    return read_grouped(folder / "rights.yml")


def read_trouble(folder: Path = DATA) -> Mapping[Trouble, Mapping[str, Any]]:
    """Read the list of each kind of trouble, with its groups of words written out."""
    return {trouble: read_grouped(folder / f"{trouble}.yml") for trouble in Trouble}


def words_in_trouble(lists: Iterable[Mapping[str, Any]]) -> Mapping[str, frozenset[str]]:
    """Return, by language, the words in which a slip is forgiven when they are part of a sign of trouble; as the lists write them."""
    return _words_in(data[part] for data in lists for part in ("cues", "maybe", "whole") if part in data)


def words_in_plain_talk(lists: Iterable[Mapping[str, Any]]) -> Mapping[str, frozenset[str]]:
    """Return the words of plain talk that only looks like trouble, as the lists write them. Nearly all are Dutch."""
    return _words_in({"nl": data["unless"]} for data in lists)


def words_in_rights(data: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    """Return, by language, the words in which a slip is forgiven when they are part of a right; as the list writes them."""
    return _words_in([*data["rights"].values(), {"nl": data["fillers"]}])


def _words_in(lists: Iterable[Mapping[str, list[str]]]) -> Mapping[str, frozenset[str]]:
    patterns = [(language, pattern) for each in lists for language in FORGIVEN for pattern in each.get(language, ())]
    return {
        spoken: frozenset(word for language, pattern in patterns if language == spoken for word in words_of(pattern)) for spoken in FORGIVEN
    }


def _towards(words: Mapping[str, frozenset[str]], real_words: list[str], fold: Callable[[str], Words]) -> OneSlip:
    return one_slip({word for each in words.values() for word in each}, real_words, fold)


def _spelling(data: Mapping[str, list[str]]) -> dict[str, str]:
    return {squeeze(written): " ".join(map(squeeze, meant.split())) for meant, ways in data.items() for written in ways}


def _chained(first: Mapping[str, str], then: Mapping[str, str]) -> dict[str, str]:
    return {**then, **{written: " ".join(then.get(word, word) for word in meant.split()) for written, meant in first.items()}}


def _fold(spelling: Mapping[str, str], text: str) -> Words:
    return respell(words_of(text), spelling)


def _fold_cue(fold: Callable[[str], Words], text: str) -> Words:
    pieces = [fold(piece) for piece in text.split(ANY_WORDS)]
    return tuple(word for piece in pieces for word in (ANY_WORDS, *piece))[1:]


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
        anywhere=_by_first_word(_by_language(data["cues"], partial(_fold_cue, fold))),
        whole={cue.words: cue for cue in _by_language(data["whole"], fold)},
        unless=unless,
        longest_unless=max(map(len, unless), default=0),
        maybe=_hints(data.get("maybe", {}), data.get("maybe_unless", []), fold),
    )


def _hints(lists: Mapping[str, list[str]], unless: list[str], fold: Callable[[str], Words]) -> Hints:
    return Hints({name: Spotter(patterns, fold) for name, patterns in lists.items()}, Spotter(unless, fold))


def _by_language(patterns: Mapping[str, list[str]], fold: Callable[[str], Words]) -> list[Cue]:
    found: dict[Words, Cue] = {}
    for language, listed in patterns.items():
        for phrase in sorted(phrase_set(listed, fold)):
            # A word of two languages counts as Dutch, which stands first.
            found.setdefault(phrase, Cue(phrase, language))
    return list(found.values())


def _by_first_word(cues: Iterable[Cue]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for cue in cues:
        found.setdefault(cue.words[0], []).append(cue)
    return {first: tuple(listed) for first, listed in found.items()}
