"""What the learner services need from a store."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol

from bot.learners.models import Learner, LogLine, Plan
from bot.messages import Address


class Learners(Protocol):
    """People and where they can be reached."""

    def by_address(self, address: Address) -> Learner | None: ...
    def id_at(self, address: Address) -> str | None:
        """Return only who uses ``address``, so that it works when what is known of them cannot be read."""

    def by_conversation(self, key: str) -> Learner | None: ...
    def by_id(self, learner_id: str) -> Learner | None: ...
    def for_change(self, learner_id: str) -> Learner | None:
        """Like ``by_id``; others who want to change this person wait until the transaction ends."""

    def hold(self, learner_id: str) -> bool:
        """Hold the person like ``for_change`` and read nothing, so that it works when what is known cannot be read; False when unknown."""

    def all_for_change(self, learner_ids: Collection[str]) -> Mapping[str, Learner]:
        """The same for many at once; who is unknown is left out."""

    def add(self, learner: Learner, address: Address) -> None:
        """Store both; raises AlreadyKnown when another process added the address first."""

    def save(self, learner: Learner) -> None:
        """Store the profile; ``last_seen_at`` only moves through ``mark_seen``."""

    def addresses(self, learner_id: str) -> list[Address]:
        """Addresses that still work, most recently used first."""

    def reachable(self, learner_ids: Collection[str]) -> set[str]:
        """Return those of whom an address still works."""

    def newest_addresses(self, learner_ids: Collection[str]) -> Mapping[str, Address]:
        """The most recently used address that still works, of those who have one."""

    def mark_gone(self, address: Address, at: datetime) -> None:
        """The person blocked us here."""

    def mark_seen(self, learner_id: str, address: Address, at: datetime) -> None:
        """They wrote from this address, so it works (again)."""


class Plans(Protocol):
    """If-then plans, newest first."""

    def add(self, learner_id: str, *, item_id: str, item_title: str, moment: str, at: datetime) -> Plan: ...
    def newest(self, learner_id: str) -> Plan | None: ...
    def newest_open(self, learner_id: str) -> Plan | None: ...
    def move(self, plan_id: int, moment: str) -> None: ...
    def drop(self, plan_id: int) -> None: ...
    def drop_open(self, learner_id: str, item_id: str) -> None:
        """Drop what is planned and not done with this item."""

    def open_titles(self, learner_ids: Collection[str]) -> Mapping[str, str]:
        """Return what each person planned last and did not do yet."""

    def mark_done(self, plan_id: int, at: datetime) -> None: ...


class Logbook(Protocol):
    """The private logbook, newest first."""

    def add(self, learner_id: str, text: str, at: datetime) -> LogLine: ...
    def lines(self, learner_id: str, limit: int) -> list[LogLine]: ...
    def reword(self, learner_id: str, line_id: int, text: str) -> bool:
        """Put other words in a line; False when this person has no such line."""

    def remove(self, learner_id: str, line_id: int) -> None: ...
    def clear(self, learner_id: str) -> None: ...
    def count(self, learner_id: str) -> int: ...


class Consents(Protocol):
    """What a person said yes to, with the version of the text they read."""

    def give(self, learner_id: str, what: str, text_version: str, at: datetime) -> None: ...
    def withdraw(self, learner_id: str, what: str, at: datetime) -> None: ...
    def since(self, learner_id: str, what: str) -> datetime | None:
        """Return when the yes that stands was given, the latest one; None without one."""


class Standing(Protocol):
    """A reminder that is still to come."""

    @property
    def text(self) -> str: ...
    @property
    def due_at(self) -> datetime: ...
    @property
    def rhythm(self) -> object | None:
        """Return in which rhythm it comes back, a ``bot.language.when.rhythm.Rhythm``; None for once."""


class Reminders(Protocol):
    """What people asked to be reminded of, as far as their rights touch it."""

    def are_planned(self, learner_id: str) -> bool: ...
    def planned(self, learner_id: str) -> Sequence[Standing]:
        """Return what is still to come, soonest first."""

    def cancel_all(self, learner_id: str, at: datetime) -> None: ...
    def hold(self, learner_id: str, until: datetime) -> None:
        """Say nothing of what is planned now before ``until``."""

    def release(self, learner_id: str) -> None:
        """Take back ``hold``: each comes at its own moment, or at once when that is over."""


class PersonalData(Protocol):
    """Walks every table that holds personal data, from one registry."""

    def export(self, learner_id: str) -> dict[str, list[dict[str, Any]]]:
        """Return everything about a person by table, Rasa's tracker included; empty for somebody unknown."""

    def erase(self, learner_id: str) -> dict[str, int]:
        """Delete everything about a person, Rasa's tracker included; returns rows deleted per table."""

    def expire(self, now: datetime) -> dict[str, int]:
        """Delete one batch of what is older than its retention; returns rows deleted per table, empty when nothing is left."""


class LearnerWork(Protocol):
    """One transaction."""

    @property
    def learners(self) -> Learners: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def logbook(self) -> Logbook: ...
    @property
    def consents(self) -> Consents: ...
    @property
    def reminders(self) -> Reminders: ...
    @property
    def personal_data(self) -> PersonalData: ...


OpenLearnerWork = Callable[[], AbstractContextManager[LearnerWork]]
"""Opens a transaction; commits when the block ends well, rolls back on an exception."""
