"""Days and times the way people say them."""

from datetime import date, datetime, time

from bot.clock import AMSTERDAM
from bot.language.texts import Texts


class Dates:
    """Writes moments in Dutch, in Amsterdam time."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def day(self, moment: datetime) -> str:
        """Return for instance "dinsdag 3 maart"."""
        local = moment.astimezone(AMSTERDAM)
        return self._texts(
            "date_day",
            weekday=self._texts(f"date_weekday_{local.weekday()}"),
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

    def rhythm(self, rhythm: str, moment: datetime) -> str:
        """Return for instance "elke maandag", for what comes back on the day of the week of ``moment``."""
        weekday = self._texts(f"date_weekday_{moment.astimezone(AMSTERDAM).weekday()}")
        return self._texts(f"reminder_rhythm_{rhythm}", weekday=weekday)
