"""The words of bot/language/data/when.yml, ready for use in rules."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.language.words.fold import squeeze
from bot.language.words.typos import SHORTEST, typo_map
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "when.yml"
HOUR = 60
NTH = {
    **{"eerste": 1, "1e": 1, "1ste": 1, "tweede": 2, "2e": 2, "2de": 2, "derde": 3, "3e": 3, "3de": 3, "vierde": 4, "4e": 4, "4de": 4},
    "laatste": -1,
}
"""Which of a row, counted from 1; -1 is the last."""


@dataclass(frozen=True)
class Vocabulary:
    """Days, months, parts of the day, and how people write them."""

    spelling: Mapping[str, str]
    drawn_out: Mapping[str, str]
    """By the word with every repeated letter once: "vrijdaag" is "vrijdag"."""
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    parts: Mapping[str, tuple[int, int]]
    """From and to, in minutes after midnight."""
    part_words: Mapping[str, str]
    anchors: Mapping[str, tuple[str, ...]]
    anchor_parts: Mapping[str, str]
    feasts: Mapping[str, tuple[str, ...]]
    """By their words: each day as the library of holidays calls it, or as day-month."""
    others: Mapping[str, tuple[str, ...]]
    """Lists by name: ``instead``, ``mother``, ``unread``, ``past``, ``past_which``, ``own_days``, ``beside``."""
    hanging: Mapping[str, tuple[str, ...]]
    """How a day is told from something else, lists by name."""
    short: Mapping[str, str]

    def weekday_of(self, word: str) -> int | None:
        """Return the weekday that ``word`` begins with, 0 for Monday: "maandagavond" is 0."""
        return next((day for day, name in enumerate(self.weekdays) if word.startswith(name)), None)

    def canonical(self, word: str) -> str:
        """Return ``word`` as the rules know it; one may become two, such as "vandaag avond"."""
        return self.spelling.get(word) or self.drawn_out.get(squeeze(word), word)


def any_of(words: Iterable[str]) -> str:
    """Return the piece of a regular expression that stands for one of ``words``."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def in_every_day() -> str:
    """Return the piece of a regular expression for something in somebody's day, ``what``: "mijn late dienst"."""
    own, kind, what = (any_of(vocabulary().anchors[name]) for name in ("own", "kind", "what"))
    return rf"(?:(?:{own}) )*(?:(?:{kind}) )?(?P<what>{what})(?!\w)"


@cache
def vocabulary() -> Vocabulary:
    """Read the words, once per process."""
    data = read_mapping(DATA)
    spelling = _spelling(data)
    return Vocabulary(
        spelling=spelling,
        drawn_out={squeeze(word): meant for word, meant in _written(data, spelling).items() if len(word) >= SHORTEST},
        weekdays=tuple(data["weekdays"]),
        months=tuple(data["months"]),
        parts={part: (first * HOUR, last * HOUR) for part, (first, last) in data["parts"].items()},
        part_words={str(word): part for part, words in data["part_words"].items() for word in words},
        anchors={name: tuple(map(str, words)) for name, words in data["anchors"].items()},
        anchor_parts=data["anchor_parts"],
        feasts={words: tuple(feast["days"]) for feast in data["feasts"] for words in feast["words"]},
        others={name: tuple(data[name]) for name in ("instead", "mother", "unread", "past", "past_which", "own_days", "beside")},
        hanging={name: tuple(words) for name, words in data["hanging"].items()},
        short=data["short"],
    )


def _written(data: Mapping[str, Any], spelling: Mapping[str, str]) -> dict[str, str]:
    """Every way of writing a word, and the words themselves."""
    themselves = {word: word for word in (*data["weekdays"], *data["months"], *map(str, data["ways"])) if word.isalpha()}
    return {**{way: spelling[way] for ways in data["ways"].values() for way in ways}, **themselves}


def _spelling(data: Mapping[str, Any]) -> dict[str, str]:
    ways = {written: str(meant) for meant, all_ways in data["ways"].items() for written in all_ways}
    glued = {f"{first}{last}": f"{first} {part}" for first in data["glued"]["first"] for last, part in data["glued"]["last"].items()}
    slips = typo_map([*data["slips"], *glued], frozenset((*data["real_words"], *ways, *glued)))
    return {**{slip: glued.get(meant, meant) for slip, meant in slips.items()}, **glued, **ways}
