"""Who we help. Everything about a person is optional except that the conversation exists."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.learners.hours import Hours
from bot.learners.shift import Shift as Shift
from bot.registers import Manner, Register
from bot.values import value


class NudgeState(StrEnum):
    """Whether ontwikkelduwtjes may be sent."""

    UNASKED = "unasked"
    ON = "on"
    PAUSED = "paused"
    STOPPED = "stopped"


EVERY_DAYS = range(4, 31)
"""How many days may lie between two nudges: at most about two a week, at least one a month."""
DEFAULT_EVERY_DAYS = 7
MAX_INTERESTS = 3


class DayPart(StrEnum):
    """A moment that a person recognises from their own day. Values are institutional Dutch terms."""

    OCHTEND = "ochtend"
    PAUZE = "pauze"
    MIDDAG = "middag"
    AVOND = "avond"


class Group(StrEnum):
    """What a person says about their work or age; only who says so belongs. Values are institutional Dutch terms."""

    WERKEND = "werkend"
    FLEX = "flex"
    ZZP = "zzp"
    ZONDER_WERK = "zonder_werk"
    ZESTIG_PLUS = "zestig_plus"
    TEAM = "team"


class Barrier(StrEnum):
    """What a person says stands in the way of learning. Values are institutional Dutch terms."""

    TIJD = "tijd"
    GELD = "geld"
    MOED = "moed"
    TAAL = "taal"


@dataclass(frozen=True)
class NudgePreferences:
    """What a person decided about nudges."""

    state: NudgeState = NudgeState.UNASKED
    every_days: int = DEFAULT_EVERY_DAYS
    """Days between two nudges, one of ``EVERY_DAYS``."""
    part: DayPart | None = None
    weekday: int | None = None
    """0 is Monday; None is any day."""
    paused_until: datetime | None = None
    shift: Shift | None = None
    """Hours in which nothing may come; None is office hours, or not told."""
    hours: tuple[Hours, ...] = ()
    """Their own hours where they told them, at most one for each shift; else those that are usual for the shift count."""

    def __post_init__(self) -> None:
        if self.every_days not in EVERY_DAYS:
            raise ValueError(f"every_days={self.every_days}")
        if self.weekday is not None and self.weekday not in range(7):
            raise ValueError(f"weekday={self.weekday}")


@value
class Learner:
    """A person, known only by a conversation."""

    id: str
    conversation_key: str
    """Unguessable name of the conversation, also Rasa's sender id."""
    tenant: str
    created_at: datetime
    last_seen_at: datetime
    wish: str | None = None
    """What they want to learn, in their own words."""
    interests: tuple[str, ...] = ()
    """0 to ``MAX_INTERESTS`` tags of ``bot/catalogue/data/interests.yml``."""
    place: str | None = None
    nudges: NudgePreferences = field(default_factory=NudgePreferences)
    manner: Manner = field(default_factory=Manner)
    groups: frozenset[Group] = frozenset()
    """What they said about their work or age. Nothing is asked."""
    barrier: Barrier | None = None
    """What they said last that stands in the way."""
    outside_experiment: bool = False
    """Whether they asked to stay out of the experiment with choosing nudges."""

    @property
    def register(self) -> Register:
        """The register that everything to this person is worded in."""
        return self.manner.register


@dataclass(frozen=True)
class Plan:
    """An if-then plan: at this moment I do this small thing."""

    id: int
    learner_id: str
    item_id: str
    item_title: str
    moment: str
    """In the person's own words."""
    made_at: datetime
    done_at: datetime | None = None


@dataclass(frozen=True)
class LogLine:
    """Something a person says they did or learned."""

    id: int
    learner_id: str
    text: str
    written_at: datetime
