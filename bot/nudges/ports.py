"""What the nudge services need from a store, and how nudges leave the house."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.conversation import Delivery as HowFar
from bot.learners.models import NudgePreferences
from bot.learners.ports import Consents, Learners, Plans
from bot.messages import Outgoing, Reply
from bot.nudges.models import DueNudge, DueState, Reason, Reminder, ReminderState, Script
from bot.nudges.policy import Current


class Outlet(Protocol):
    """Puts a message into the conversation with a person and delivers it."""

    def send(self, learner_id: str, reply: Reply) -> None:
        """Return only when the message arrived; raises a DeliveryError that says what to do next."""


class DueNudges(Protocol):
    """The due rows. A row that is not in an end state is open; a person has at most one."""

    def by_id(self, due_id: int) -> DueNudge | None: ...
    def open_for(self, learner_id: str) -> DueNudge | None: ...
    def of(self, learner_id: str, since: datetime) -> tuple[DueNudge, ...]:
        """Return a person's rows due after ``since``, oldest first."""

    def plan(self, learner_id: str, script: Script, slot: str, due_at: datetime, wanted: NudgePreferences) -> DueNudge | None:
        """Add an open row made for the preferences ``wanted``; None when the slot is used or the person has an open row."""

    def record_sent(self, learner_id: str, script: Script, slot: str, at: datetime, reason: Reason) -> DueNudge | None:
        """Add a row that is sent already; None when the slot is used."""

    def drop(self, due_id: int) -> None:
        """Forget a planned row that nothing happened with."""

    def claim(self, owner: str, now: datetime, lease_until: datetime, limit: int) -> list[DueNudge]:
        """Reserve planned rows whose time has come; two callers never get the same row."""

    def mark_sending(self, due_id: int, owner: str, now: datetime, lease_until: datetime) -> bool:
        """Note that delivery begins; False when the claim was lost."""

    def put_back(self, due_id: int, owner: str, wake_at: datetime, *, attempts: int) -> bool:
        """Let a row wait until ``wake_at``; False when the claim was lost."""

    def end(self, due_id: int, owner: str | None, state: DueState, reason: Reason, at: datetime) -> bool:
        """Close an open row; False when it was closed before or is claimed by someone else than ``owner``."""

    def recover(self, now: datetime) -> dict[DueState, int]:
        """Deal with leases that ran out: claimed rows are planned again, rows in sending become unknown."""

    def answer(self, due_id: int, label: str, at: datetime, quiet_until: datetime | None) -> None: ...


class PlanningQueue(Protocol):
    """Who needs planning."""

    def waiting(self, now: datetime, limit: int) -> list[str]:
        """Return learners whose open row is missing, outdated by their preferences, or no longer wanted."""

    def outdated(self, due_id: int) -> bool:
        """Whether the planned row was made for other preferences than the person has now."""

    def look_again(self, learner_id: str, at: datetime) -> None:
        """Leave the person alone until ``at`` when there is nothing to plan."""

    def forget(self, learner_id: str) -> None:
        """Take back ``look_again``."""


@dataclass(frozen=True)
class VersionInfo:
    """One published version."""

    version: int
    made_at: datetime
    made_by: str | None
    """Name of the administrator; None for a version that came with the product."""
    script: Script


class Scripts(Protocol):
    """Scripts and their immutable versions."""

    def all(self) -> Mapping[str, Current]: ...
    def current(self, script_id: str) -> Current | None: ...
    def for_change(self, script_id: str) -> Current | None:
        """Like ``current``; others who want to change it wait until the transaction ends."""

    def published_at(self) -> Mapping[str, datetime]:
        """Return when each script was last published."""

    def version(self, script_id: str, version: int) -> Script | None: ...
    def versions(self, script_id: str) -> list[VersionInfo]:
        """Return every version, newest first."""

    def publish(self, script: Script, at: datetime, made_by: str | None) -> None:
        """Store a version and make it current; raises ScriptConflict when that version exists."""

    def archive(self, script_id: str, at: datetime | None) -> None:
        """Take a script out of use, or back with None."""


@dataclass(frozen=True)
class Draft:
    """An unfinished text of a script."""

    script_id: str
    body: Mapping[str, Any]
    """The written form, right or wrong."""
    based_on: int | None
    """Version it began from; None for a new script."""
    saved_at: datetime
    saved_by: str | None


class ScriptDrafts(Protocol):
    """At most one draft per script."""

    def all(self) -> list[Draft]: ...
    def get(self, script_id: str) -> Draft | None: ...
    def save(self, draft: Draft) -> None: ...
    def remove(self, script_id: str) -> None: ...


@dataclass(frozen=True)
class Delivery:
    """One line of the delivery log: nothing in it says who the person is."""

    id: int
    script_id: str
    version: int
    due_at: datetime
    state: DueState
    reason: Reason | None
    ended_at: datetime | None
    answered: bool


class Deliveries(Protocol):
    """What was sent and what was not, and why."""

    def page(
        self, *, before_id: int | None = None, limit: int = 50, script_id: str | None = None, reason: Reason | None = None
    ) -> Sequence[Delivery]:
        """Return rows, newest first."""

    def counts(self, since: datetime) -> Mapping[tuple[DueState, Reason], int]:
        """Return how many rows ended since then, per end and reason."""


class HeartbeatRows(Protocol):
    """When each process was last alive."""

    def beat(self, process: str, at: datetime) -> None: ...
    def at(self, process: str) -> datetime | None: ...


class Reminders(Protocol):
    """What people asked to be reminded of. Every change is one of a planned reminder; others stay as they are."""

    def add(self, learner_id: str, text: str, due_at: datetime, now: datetime) -> Reminder: ...
    def planned(self, learner_id: str) -> tuple[Reminder, ...]:
        """Return what is still to come, soonest first."""

    def due(self, now: datetime, limit: int) -> Sequence[tuple[int, str]]:
        """Return ids of planned reminders whose time has come, each with its learner; reads no words."""

    def take(self, reminder_id: int, now: datetime) -> Reminder | None:
        """Return the reminder when it is still planned and due; others who want it wait until the transaction ends."""

    def wait(self, reminder_id: int, until: datetime) -> None: ...
    def end(self, reminder_id: int, state: ReminderState, at: datetime) -> None: ...
    def cancel(self, learner_id: str, reminder_id: int, at: datetime) -> bool:
        """Return whether there was anything of this person to cancel."""

    def cancel_all(self, learner_id: str, at: datetime) -> None: ...


class Conversation(Protocol):
    """The conversation with a person, as far as something of ours can be said in it."""

    def add_out(self, learner_id: str, reply: Reply, at: datetime, delivery: HowFar) -> Outgoing:
        """Put a message in; raises UnknownLearner."""


class NudgeWork(Protocol):
    """One transaction."""

    @property
    def learners(self) -> Learners: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def consents(self) -> Consents: ...
    @property
    def due_nudges(self) -> DueNudges: ...
    @property
    def planning_queue(self) -> PlanningQueue: ...
    @property
    def scripts(self) -> Scripts: ...
    @property
    def script_drafts(self) -> ScriptDrafts: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def heartbeats(self) -> HeartbeatRows: ...
    @property
    def reminders(self) -> Reminders: ...
    @property
    def messages(self) -> Conversation: ...


OpenNudgeWork = Callable[[], AbstractContextManager[NudgeWork]]
