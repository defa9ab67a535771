"""Hears what people ask of their logbook: to write a line, to change one, to take one or all of them away."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from bot.language.numbers.amounts import place_in_row
from bot.language.words.meant import as_typed, meant_words, mended_text, squeezed_words
from bot.language.words.phrases import expand
from bot.language.words.phrasing import says
from bot.language.words.word_lists import WordLists

LISTS = WordLists("logbook")
SHORTEST = 4
"""Letters of the shortest word by which a line is known."""


@dataclass(frozen=True)
class Removal:
    """What to take away."""

    all: bool
    place: int | None
    """1 is the first of the lines that were shown, -1 the last."""
    words: tuple[str, ...]
    """Words of the line, folded; empty when it is only pointed at."""
    says_logbook: bool


def line_to_write(text: str) -> str | None:
    """Return what ``text`` asks to write down, empty when it does not say what; None when it asks no such thing."""
    heard = mended_text(text)
    match = _opening().match(heard)
    return text[slice(*as_typed(heard, text, match.span("line")))].strip(" \t\n:,-") if match else None


def names_logbook(text: str) -> bool:
    """Return whether ``text`` names the logbook or a line of it."""
    return bool(set(meant_words(text)) & set(LISTS["logbook"]))


def removal_in(text: str) -> Removal | None:
    """Return what ``text`` asks to take away: "haal die van de soep weg"; None when it asks no such thing."""
    words = meant_words(text)
    if not (set(words) & set(LISTS["remove"]) and set(words) & set(LISTS["away"])):
        return None
    said = names_logbook(text)
    orders = {*LISTS["remove"], *LISTS["away"], *LISTS["logbook"]}
    rest = [word for word in words if word not in orders]
    place = place_in_row(" ".join(rest))
    named = tuple(word for word in rest if word not in LISTS["around"] and word not in LISTS["all"])
    points = bool(set(words) & set(LISTS["pointing"]))
    everything = bool(set(words) & set(LISTS["all"])) or (said and not named and not points)
    return Removal(everything and place is None, place, () if place else named, said)


def words_instead(text: str) -> str | None:
    """Return what ``text`` puts in the place of a line: "verander: 60 woorden"; None when it changes nothing."""
    heard = mended_text(text)
    match = _change().match(heard)
    if match is None:
        return None
    return text[slice(*as_typed(heard, text, match.span("line" if match["line"] else "made")))].strip() or None


def tells_learned(text: str) -> bool:
    """Return whether ``text`` tells of something that somebody learned or practised just now: "ik heb vandaag leren pinnen"."""
    words = meant_words(text)
    has = any(words[at : at + 2] in (("ik", "heb"), ("heb", "ik"), ("ik", "hep")) for at in (0, 1)) or words[:1] == ("kheb",)
    if says(words, LISTS["not_learned"]):
        return False
    return has and all(set(words) & set(LISTS[name]) for name in ("learned", "when"))


def tells_done(text: str) -> bool:
    """Return whether ``text`` says that something known to both was done: "ik had het gedaan, was mooi"."""
    return not says(meant_words(text), LISTS["not_done"]) and LISTS.spotter("done").spots(squeezed_words(text))


def is_line(words: Sequence[str], line: str) -> bool:
    """Return whether ``words`` are about ``line``: each of some length stands in it, whole, as a part of a word, or with one slip."""
    long = [word for word in words if len(word) >= SHORTEST]
    there = meant_words(line)
    return bool(long) and all(any(word in each or OSA.distance(word, each) <= 1 for each in there) for word in long)


@cache
def _opening() -> re.Pattern[str]:
    phrases = {phrase for pattern in LISTS["write"] for phrase in expand(pattern)}
    clauses = LISTS["write_a_clause"]
    first = {phrase.split()[0] for phrase in (*phrases, *clauses)}
    # Looking at the first word saves trying thousands of phrases on every message.
    return re.compile(
        rf"^\W*(?=(?:{_any_of(first)})\b)(?:{_any_of(phrases)}|(?:{_any_of(clauses)})(?=:|\s+dat\b))(?:\s*[:,-]\s*|\s+|$)(?P<line>.*)$",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _change() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:maak er (?P<made>.+) van|(?:{_any_of(LISTS['change'])})[\s:,]+(?P<line>.+))$", re.IGNORECASE)


def _any_of(phrases: Sequence[str] | set[str]) -> str:
    return "|".join(rf"{re.escape(phrase)}" for phrase in sorted(phrases, key=len, reverse=True))
