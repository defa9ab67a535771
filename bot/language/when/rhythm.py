"""How often something comes back: the kinds of rhythm, and on which days each falls."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import ClassVar

from bot.language.when.calendar import WEEK, day_in_month, months_later, nth_in_month

LAST = -1
"""The last of its weekdays in a month."""
LONGEST_MONTH = 31
"""A day of the month that in every month is the last one."""

A_FIFTH = 5
"""Of its weekday not every month has one."""


class Rhythm(ABC):
    """How often something comes back."""

    DAY: ClassVar["Rhythm"]
    WORKDAY: ClassVar["Rhythm"]
    """Monday to Friday."""
    TWO_DAYS: ClassVar["Rhythm"]
    WEEK: ClassVar["Rhythm"]
    TWO_WEEKS: ClassVar["Rhythm"]
    MONTH: ClassVar["Rhythm"]

    @property
    @abstractmethod
    def names_its_days(self) -> bool:
        """Whether only the hour is left to ask; of "elke maand" the day is as well."""

    @abstractmethod
    def after(self, day: date) -> Iterator[date]:
        """Return its days after ``day``, for ever. ``day`` is where it counts from, and need not be one of them."""

    def falls_on(self, day: date) -> bool:
        """Return whether ``day`` may be one of its days."""
        return next(self.after(day - timedelta(1))) == day

    def beginning(self, day: date) -> "Rhythm":  # most know their days themselves
        """Return this rhythm when ``day`` is the first that was asked for: "elke maand" takes its day of the month from it."""
        return self

    def moved_to(self, day: date) -> "Rhythm":  # a number of days counts from any day
        """Return this rhythm when one of its days is put on ``day`` instead."""
        return self


@dataclass(frozen=True)
class EveryDays(Rhythm):
    """So many days from one to the next."""

    days: int

    @property
    def names_its_days(self) -> bool:
        return self.days < WEEK

    def after(self, day: date) -> Iterator[date]:
        return (day + timedelta(ahead) for ahead in count(self.days, self.days))

    def falls_on(self, day: date) -> bool:  # it counts from any day
        return True


@dataclass(frozen=True)
class OnWeekdays(Rhythm):
    """On these days of every week, in order; 0 is Monday."""

    weekdays: tuple[int, ...]
    names_its_days = True

    def after(self, day: date) -> Iterator[date]:
        days = (day + timedelta(ahead) for ahead in count(1))
        return (each for each in days if each.weekday() in self.weekdays)

    def moved_to(self, day: date) -> Rhythm:
        return self if self == Rhythm.WORKDAY or self.falls_on(day) else Rhythm.WEEK


@dataclass(frozen=True)
class OnDayOfMonth(Rhythm):
    """On this day of the month, every so many months; the last day of a month that is too short for it."""

    day: int | None = None
    """None as long as the first moment is not known: it is the day of that."""
    months: int = 1

    @property
    def names_its_days(self) -> bool:
        return self.day is not None

    def after(self, day: date) -> Iterator[date]:
        months = (months_later(day.replace(day=1), ahead) for ahead in count(0, self.months))
        days = (day_in_month(month, self.day or day.day) for month in months)
        return (each for each in days if each > day)

    def falls_on(self, day: date) -> bool:
        return self.day is None or day == day_in_month(day, self.day)

    def beginning(self, day: date) -> Rhythm:
        return self if self.day else OnDayOfMonth(day.day, self.months)

    def moved_to(self, day: date) -> Rhythm:
        return OnDayOfMonth(day.day, self.months)


@dataclass(frozen=True)
class OnWeekdayOfMonth(Rhythm):
    """On the nth of this weekday (0 is Monday) in every month; ``LAST`` is the last one."""

    nth: int
    weekday: int
    names_its_days = True

    def after(self, day: date) -> Iterator[date]:
        months = (months_later(day.replace(day=1), ahead) for ahead in count())
        days = (nth_in_month(month, self.nth, self.weekday) for month in months)
        return (each for each in days if each > day)

    def moved_to(self, day: date) -> Rhythm:
        nth = (day.day - 1) // WEEK + 1
        is_last = (day + timedelta(WEEK)).month != day.month
        stays_last = is_last and (self.nth == LAST or nth == A_FIFTH)
        return OnWeekdayOfMonth(LAST if stays_last else nth, day.weekday())


Rhythm.DAY, Rhythm.TWO_DAYS, Rhythm.WEEK, Rhythm.TWO_WEEKS = (EveryDays(days) for days in (1, 2, WEEK, 2 * WEEK))
Rhythm.WORKDAY, Rhythm.MONTH = OnWeekdays((0, 1, 2, 3, 4)), OnDayOfMonth()
