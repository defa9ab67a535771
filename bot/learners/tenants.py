"""Organisations that offer the assistant on a page of theirs. They are not learners, and see none of them."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from bot.errors import UnknownTenant
from bot.learners.identity import DEFAULT_TENANT
from bot.learners.models import EVERY_DAYS


class HostType(StrEnum):
    """What kind of page the chat stands on."""

    OWN = "own"
    """Only the chat page of this installation."""
    INTRANET = "intranet"
    PUBLIC = "public"


@dataclass(frozen=True)
class Tenant:
    """One organisation. ``allowed_origins`` are scheme, host and port; this installation's own origin always counts."""

    id: str
    name: str
    allowed_origins: tuple[str, ...] = ()
    host_type: HostType = HostType.OWN
    learns: bool = False
    """Whether nudges for its people may be chosen by what others take up."""
    least_days: int | None = None
    """Days that lie between two nudges at least, one of ``EVERY_DAYS``; None leaves it to people. It can only make nudges rarer."""

    def __post_init__(self) -> None:
        if self.least_days is not None and self.least_days not in EVERY_DAYS:
            raise ValueError(f"least_days={self.least_days}")


class Tenants(Protocol):
    """Stored tenants."""

    def all(self) -> list[Tenant]: ...
    def learning(self) -> frozenset[str]:
        """Return the ids of those that learn."""

    def save(self, tenant: Tenant) -> None:
        """Add the tenant, or replace the one with the same id."""

    def least_days(self) -> Mapping[str, int]:
        """Return for each tenant that set it how many days lie between two nudges at least."""

    def learn(self, tenant_id: str, *, on: bool) -> bool:
        """Let a tenant learn or not; return whether there is such a tenant."""


class TenantWork(Protocol):
    """One transaction."""

    @property
    def tenants(self) -> Tenants: ...


OpenTenantWork = Callable[[], AbstractContextManager[TenantWork]]


class TenantService:
    """Knows which organisations may offer the assistant, and where."""

    def __init__(self, open_work: OpenTenantWork) -> None:
        self._open_work = open_work

    def all(self) -> list[Tenant]:
        """Return every tenant, by id."""
        with self._open_work() as work:
            return work.tenants.all()

    def save(self, tenant: Tenant) -> None:
        """Add or change a tenant."""
        with self._open_work() as work:
            work.tenants.save(tenant)

    def slow_down(self, tenant_id: str, least_days: int | None) -> None:
        """Let at least so many days lie between two nudges of its people, from the next decision on; None takes it back.

        Raises UnknownTenant, and ValueError for days that are no rhythm.
        """
        with self._open_work() as work:
            tenant = next((one for one in work.tenants.all() if one.id == tenant_id), None)
            if tenant is None:
                raise UnknownTenant(tenant_id)
            work.tenants.save(replace(tenant, least_days=least_days))

    def ensure_demo(self) -> None:
        """Make the tenant that every installation starts with; one that was changed stays as it is."""
        with self._open_work() as work:
            if DEFAULT_TENANT not in {tenant.id for tenant in work.tenants.all()}:
                work.tenants.save(Tenant(DEFAULT_TENANT, DEFAULT_TENANT.capitalize()))
