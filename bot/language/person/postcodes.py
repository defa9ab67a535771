"""Hears Dutch postcodes: four digits, with or without the two letters."""

import re
from collections.abc import Iterator
from functools import cache

from bot.language.words.fold import words_of
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "postcodes.yml"
_ALONE = re.compile(r"([1-9]\d{3})(?: ?[A-Za-z]{2})?")
_IN_TEXT = re.compile(r"(?<![\w.,€+-])([1-9]\d{3})(?: ?[A-Z]{2}|[a-z]{2})?(?![\w-]|[.,:]\d)")
_YEARS = range(1940, 2041)


@cache
def _data() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_mapping(DATA).items()}


def is_postcode(text: str) -> bool:
    """Return whether ``text`` is a Dutch postcode and nothing else: the four digits, with or without the two letters."""
    return bool(_ALONE.fullmatch(text.strip(" .!")))


def has_letters(text: str) -> bool:
    """Return whether ``text`` is a whole postcode, so that it can be no time and no amount."""
    return is_postcode(text) and any(sign.isalpha() for sign in text)


def postcode_in(text: str) -> int | None:
    """Return the four digits of the first postcode in ``text``: "ik woon in 1315 AB" is 1315. "In 2011" is a year, "1500 euro" money."""
    return next((int(match[1]) for match in _found(text)), None)


def without_postcode(text: str) -> str:
    """Return ``text`` without its postcodes."""
    for match in reversed(list(_found(text))):
        text = f"{text[: match.start()]} {text[match.end() :]}"
    return " ".join(text.split())


def _found(text: str) -> Iterator[re.Match[str]]:
    alone = _ALONE.search(text) if is_postcode(text) else None
    if alone:
        yield alone
        return
    yield from (match for match in _IN_TEXT.finditer(text) if _is_meant(match, text))


def _is_meant(match: re.Match[str], text: str) -> bool:
    before, after = set(words_of(text[: match.start()])[-1:]), words_of(text[match.end() :])[:1]
    letters = match[0][4:].strip()
    if letters.casefold() in _data()["an_amount"] or (not letters and set(after) & _data()["an_amount"]):
        return False
    if letters or before & _data()["the_word"]:
        return True
    return bool(before & _data()["before_a_place"]) and int(match[1]) not in _YEARS
