"""What one run showed: of nudges, of reminders, and of people who wanted silence."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.kill.outcome import Outcome
from bench.kill.people import Silence
from bench.kill.reminded import Reminded
from bench.report import Row


@dataclass(frozen=True)
class Found:
    """Everything that was judged."""

    nudges: Outcome
    reminders: Reminded
    silences: Sequence[Silence]
    broken: int
    """Silences in which something came."""
    kills_of_the_postman: int

    @property
    def is_clean(self) -> bool:
        """Whether nothing was doubled, lost, called what it is not, or sent to who wanted silence."""
        return self.nudges.is_clean and self.reminders.is_clean and not self.broken

    def rows(self, name: str) -> list[Row]:
        """Return the numbers as measurements of ``name``."""
        numbers = {
            **self.nudges.numbers(),
            **self.reminders.numbers(),
            "kills of who delivers reminders": self.kills_of_the_postman,
            "stops": sum(one.stopped for one in self.silences),
            "pauses": sum(not one.stopped for one in self.silences),
            "nudges on their way when somebody stopped or paused": sum(one.on_the_way for one in self.silences),
            "sent after a stop or in a pause": self.broken,
        }
        return [Row(f"{name}: {what}", number, "count") for what, number in numbers.items()]
