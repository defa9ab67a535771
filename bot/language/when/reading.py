"""When, in what people type: a moment, something vague, or nothing."""

from datetime import datetime

from bot.clock import AMSTERDAM
from bot.language.when.constraints import Unread
from bot.language.when.days import days_in
from bot.language.when.line import Line, Span, line_of
from bot.language.when.models import Found, Moment, Vague
from bot.language.when.resolving import Said, later, resolve
from bot.language.when.times import anchor_in, minutes_from_now_in, part_in, time_in


def when(text: str, now: datetime) -> Moment | Vague | None:
    """Return when ``text`` means, seen from ``now`` (time-zone aware); None when it names nothing that is still to come.

    Everything that is said about the day has to fit: "zondag 5 december" is unclear when the fifth is a Saturday. What takes back
    wins: "vrijdag, nee zaterdag", or a new line, is Saturday. Every moment is after ``now``, in Amsterdam time.
    """
    found = find(text, now)
    return found.when if found else None


def find(text: str, now: datetime) -> Found | None:
    """Return when ``text`` means, as ``when`` does, and where it says so."""
    local = now.astimezone(AMSTERDAM)
    line = line_of(text)
    minutes, places, rest = minutes_from_now_in(line)
    if minutes is not None:
        soon = later(local, minutes)
        return Found(soon, _spans(line, places)) if soon else None
    days, of_days, rest = days_in(rest, local.date())
    time, of_time, rest = time_in(rest)
    part, of_part, rest = part_in(rest)
    anchor, usual_part = anchor_in(rest)
    of_anchor = [anchor] if anchor else []
    own_words = text[slice(*line.span(*anchor))] if anchor else None
    unclear = " ".join(text[slice(*span)] for span in _spans(line, of_days)) if days is Unread.UNCLEAR else None
    meant = resolve(Said(days, time, part or usual_part, own_words, unclear), local)
    return Found(meant, _spans(line, [*of_days, *of_time, *of_part, *of_anchor])) if meant else None


def _spans(line: Line, places: list[Span]) -> tuple[Span, ...]:
    return tuple(line.span(*place) for place in sorted(places))
