"""What the administrators' service needs from a store."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from bot.admins.models import Admin, Session, Tries


class Admins(Protocol):
    """Accounts of the console."""

    def by_name(self, name: str) -> Admin | None: ...
    def any(self) -> bool: ...
    def add(self, name: str, password_hash: str, at: datetime) -> None:
        """Raises AlreadyKnown when the name is taken."""

    def set_password(self, admin_id: int, password_hash: str, *, is_ours: bool, at: datetime) -> None: ...


class Sessions(Protocol):
    """Sign-ins, found by the hash of their secret."""

    def add(self, token_hash: str, session: Session) -> None: ...
    def by_token(self, token_hash: str) -> Session | None: ...
    def remove(self, token_hash: str) -> None: ...
    def remove_of(self, admin_id: int) -> None: ...
    def remove_ended(self, now: datetime) -> None: ...


class SignInTries(Protocol):
    """Counters of failed sign-ins. Implementations keep names and addresses unreadable."""

    def for_change(self, who: str, at: datetime) -> Tries:
        """Return the counter, made at ``at`` when there was none; others who want to change it wait until the transaction ends."""

    def save(self, who: str, tries: Tries, at: datetime) -> None: ...
    def forget(self, who: str) -> None: ...
    def forget_before(self, moment: datetime) -> None: ...


class AdminWork(Protocol):
    """One transaction."""

    @property
    def admins(self) -> Admins: ...
    @property
    def admin_sessions(self) -> Sessions: ...
    @property
    def sign_in_tries(self) -> SignInTries: ...


OpenAdminWork = Callable[[], AbstractContextManager[AdminWork]]
"""Opens a transaction; commits when the block ends well, rolls back on an exception."""
