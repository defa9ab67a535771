"""What is due to whom, and who needs planning, as the nudge services need it from a store."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.learners.models import NudgePreferences
from bot.nudges.deciding.facts import Facts
from bot.nudges.experiment.choice import Choice
from bot.nudges.models import DueNudge, DueState, Reason, Script
from bot.values import value


@value
class NewRow:
    """What is going to be planned, made for the preferences ``wanted``."""

    learner_id: str
    script: Script
    slot: str
    due_at: datetime
    wanted: NudgePreferences
    choice: Choice | None = None
    """How the script was chosen, where choosing is learned."""


class DueNudges(Protocol):
    """The due rows. A row that is not in an end state is open; a person has at most one."""

    def by_id(self, due_id: int) -> DueNudge | None: ...
    def open_for(self, learner_id: str) -> DueNudge | None: ...
    def open_of(self, learner_ids: Collection[str]) -> Mapping[str, DueNudge]: ...
    def of(self, learner_id: str, since: datetime) -> tuple[DueNudge, ...]:
        """Return a person's rows due after ``since``, oldest first."""

    def of_all(self, learner_ids: Collection[str], since: datetime, *, ended: bool = False) -> Mapping[str, tuple[DueNudge, ...]]:
        """The same for many; who has no rows is left out. With ``ended`` without open rows, for who has those in hand."""

    def plan(self, rows: Sequence[NewRow]) -> set[str]:
        """Add open rows, and return whose; not those whose slot is used or who have an open row."""

    def record_sent(self, learner_id: str, script: Script, slot: str, at: datetime, reason: Reason) -> DueNudge | None:
        """Add a row that is sent already; None when the slot is used."""

    def begin(self, learner_id: str, script: Script, slot: str, owner: str, at: datetime) -> DueNudge | None:
        """Add a row that ``owner`` hands over now beside the open one: unknown until ``end`` says better; None when the slot is used."""

    def make_way(self, due_ids: Collection[int], now: datetime) -> int:
        """Close planned rows that were due or decided about as replanned, and forget those that nothing happened with.

        Return how many were closed.
        """

    def ripe(self, now: datetime, limit: int) -> list[DueNudge]:
        """Return planned rows whose time has come, and leave them alone."""

    def claim(self, owner: str, now: datetime, lease_until: datetime, limit: int) -> list[DueNudge]:
        """Reserve planned rows whose time has come; two callers never get the same row."""

    def mark_sending(self, due_id: int, owner: str, now: datetime, lease_until: datetime) -> bool:
        """Note that delivery begins; False when the claim was lost."""

    def put_back(self, due_id: int, owner: str, wake_at: datetime, *, attempts: int) -> bool:
        """Let a row wait until ``wake_at``; False when the claim was lost."""

    def let_wait(self, owner: str, moments: Mapping[int, datetime]) -> None:
        """Let claimed rows wait until their moment without counting it as a try; a row whose claim was lost is left alone."""

    def keep_facts(self, owner: str, facts: Mapping[int, Facts]) -> None:
        """Note on what the latest decision about each claimed row was made; a row whose claim was lost is left alone."""

    def end(self, due_id: int, owner: str | None, state: DueState, reason: Reason, at: datetime) -> bool:
        """Close an open row; False when it was closed before or is claimed by someone else than ``owner``."""

    def end_all(self, due_ids: Collection[int], owner: str | None, state: DueState, reason: Reason, at: datetime) -> set[int]:
        """Close many the same way; return those that were closed."""

    def end_sent(self, facts: Mapping[int, Facts], owner: str, at: datetime) -> set[int]:
        """Close claimed rows whose message is stored in this very transaction, where it is read; return those that were closed.

        With each row goes on what it was decided, as ``keep_facts`` notes for the others.
        """

    def count_due(self, now: datetime) -> int:
        """Return how many planned rows should have been looked at by now."""

    def count_sent(self, since: datetime) -> int:
        """Return how many nudges of our own left since then, may have left, or are about to."""

    def recover(self, now: datetime) -> dict[DueState, int]:
        """Deal with leases that ran out: claimed rows are planned again, rows in sending become unknown."""

    def answer(self, due_id: int, label: str, at: datetime, quiet_until: datetime | None, *, taken_up: bool | None) -> None:
        """Note the answer; ``taken_up`` is None when it came too late to say something about the nudge."""


class PlanningQueue(Protocol):
    """Who needs planning. The store adds everybody whose preferences change and whose row ends without a next one."""

    def waiting(self, now: datetime, limit: int) -> list[str]:
        """Return learners whose open row may be missing, outdated by their preferences, or no longer wanted."""

    def outdated(self, due_ids: Collection[int]) -> set[int]:
        """Return the planned rows that were made for other preferences than the person has now."""

    def look_again(self, moments: Mapping[str, datetime]) -> None:
        """Leave people alone until their moment."""

    def forget(self, learner_ids: Collection[str]) -> None:
        """Take people out of the queue."""

    def sweep(self) -> None:
        """Queue everybody who needs planning and was forgotten. Reads every learner."""
