"""Hears a correction: "niet lassen maar schilderen", "nee, Almere", "ik bedoelde donderdag"."""

import re
from functools import cache
from typing import Any

from bot.language.words.meant import as_typed, meant_words, mended_text
from bot.language.words.phrasing import says
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "corrections.yml"
_EDGES = " \t,.!?…:;\"'’"


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)


def instead(text: str) -> str | None:
    """Return what ``text`` puts in the place of something said before; None when it corrects nothing."""
    flat = re.sub(r"([^\W\d])\1{2,}", r"\1\1", " ".join(text.split()))
    heard = mended_text(flat)
    for pattern in _patterns():
        match = pattern.search(heard)
        if match and _refuses(match["meant"]):
            continue
        meant = _bare(flat[slice(*as_typed(heard, flat, match.span("meant")))]) if match else ""
        if meant and meant.casefold() not in _data()["nothing"]:
            return meant
    return None


def only_refuses(text: str) -> bool:
    """Return whether ``text`` says what it should not be and nothing else: "nee niet vrijwillig"."""
    return _refuses(text) and instead(text) is None


def means_the_other(text: str) -> bool:
    """Return whether ``text`` points at the one that was not taken and says nothing else: "die andere"."""
    words, other = set(meant_words(text)), set(_data()["other"])
    return bool(words & other) and words <= other | set(_data()["with_other"])


def _refuses(meant: str) -> bool:
    """Return whether what is left only says what it should not be: "nee niet vrijwillig", "wacht, ik kan dinsdag niet"."""
    return says(meant_words(meant), _data()["refuses"])


def _bare(meant: str) -> str:
    around = _any_of("around")
    left = re.sub(rf"^(?:(?:{around})[\s,.!?]+)+", "", meant.strip(_EDGES), flags=re.IGNORECASE)
    right = re.sub(rf"(?:[\s,.!?]+(?:{_any_of('after')}))+$", "", left, flags=re.IGNORECASE)
    return right.strip(_EDGES)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    no, but, mean, slip, rather = (_any_of(name) for name in ("no", "but", "mean", "slip", "rather"))
    written = [
        rf"\b(?:{no}) [^,.]+?,? (?:{but}) (?P<meant>.+)$",
        rf"^(?:(?:{slip})[\s,]+)?(?:{no}) [^\s,.]+(?: [^\s,.]+)?, (?P<meant>[^\s,]+(?: [^\s,]+){{0,2}})$",
        rf"^(?P<meant>.+?),? (?:{mean})(?: ik)?[\s.!]*$",
        rf"\b(?:ik )?(?:{mean}) (?P<meant>.+)$",
        rf"^(?P<meant>[^,]+), (?:{no}) \w+[\s.!]*$",
        rf"^(?:(?:{slip})[\s,.:!]+)+(?P<meant>.+)$",
        rf"^(?:{rather}) (?P<meant>.+)$",
    ]
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in written)


@cache
def _any_of(name: str) -> str:
    return "|".join(re.escape(words) for words in sorted(_data()[name], key=len, reverse=True))
