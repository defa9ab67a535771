"""What the nudge services need from a store, and how nudges leave the house."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.conversation import Delivery as HowFar
from bot.language.when.rhythm import Rhythm
from bot.learners.ports import Consents, Learners, Plans
from bot.learners.tenants import Tenants
from bot.messages import Address, Outgoing, Reply
from bot.nudges.deciding.facts import Facts
from bot.nudges.deciding.policy import Current
from bot.nudges.experiment.choice import Choice
from bot.nudges.experiment.decisions import Decision
from bot.nudges.experiment.learning import Version
from bot.nudges.experiment.thompson import Tally
from bot.nudges.models import DueState, Occasion, Reason, Script
from bot.nudges.reminder import Reminder, ReminderState
from bot.nudges.rows import DueNudges, PlanningQueue

Letter = tuple[str, Reply]
"""A learner id and a message to that person."""


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
    def numbers(self) -> Mapping[str, tuple[int, bool]]:
        """Return of every script which version counts and whether it is archived: much less to read than ``all``."""

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
    occasion: Occasion = Occasion.ORDINARY
    facts: Facts | None = None
    """What was known at the latest decision; None when there was none yet."""
    choice: Choice | None = None
    """How it was chosen among others, where choosing is learned."""


class Deliveries(Protocol):
    """What was sent and what was not, and why."""

    def page(
        self, *, before_id: int | None = None, limit: int = 50, script_id: str | None = None, reason: Reason | None = None
    ) -> Sequence[Delivery]:
        """Return rows, newest first."""

    def counts(self, since: datetime) -> Mapping[tuple[DueState, Reason], int]:
        """Return how many rows ended since then, per end and reason."""


class HeartbeatRows(Protocol):
    """When each process, told by its kind and its own name, was last alive."""

    def beat(self, kind: str, name: str, at: datetime) -> None: ...
    def latest(self, kind: str, name: str | None = None) -> datetime | None:
        """Return when one process was alive, or without a name whichever of its kind was so last."""

    def forget(self, before: datetime) -> None:
        """Forget processes that showed no life since then."""


class Reminders(Protocol):
    """What people asked to be reminded of. Every change is one of a planned reminder; others stay as they are."""

    def add(self, learner_id: str, text: str, due_at: datetime, now: datetime, rhythm: Rhythm | None = None) -> Reminder: ...
    def planned(self, learner_id: str) -> tuple[Reminder, ...]:
        """Return what is still to come, soonest first."""

    def last_said(self, learner_id: str) -> Reminder | None: ...
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

    def add_out_all(self, letters: Sequence[Letter], at: datetime, delivery: HowFar) -> None:
        """Put one message into each of many conversations, whose learners the transaction holds already."""


class Switches(Protocol):
    """Switches that every process obeys; one that was never touched is on."""

    def is_on(self, name: str) -> bool: ...
    def turn(self, name: str, at: datetime, *, on: bool) -> None: ...
    def hold(self, name: str, now: datetime) -> None:
        """Make others that hold the switch wait until the transaction ends."""


class ExperimentRows(Protocol):
    """Who took up what, as far as choosing nudges learns from it."""

    def tallies(self, tenants: Collection[str], since: datetime, until: datetime) -> Mapping[Version, Tally]:
        """Return for each version how often it was taken up, of the times that it was chosen and sent to people of ``tenants``."""

    def decisions(self, until: datetime) -> Sequence[Decision]:
        """Return every choice of this analysis plan that was sent before ``until``, in the order of sending."""

    def steps(self, until: datetime) -> Mapping[str, Sequence[datetime]]:
        """Return when each person among those of ``decisions`` did what they had planned."""

    def leave_out(self, learner_id: str) -> None:
        """Count nothing any more of what was chosen for this person, and learn nothing from it."""

    def choice(self, due_id: int) -> Choice | None:
        """Return how the nudge of a row was chosen, None where nothing is learned."""

    def finding(self, question: str) -> str | None:
        """Return what was kept for this analysis plan."""

    def keep_finding(self, question: str, finding: str, at: datetime) -> None:
        """Keep a finding; the first one stays."""


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
    def switches(self) -> Switches: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def heartbeats(self) -> HeartbeatRows: ...
    @property
    def reminders(self) -> Reminders: ...
    @property
    def messages(self) -> Conversation: ...
    @property
    def tenants(self) -> Tenants: ...
    @property
    def experiment(self) -> ExperimentRows: ...


class OpenNudgeWork(Protocol):
    """Opens a transaction; with ``lasts`` no power failure undoes it once it is committed."""

    def __call__(self, *, lasts: bool = False) -> AbstractContextManager[NudgeWork]: ...


class Outlet(Protocol):
    """Puts messages into the conversations with people and delivers them."""

    def await_turn(self, learner_id: str) -> None:
        """Return when a message to this person may leave, before which nothing does; raises TryLater or Refused."""

    def send(self, learner_id: str, reply: Reply) -> None:
        """Send in the turn that was awaited; return only when it arrived. Raises a DeliveryError that says what to do next."""

    def reads_store(self, homes: Mapping[str, Address]) -> set[str]:
        """Return those of ``homes``, people with their newest address, who read what is stored: storing a message is delivering it."""

    def keep(self, work: NudgeWork, letters: Sequence[Letter], at: datetime) -> None:
        """Store messages to people of whom ``reads_store`` said so, within ``work``."""
