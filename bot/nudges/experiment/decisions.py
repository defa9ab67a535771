"""One choice that reached somebody, as the analysis counts it."""

from dataclasses import dataclass
from datetime import datetime

from bot.nudges.experiment.choice import ChosenBy


@dataclass(frozen=True)
class Decision:
    """A nudge that was chosen among others and sent."""

    person: str
    """Tells people apart; never shown."""
    by: ChosenBy
    at: datetime
    """When it was sent."""
    taken_up: bool
    """Whether the answer took the nudge up in time."""
