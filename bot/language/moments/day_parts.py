"""Reads when in what people type."""

import re
from collections.abc import Mapping
from datetime import time
from functools import cache
from typing import Any

from bot.language.when.line import line_of
from bot.language.when.resolving import WAKING
from bot.language.when.times import MIDNIGHT, NOON, minutes_from_now_in, time_in
from bot.language.when.vocabulary import vocabulary
from bot.language.words.meant import meant_words
from bot.language.words.phrases import Spotter
from bot.language.words.phrasing import says
from bot.language.words.yaml_files import LISTS, read_mapping
from bot.workday import clock_at

DATA = LISTS / "moments.yml"
DAYTIME = ("ochtend", "middag")


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)


def part_of_day_in(text: str) -> str | None:
    """Return ``ochtend``, ``pauze``, ``middag`` or ``avond`` when ``text`` names one."""
    words = meant_words(text)
    return next((part for part, (whole, ends) in _parts().items() if any(word in whole or word.endswith(ends) for word in words)), None)


@cache
def _parts() -> Mapping[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Return for each part of the day its words, and how other words for it end."""
    return {
        str(part): (frozenset(patterns), tuple(pattern[1:] for pattern in patterns if pattern.startswith("*")))
        for part, patterns in _data()["parts"].items()
    }


def clocks_in(text: str) -> tuple[time, ...]:
    """Return the times that ``text`` may name: of "half 8" two, of "19.30" one, none without; "over een uur" is no time of the day."""
    _, _, line = minutes_from_now_in(line_of(text))
    said, _, _ = time_in(line)
    if said is None:
        return ()
    halves = (said.minutes,) if said.exact else (said.minutes, said.minutes + NOON)
    return tuple(clock_at(minutes % MIDNIGHT) for minutes in halves if said.exact or WAKING[0] <= minutes < WAKING[1])


def part_at(clock: time) -> str:
    """Return the part of the day that ``clock`` is in."""
    return str([part for part, begins in _data()["begins"].items() if begins <= f"{clock:%H.%M}"][-1])


def part_meant_in(text: str) -> str | None:
    """Return the part of the day that ``text`` names by its name or by the clock; None when it names none, or may mean two."""
    clocks = clocks_in(text)
    return part_of_day_in(text) or (part_at(clocks[0]) if len(clocks) == 1 else None)


def free_part_in(text: str) -> str | None:
    """Return the only part of the day, or ``weekend``, that suits whoever says so: "ik kan alleen in de avond"."""
    words = meant_words(text)
    if not says(words, _data()["only"]) or says(words, _data()["taken"]):
        return None
    return "weekend" if says(words, _data()["weekend"]) else part_of_day_in(text)


def free_parts_in(text: str) -> tuple[str, ...]:
    """Return the parts of the day that ``text`` names and nothing else, when things are to be looked for: "overdag", "in de avond"."""
    if names_a_day(text):
        return ()
    if is_daytime(text):
        return DAYTIME
    part = part_of_day_in(text) if is_only_a_moment(text) else None
    return (part,) if part else ()


def is_daytime(text: str) -> bool:
    """Return whether ``text`` says by day and nothing else than why: "liefst overdag", "overdag als de kids naar school zijn"."""
    return " ".join(meant_words(_without_around(re.split(r"\bals\b", text)[0]))) in _data()["daytime"]


def liked_parts_in(text: str) -> tuple[str, ...]:
    """Return the parts of the day at which somebody asks for something, or likes it best: "is er ook iets overdag", "liever 's avonds"."""
    words = meant_words(text)
    if says(words, _data()["daytime"]) and says(words, (*_data()["asks_then"], *_data()["rather"])):
        return DAYTIME
    part = part_of_day_in(text) if asks_for_then(text) or prefers_then(text) else None
    return (part,) if part else ()


def weekday_in(text: str) -> int | None:
    """Return the weekday ``text`` names, the first of the week when it names more; 0 is Monday."""
    days = map(vocabulary().weekday_of, meant_words(text))
    return min((day for day in days if day is not None), default=None)


def names_a_time(text: str) -> bool:
    """Return whether ``text`` names a day or a part of one."""
    return bool(part_of_day_in(text)) or weekday_in(text) is not None or says(meant_words(text), _data()["times"])


def names_a_day(text: str) -> bool:
    """Return whether ``text`` names a day, and not only a part of one."""
    return weekday_in(text) is not None or says(meant_words(text), _data()["times"])


def cannot_then(text: str) -> bool:
    """Return whether ``text`` says when it does not suit, and no other moment: "ik kan dinsdag niet"."""
    return _is_unfit(text) and when_free(text) is None


def _is_unfit(text: str) -> bool:
    words = meant_words(text)
    return names_a_time(text) and says(words, _data()["suits"]) and says(words, _data()["not"])


def is_only_a_moment(text: str) -> bool:
    """Return whether ``text`` names a day or a part of one and nothing else: "donderdag kan ik beter"."""
    words = [word for word in meant_words(bare_moment(text)) if word not in _data()["in_a_moment"]]
    return bool(words) and all(map(names_a_time, words))


def prefers_then(text: str) -> bool:
    """Return whether ``text`` says that a moment suits better than another: "donderdag kan ik beter", "s avonds liever"."""
    return names_a_time(text) and says(meant_words(text), _data()["rather"])


def asks_for_then(text: str) -> bool:
    """Return whether ``text`` asks if there is something at a moment: "is er ook iets in de avond"."""
    return names_a_time(text) and says(meant_words(text), _data()["asks_then"])


def asks_whether_then(text: str) -> bool:
    """Return whether ``text`` asks if what is shown is there at a moment: "kan dat ook s avonds"."""
    return names_a_time(text) and says(meant_words(text), _data()["asks_that_then"])


def is_condition(text: str) -> bool:
    """Return whether ``text`` says when in somebody's own day: "als ik zin heb", "zodra de kleine slaapt"."""
    return not text.rstrip().endswith("?") and " ".join(meant_words(text)).startswith(tuple(f"{words} " for words in _data()["conditions"]))


def is_at_once(text: str) -> bool:
    """Return whether ``text`` says at once and nothing else: "nu meteen"."""
    return " ".join(meant_words(_without_around(text))) in _data()["at_once"]


def is_after_work(text: str) -> bool:
    """Return whether ``text`` says after work, whenever that is."""
    return says(meant_words(text), _data()["after_work"]) or _when_done().spots(meant_words(text))


@cache
def _when_done() -> Spotter:
    return Spotter(_data()["when_done"], lambda text: tuple(text.split()))


def bare_moment(text: str) -> str:
    """Return the moment in ``text`` without what people say around it: "nou in de pauze denk ik" is "in de pauze".

    When they are busy at one moment and free at another, it is the other: "ik werk in het weekend, maandag vrij" is "maandag".
    """
    return _without_around(when_free(text) or text)


def when_free(text: str) -> str | None:
    """Return the part of ``text`` with the moment that suits, when another part says which does not; else None."""
    *before, after = re.split(r"\bdus\b", text)
    if before and names_a_time(after):
        return after
    parts = [part for part in re.split(r"[,.;!?]+|\bmaar\b", text) if names_a_time(part)]
    free = [part for part in parts if not _is_taken(part)]
    return re.sub(rf"\s+(?:{_any_of('free')})\s*$", "", free[-1], flags=re.IGNORECASE) if len(parts) > len(free) > 0 else None


def _is_taken(part: str) -> bool:
    return _is_unfit(part) or (says(meant_words(part), _data()["busy"]) and not is_condition(part.strip()))


def _without_around(text: str) -> str:
    around = _any_of("around_a_moment")
    gap = r"[\s,.!?…]+"
    left = re.sub(rf"^(?:(?:{around}){gap})+", "", text.strip(), flags=re.IGNORECASE)
    bare = re.sub(rf"(?:{gap}(?:{around}))+[\s,.!?…]*$", "", left, flags=re.IGNORECASE)
    return _after_second_thoughts(bare.strip(" \t\n,.!?…") or text.strip())


def _after_second_thoughts(text: str) -> str:
    """Return what comes after the last no when both sides name a moment: "vrijdag nee zaterdag"."""
    parts = re.split(rf"[\s,]+(?:{_any_of('taken_back')})[\s,]+", text, flags=re.IGNORECASE)
    return parts[-1] if all(map(names_a_time, parts)) else text


@cache
def _any_of(name: str) -> str:
    return "|".join(re.escape(words) for words in sorted(_data()[name], key=len, reverse=True))
