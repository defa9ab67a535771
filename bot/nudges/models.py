"""Ontwikkelduwtjes: scripts, what is due, and how each ended."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from bot.values import value


class After(StrEnum):
    """What a button does besides answering."""

    SNOOZE = "snooze"
    LESS_OFTEN = "less_often"
    STOP = "stop"


@dataclass(frozen=True)
class Then:
    """What follows a button."""

    say: str
    do: After | None = None
    ask: str | None = None
    """Intent that hands the conversation to Rasa."""
    interest: str | None = None


@dataclass(frozen=True)
class ScriptButton:
    """A quick reply."""

    label: str
    then: Then


@dataclass(frozen=True)
class RewordedButton:
    """A quick reply in another register; None is as it was."""

    label: str | None = None
    say: str | None = None


@dataclass(frozen=True)
class Rewording:
    """A script in another register; what is None or empty is as it was."""

    text: str | None = None
    buttons: tuple[RewordedButton | None, ...] = ()
    """One for each button of the script, None for a choice that is left out."""


@dataclass(frozen=True)
class Moment:
    """When a script fits: weekdays (0 is Monday, empty is any), a part of the day (``ochtend|pauze|middag|avond``) and months."""

    days: frozenset[int] = frozenset()
    part: str | None = None
    months: frozenset[int] = frozenset()
    """1 is January; empty is all year."""


@dataclass(frozen=True)
class Repeat:
    """How often one person may get a script: at most ``max`` times a year, with ``every_days`` in between."""

    max: int = 1
    every_days: int = 90


@dataclass(frozen=True)
class Script:
    """One immutable version of a nudge."""

    id: str
    version: int
    theme: str
    goal: str
    text: str
    buttons: tuple[ScriptButton, ...]
    technique: tuple[str, ...] = ()
    evidence: str | None = None
    audience: tuple[str, ...] = ("iedereen",)
    needs: frozenset[str] = frozenset()
    """``plan``, ``interest`` or ``silent_3w``."""
    interests: tuple[str, ...] = ()
    helps: frozenset[str] = frozenset()
    """What it makes less of a hindrance: values of ``Barrier``."""
    about_work: bool = False
    minutes: int = 2
    moment: Moment = field(default_factory=Moment)
    repeat: Repeat = field(default_factory=Repeat)
    sensitive: bool = False
    right_answers: tuple[str, ...] = ()
    """Labels of buttons that answer well. A script with any is something to remember, and is asked again."""
    source: str = ""
    licence: str = ""
    u: Rewording | None = None
    easy: Rewording | None = None

    def __hash__(self) -> int:
        """A version never changes, so its name is enough; hashing all its texts was much of planning."""
        return hash((self.id, self.version))


class DueState(StrEnum):
    """Life of a due row. The last four are end states."""

    PLANNED = "planned"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    SKIPPED = "skipped"
    NOT_SENT = "not_sent"
    UNKNOWN = "unknown"

    @property
    def is_end(self) -> bool:
        """Whether nothing more happens to the row."""
        return self in (DueState.SENT, DueState.SKIPPED, DueState.NOT_SENT, DueState.UNKNOWN)


class Occasion(StrEnum):
    """What a row is for; written as the first word of its slot, except for ordinary rows."""

    ORDINARY = "ordinary"
    """In the person's own rhythm. The slot is its Amsterdam date."""
    ASKED = "asked"
    BY_HAND = "by_hand"
    """Somebody who runs the product sent it."""
    FOLLOW_UP = "follow_up"
    """The same script once more because nothing was heard. The slot names the row it follows."""
    PRACTICE = "practice"
    """A question to remember something by, asked again. The slot names the row before it, and a date."""

    @property
    def is_extra(self) -> bool:
        """Whether it comes between the nudges of the person's rhythm; the caps hold for it all the same."""
        return self in (Occasion.FOLLOW_UP, Occasion.PRACTICE)


@lru_cache(maxsize=1024)
def occasion_of(slot: str) -> Occasion:
    """Return what a row with this slot is for."""
    first = slot.partition(" ")[0]
    return Occasion(first) if first in Occasion else Occasion.ORDINARY


def planned_day(slot: str) -> date:
    """Return the local date that an ordinary slot names."""
    return date.fromisoformat(slot.partition("/")[0])


class Reason(StrEnum):
    """Why a nudge was sent or not: one code for every yes and every no."""

    ALLOWED = "allowed"
    ASKED_FOR = "asked_for"
    BY_HAND = "by_hand"
    NO_CONSENT = "no_consent"
    PAUSED = "paused"
    STOPPED = "stopped"
    QUIET_HOURS = "quiet_hours"
    HOLIDAY = "holiday"
    AT_WORK = "at_work"
    CAP_DAY = "cap_day"
    CAP_WEEK = "cap_week"
    TOO_SOON = "too_soon"
    LATE = "late"
    TALKING = "talking"
    SCRIPT_CHANGED = "script_changed"
    SCRIPT_ARCHIVED = "script_archived"
    NOT_ELIGIBLE = "not_eligible"
    ANSWERED = "answered"
    GOAL_REACHED = "goal_reached"
    REPLANNED = "replanned"
    NO_SCRIPT = "no_script"
    NO_ADDRESS = "no_address"
    BLOCKED = "blocked"
    REFUSED = "refused"
    SNOOZED = "snoozed"
    ERASED = "erased"
    LEASE_LOST = "lease_lost"
    DELIVERY_UNCLEAR = "delivery_unclear"
    FAILED = "failed"


@value
class DueNudge:
    """One planned sending. (learner_id, script_id, slot) is unique for ever."""

    id: int
    learner_id: str
    script_id: str
    version: int
    slot: str
    """Names the occasion, see ``Occasion``."""
    due_at: datetime
    state: DueState = DueState.PLANNED
    reason: Reason | None = None
    attempts: int = 0
    """How often sending was tried and certainly did not happen."""
    sent_at: datetime | None = None
    """When it was handed over for delivery."""
    ended_at: datetime | None = None
    answer: str | None = None
    """Label of the pressed button."""
    answered_at: datetime | None = None
    quiet_until: datetime | None = None
    """Until then the answer asked for silence."""

    @property
    def occasion(self) -> Occasion:
        """Return what the row is for."""
        return occasion_of(self.slot)

    @property
    def may_have_arrived(self) -> bool:
        """Whether the person has it, or could have it."""
        return self.state in (DueState.SENDING, DueState.SENT, DueState.UNKNOWN)

    def ended(self, state: DueState, reason: Reason, at: datetime) -> "DueNudge":
        """Return the row as it ended at ``at``."""
        sent_at = at if state is DueState.SENT else None
        # For each nudge; ``replace`` takes twice as long.
        moments = (self.attempts, sent_at, at, self.answer, self.answered_at, self.quiet_until)
        return DueNudge(self.id, self.learner_id, self.script_id, self.version, self.slot, self.due_at, state, reason, *moments)
