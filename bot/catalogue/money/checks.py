"""What an administrator found when they looked at the source of a scheme."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from bot.catalogue.money.models import Scheme, SchemeStatus


@dataclass(frozen=True)
class SchemeCheck:
    """One look at a source. ``checked_by`` is the name of an administrator."""

    scheme_id: str
    is_open: bool
    checked_on: date
    checked_by: str


class SchemeChecks(Protocol):
    """The latest check of each scheme that was checked."""

    def all(self) -> list[SchemeCheck]: ...
    def save(self, check: SchemeCheck) -> None:
        """Keep ``check`` in the place of an earlier one of the same scheme."""


class CheckWork(Protocol):
    """One transaction."""

    @property
    def scheme_checks(self) -> SchemeChecks: ...


OpenCheckWork = Callable[[], AbstractContextManager[CheckWork]]


def may_be_checked(scheme: Scheme) -> bool:
    """Whether a look at the source can make it open or closed; what ended or is only a plan is changed in its record."""
    return scheme.status not in (SchemeStatus.ENDED, SchemeStatus.PLANNED)


def after(scheme: Scheme, check: SchemeCheck) -> Scheme:
    """Return ``scheme`` as it is known after ``check``; unchanged when its record was seen later than that."""
    if not may_be_checked(scheme) or (scheme.last_verified is not None and scheme.last_verified > check.checked_on):
        return scheme
    status = SchemeStatus.OPEN if check.is_open else SchemeStatus.CLOSED
    return replace(scheme, status=status, last_verified=check.checked_on, verified_by=check.checked_by)
