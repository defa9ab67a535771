"""Tenants in the database."""

from sqlalchemy import Connection, insert, select, update

from bot.learners.tenants import HostType, Tenant
from bot.store.tables.tenants import tenants

_LEARNING = select(tenants.c.id).where(tenants.c.learns)
_LEAST_DAYS = select(tenants.c.id, tenants.c.least_days).where(tenants.c.least_days.is_not(None))


class SqlTenants:
    """Implements ``bot.learners.tenants.Tenants``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Tenant]:
        rows = self._connection.execute(select(tenants).order_by(tenants.c.id))
        return [Tenant(row.id, row.name, tuple(row.allowed_origins), HostType(row.host_type), row.learns, row.least_days) for row in rows]

    def learning(self) -> frozenset[str]:
        return frozenset(self._connection.scalars(_LEARNING))

    def least_days(self) -> dict[str, int]:
        return {row.id: row.least_days for row in self._connection.execute(_LEAST_DAYS)}

    def learn(self, tenant_id: str, *, on: bool) -> bool:
        changed = self._connection.execute(update(tenants).where(tenants.c.id == tenant_id).values(learns=on))
        return changed.rowcount == 1

    def save(self, tenant: Tenant) -> None:
        origins = list(tenant.allowed_origins)
        values = {
            "name": tenant.name,
            "allowed_origins": origins,
            "host_type": tenant.host_type.value,
            "learns": tenant.learns,
            "least_days": tenant.least_days,
        }
        changed = self._connection.execute(update(tenants).where(tenants.c.id == tenant.id).values(**values))
        if changed.rowcount == 0:
            self._connection.execute(insert(tenants).values(id=tenant.id, **values))
