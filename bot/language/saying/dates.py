"""Days and times the way people say them."""

from datetime import date, datetime, time

from bot.clock import AMSTERDAM
from bot.language.saying.texts import Texts
from bot.language.when.calendar import WEEK
from bot.language.when.rhythm import LAST, LONGEST_MONTH, EveryDays, OnDayOfMonth, OnWeekdayOfMonth, OnWeekdays, Rhythm

FEW = 2
"""So many days or weeks have a name of their own."""
YEAR = 12


class Dates:
    """Writes moments in Dutch, in Amsterdam time."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def day(self, moment: datetime) -> str:
        """Return for instance "dinsdag 3 maart"."""
        local = moment.astimezone(AMSTERDAM)
        return self._texts(
            "date_day",
            weekday=self.weekday(local.weekday()),
            day=local.day,
            month=self._texts(f"date_month_{local.month}"),
        )

    def full(self, day: date) -> str:
        """Return for instance "3 maart 2025"."""
        return self._texts("date_full", day=day.day, month=self._texts(f"date_month_{day.month}"), year=day.year)

    def clock(self, clock: time) -> str:
        """Return for instance "9.30"."""
        return self._texts("date_time", hour=clock.hour, minute=f"{clock.minute:02}")

    def time(self, moment: datetime) -> str:
        """Return for instance "9.30"."""
        return self.clock(moment.astimezone(AMSTERDAM).time())

    def weekday(self, number: int) -> str:
        """Return the name of a day of the week, 0 for Monday."""
        return self._texts(f"date_weekday_{number}")

    def rhythm(self, rhythm: Rhythm, moment: datetime) -> str:
        """Return for instance "elke maandag", for what comes back from the day of ``moment`` on."""
        first = moment.astimezone(AMSTERDAM).date()
        match rhythm:
            case Rhythm.WORKDAY:
                return self._texts("reminder_rhythm_workday")
            case EveryDays(days):
                return self._every(days, self.weekday(first.weekday()))
            case OnWeekdays((*days, last)) if days:
                return self._texts("reminder_rhythm_weekdays", days=", ".join(map(self.weekday, days)), last=self.weekday(last))
            case OnWeekdays((only,)):
                return self._every(WEEK, self.weekday(only))
            case OnDayOfMonth(day, months):
                return self._monthly(day or first.day, months, first)
            case OnWeekdayOfMonth(nth, weekday):
                return self._texts(
                    "reminder_rhythm_nth",
                    nth=self._texts("date_nth_last" if nth == LAST else f"date_nth_{nth}"),
                    weekday=self.weekday(weekday),
                )
        raise TypeError(rhythm)

    def _every(self, days: int, weekday: str) -> str:
        weeks, more = divmod(days, WEEK)
        if more:
            return self._texts(f"reminder_rhythm_days_{days}" if days <= FEW else "reminder_rhythm_days", days=days)
        return self._texts(f"reminder_rhythm_weeks_{weeks}" if weeks <= FEW else "reminder_rhythm_weeks", weeks=weeks, weekday=weekday)

    def _monthly(self, day: int, months: int, first: date) -> str:
        if months == YEAR:
            return self._texts("reminder_rhythm_year", day=first.day, month=self._texts(f"date_month_{first.month}"))
        when = self._texts("date_last_day" if day == LONGEST_MONTH else "date_nth_day", day=day)
        return self._texts("reminder_rhythm_month" if months == 1 else "reminder_rhythm_months", months=months, day=when)
