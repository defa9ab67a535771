"""How often, in what people type: "elke maandag", "om de week", "de eerste van de maand"."""

from bot.language.when.line import Line, Span, line_of
from bot.language.when.models import Repeated
from bot.language.when.repeat_rules import repeat_rules
from bot.language.when.rhythm import Rhythm


def repeats_in(text: str) -> Repeated | None:
    """Return how often ``text`` says something comes back, the last time that it says so; None when it says nothing of it.

    The spans hold what says how often and leave the time, and the day that only says when it begins: of "elke maandag om 9.00"
    "elke", of "elke maandag en vrijdag om 9.00" all but the time.
    """
    line = line_of(text)
    named: list[tuple[int, Rhythm | None]] = []
    places: list[Span] = []
    for pattern, read in repeat_rules():
        for match in pattern.finditer(line.plain):
            places.append(_place(line, text, *match.span()))
            line = line.without(*match.span())
            named.append((match.start(), read(match)))
    if not named:
        return None
    return Repeated(max(named, key=lambda each: each[0])[1], tuple(sorted(places)))


def _place(line: Line, text: str, start: int, end: int) -> Span:
    """Return where ``line.plain[start:end]`` stood in ``text``; of "donderdagavond" only the day."""
    first, last = line.span(start, end)
    day, begin = line.plain[start:end].split()[-1], line.origin[end - 1][0]
    goes_on = line.origin[end : end + 1] == line.origin[end - 1 : end]
    return first, begin + len(day) if goes_on and text[begin:last].casefold().startswith(day) else last


def without(text: str, spans: tuple[Span, ...]) -> str:
    """Return ``text`` with spaces for ``spans``, so that every other word stands where it stood."""
    return "".join(" " if any(start <= at < end for start, end in spans) else sign for at, sign in enumerate(text))
