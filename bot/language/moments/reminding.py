"""What somebody wants to be reminded of, and when, in a sentence that asks for it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from rapidfuzz import fuzz

from bot.language.when.models import Moment, Repeated, Vague
from bot.language.when.reading import find
from bot.language.when.repeats import repeats_in, without
from bot.language.words.meant import meant_words
from bot.language.words.phrasing import says
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "reminders.yml"
_WORD = "herinner"
_REQUEST = re.compile(rf"{_WORD} (?:me|mij|m|ons)\b(?!.*\bniet meer\b)", re.IGNORECASE)
ALIKE = 80
"""How much a word is like "herinner" (0 to 100) to be that word with a slip; "herinnering" is 84, but nobody begins with it and "me"."""
_GAP = r"[\s,.:;!?…\"'’-]"


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)


@dataclass(frozen=True)
class Request:
    """What a text says about a reminder; what it does not say is None."""

    about: str | None
    when: Moment | Vague | None
    repeated: Repeated | None
    once: str = ""
    """The text without what says how often, every other word in its place."""
    rest: str = ""
    """What is left of it without the moment."""

    @property
    def says_when(self) -> bool:
        """Whether it says anything about the moment."""
        return self.when is not None or self.repeated is not None


def read_request(text: str, now: datetime) -> Request:
    """Read ``text`` as (part of) a request for a reminder, seen from ``now``, which has a time zone."""
    repeated = repeats_in(text)
    once = without(text, repeated.spans) if repeated else text
    found = find(once, now)
    spans = found.spans if found else ()
    meant = found.when if found else None
    if repeated and repeated.rhythm and repeated.rhythm.names_its_days:
        meant = _either_half(once, meant, now)
    return Request(subject_of(once, spans), meant, repeated, once, without(once, spans))


def _either_half(text: str, meant: Moment | Vague | None, now: datetime) -> Moment | Vague | None:
    """Return ``meant`` with both halves of the day: "elke dag om 9 uur", said at noon, is no more about tonight than about mornings."""
    tomorrow = now + timedelta(days=1)
    found = find(f"{tomorrow:%d-%m-%Y}\n{text}", now)
    if not isinstance(meant, Moment) or found is None or not isinstance(found.when, Moment) or found.when.other is None:
        return meant
    halves = (found.when.at, found.when.other)
    back = timedelta(days=1) if meant.at.date() <= tomorrow.date() else timedelta()
    first, other = (half - back if half - back > now else half for half in halves)
    return Moment(first, other)


def subject_of(text: str, when: Sequence[tuple[int, int]] = ()) -> str | None:
    """Return what ``text`` wants to be remembered, without the pieces ``when`` that say when; None when it does not say.

    "Herinner me vrijdag aan het boek over lassen" is "het boek over lassen".
    """
    before, after = _patterns()
    left = _respelled(without(text, tuple(when)).strip())
    bare = _to_be_done(" ".join(after.sub("", before.sub("", left)).split()).strip(" ,.:;!?…\"'’-"))
    return bare if any(sign.isalpha() for sign in bare) else None


def _to_be_done(subject: str) -> str:
    """Return ``subject`` without who has to: "ik stof moet kopen" and "ik moet stof kopen" are "stof kopen"."""
    has_to = _any_of(_data()["having_to"])
    told = re.fullmatch(rf"(?:ik|k) (?:(?P<what>.+) )?(?:{has_to}) (?P<done>.+)", subject, re.IGNORECASE)
    return " ".join(part for part in (told["what"], told["done"]) if part) if told else subject


def asks_to_remind(text: str) -> bool:
    """Return whether ``text`` begins with a request for a reminder, also with a slip in it: "heinner me", "herinnerme"."""
    return bool(_REQUEST.match(_respelled(text)))


def _respelled(text: str) -> str:
    apart = re.sub(r"^\W*(her\w*?r)(me|mij)\b", r"\1 \2", text, flags=re.IGNORECASE)
    first, gap, rest = apart.partition(" ")
    drawn_in = re.sub(r"([^\W\d])\1{2,}", r"\1\1", first)
    alike = fuzz.ratio(drawn_in.casefold(), _WORD) >= ALIKE
    return f"{_WORD if alike else drawn_in}{gap}{rest}"


def only_points(subject: str) -> bool:
    """Return whether ``subject`` names nothing itself but points at what the talk is about: "het", "dat plan"."""
    return " ".join(meant_words(subject)) in _data()["pointing"]


def means_all(text: str) -> bool:
    """Return whether ``text`` is about every one of them."""
    words = meant_words(text)
    return says(words, _data()["all"]) and not says(words, _data()["not_all"])


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = _any_of(_data()["before"]), _any_of(_data()["after"])
    return (
        re.compile(rf"^{_GAP}*(?:(?:{before})(?:{_GAP}+|$))*", re.IGNORECASE),
        re.compile(rf"(?:(?:^|{_GAP}+)(?:{after}))*{_GAP}*$", re.IGNORECASE),
    )


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))
