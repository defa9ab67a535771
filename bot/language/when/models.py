"""What people mean when they say when."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.language.when.rhythm import Rhythm


@dataclass(frozen=True)
class Moment:
    """A day and a time, in Amsterdam."""

    at: datetime
    other: datetime | None = None
    """What it may also be: half 8 in the evening for half 8 in the morning."""


@dataclass(frozen=True)
class Vague:
    """Something less than a day and a time; at least one of the parts is known."""

    first: date | None = None
    last: date | None = None
    """The days it may be, both included: the same one when the day is known."""
    part: str | None = None
    """Part of the day, as in ``bot.learners.models.DayPart``, or ``nacht``."""
    anchor: str | None = None
    """What it hangs on in somebody's day, in their own words: "na mijn late dienst"."""
    unclear: str | None = None
    """A day nobody can read for sure, in their own words: "na kerst", "zondag 5 december" when the fifth is a Saturday."""

    @property
    def day(self) -> date | None:
        """The day, when it is known."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True)
class Found:
    """What a text says about when, and where it says so."""

    when: Moment | Vague
    spans: tuple[tuple[int, int], ...]
    """Beginning and end of every piece of the text that belongs to it, in order."""


@dataclass(frozen=True)
class Repeated:
    """What a text says about how often, and where it says so."""

    rhythm: Rhythm | None
    """None for a rhythm that we do not keep: "elk uur", "3 keer per week"."""
    spans: tuple[tuple[int, int], ...]
