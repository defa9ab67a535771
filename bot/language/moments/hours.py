"""Reads in what people type between which hours they work. No guessing: about who types, with words of work, or not at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from bot.language.moments.hour_words import hour_words
from bot.language.person.work import load_work_words
from bot.language.when.line import line_of
from bot.language.when.times import MIDNIGHT, NOON, TimeOfDay, time_in
from bot.language.when.vocabulary import vocabulary
from bot.language.words.phrasing import says
from bot.workday import can_last, clock_at, minutes_between

_WAKING = range(5 * 60 + 30, 20 * 60)
"""When nobody says which half of the day, work begins in these minutes after midnight."""


@dataclass(frozen=True)
class Said:
    """Hours of one shift, named as in ``bot.learners.shift``; None is what was not said."""

    shift: str | None
    start: time | None
    end: time | None


@dataclass(frozen=True)
class HoursTold:
    """What a message says about hours of work."""

    said: tuple[Said, ...] = ()
    unclear: bool = False
    """Whether it names hours that cannot be."""
    alone: bool = False
    """Whether it says nothing else."""


def hours_told(text: str, *, asked: bool = False) -> HoursTold | None:
    """Return what ``text`` says about the hours of who types; None when it says nothing of it.

    ``asked``: whether it answers the question for hours, so that "van 7 tot 3" is enough.
    """
    words, line = hour_words(), line_of(text).plain
    line = words.weekdays.sub(" ", line)
    if not (asked or words.subject.search(line)):
        return None
    found = [match for pattern in words.patterns for match in pattern.finditer(line)]
    clear = [match for place, match in enumerate(found) if not any(_overlap(match, other) for other in found[:place])]
    if not clear or _is_about_something_else(line[: max(match.end() for match in clear)]):
        return None
    read = [_read(match, line) for match in sorted(clear, key=re.Match.start)]
    said = tuple(one for one in read if one)
    return HoursTold(_joined(said), len(said) < len(read), _says_no_more(line, clear))


def shift_in_anchor(text: str) -> tuple[bool, str | None]:
    """Return whether ``text`` is after work ("na mijn late dienst", "na mijn werk"), and the shift that it names."""
    if not hour_words().after.match(line_of(text).plain):
        return False, None
    return True, load_work_words().shift_in(text)


def _is_about_something_else(line: str) -> bool:
    return says(line.split(), (*hour_words().not_now, *hour_words().others))


def _joined(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """Put a beginning and an end that were said apart together."""
    if len(said) == 2 and said[0].end is None and said[1].start is None and said[0].shift == said[1].shift:
        return (Said(said[0].shift, said[0].start, said[1].end),)
    return said


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _read(match: re.Match[str], line: str) -> Said | None:
    named = match.groupdict()
    before = list(hour_words().shifts.finditer(line[: match.start()])) or list(hour_words().shifts.finditer(line))[:1]
    shift = hour_words().shift_of[before[-1].group()] if before else None
    start, end = _clocks(named.get("start")), _clocks(named.get("end"))
    if start == [] or end == []:
        return None
    if start and end:
        # "7.00 tot 3.30" is written by who means half past three in the afternoon.
        pair = _likeliest(start, end, shift) or _likeliest(_either_half(start), _either_half(end), shift)
        return Said(shift, *pair) if pair else None
    return Said(shift, _one(start, shift, 0), _one(end, shift, 8 * 60))


def _clocks(written: str | None) -> list[int] | None:
    """Return the minutes after midnight that a time may be, the likeliest first; empty when there is no such time."""
    if written is None:
        return None
    part = next((name for word, name in vocabulary().part_words.items() if re.search(rf"\b{word}$", written)), None)
    clock = re.sub(r" (?:s |in de )?[^\W\d]+$", "", written) if part else written
    found, _, rest = time_in(line_of(f"om {clock}"))
    is_whole = not any(sign.isdigit() for sign in rest.plain)
    return _possible(found, part) if found and is_whole else []


def _possible(found: TimeOfDay, part: str | None) -> list[int]:
    minutes = found.minutes % MIDNIGHT
    both = [minutes, (minutes + NOON) % MIDNIGHT]
    if part is None:
        return [minutes] if found.exact else both
    first, last = vocabulary().parts[part]
    return [one for one in both if any(first <= one + day <= last for day in (0, MIDNIGHT))]


def _either_half(minutes: Sequence[int]) -> list[int]:
    """Return ``minutes`` with what they are in the afternoon as well. Midnight is said by who means it."""
    return [*minutes, *(one + NOON for one in minutes if 0 < one < NOON)]


def _likeliest(starts: Sequence[int], ends: Sequence[int], shift: str | None) -> tuple[time, time] | None:
    pairs = [(start, end) for start in starts for end in ends if can_last(minutes_between(start, end))]
    best = min(pairs, key=lambda pair: (not _begins(pair[0], shift), minutes_between(*pair)), default=None)
    return (clock_at(best[0]), clock_at(best[1])) if best else None


def _one(minutes: Sequence[int] | None, shift: str | None, later: int) -> time | None:
    if not minutes:
        return None
    return clock_at(next((one for one in minutes if _begins((one - later) % MIDNIGHT, shift)), minutes[0]))


def _begins(minutes: int, shift: str | None) -> bool:
    usual = hour_words().begins[shift] if shift else _WAKING
    return minutes in usual or minutes + MIDNIGHT in usual


def _says_no_more(line: str, found: Sequence[re.Match[str]]) -> bool:
    left = line
    for match in found:
        left = left[: match.start()] + " " * (match.end() - match.start()) + left[match.end() :]
    left = hour_words().shifts.sub(" ", hour_words().subject.sub(" ", left))
    return set(left.split()) <= hour_words().around
