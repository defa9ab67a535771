"""What a text says about the day, piece by piece, and what all pieces leave together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import product

from bot.language.when.calendar import WEEK


@dataclass(frozen=True)
class Days:
    """The days from ``first`` up to ``last``. ``open``: a weekday said without more, which may be today or in a week."""

    first: date
    last: date
    open: bool = False


class Unread(Enum):
    """Why words about a day give no day."""

    OVER = "over"
    """It lies behind us, or exists in no year."""
    UNCLEAR = "unclear"
    """Nobody can tell which day it is; who typed it can."""


@dataclass(frozen=True)
class Constraint:
    """The days from ``first`` up to ``last`` (no end when None) that fall on ``weekday`` (any when None; 0 is Monday)."""

    first: date
    last: date | None = None
    weekday: int | None = None

    def meet(self, other: "Constraint") -> "Constraint | None":
        """Return what holds for both; None when nothing can."""
        if self.weekday is not None and other.weekday is not None and self.weekday != other.weekday:
            return None
        ends = [end for end in (self.last, other.last) if end]
        first, last = max(self.first, other.first), min(ends, default=None)
        if last and last < first:
            return None
        return Constraint(first, last, other.weekday if self.weekday is None else self.weekday)

    def days(self) -> Days | None:
        """Return the days that are left, the first one for a weekday without an end; None when there is none."""
        if self.weekday is None:
            return Days(self.first, self.last or self.first)
        day = self.first + timedelta((self.weekday - self.first.weekday()) % WEEK)
        if self.last is None:
            return Days(day, day, open=True)
        if day > self.last:
            return None
        # "Volgende maand op dinsdag" names more than one Tuesday.
        return Days(self.first, self.last) if day + timedelta(WEEK) <= self.last else Days(day, day)


Meaning = tuple[Constraint, ...] | Unread
"""What one piece may mean, the likeliest first."""


def only(day: date) -> Meaning:
    """Return what names ``day`` and nothing else."""
    return (Constraint(day, day),)


def together(meanings: Iterable[Meaning]) -> Days | Unread | None:
    """Return the days that fit everything that was said; UNCLEAR when nothing does, None for nothing said."""
    said = list(meanings)
    if Unread.UNCLEAR in said:
        return Unread.UNCLEAR
    known = [meaning for meaning in said if not isinstance(meaning, Unread)]
    if not known:
        return Unread.OVER if said else None
    for choice in product(*known):
        left: Constraint | None = choice[0]
        for each in choice[1:]:
            left = left and left.meet(each)
        if left and (days := left.days()):
            return days
    return Unread.UNCLEAR
