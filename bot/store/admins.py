"""Administrators, their sessions and failed sign-ins in the database."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.admins.models import Admin, Session, Tries
from bot.errors import AlreadyKnown
from bot.store.database.sealing import Sealer
from bot.store.tables.admins import admin_sessions, admins, sign_in_tries


class SqlAdmins:
    """Implements ``bot.admins.ports.Admins``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_name(self, name: str) -> Admin | None:
        row = self._connection.execute(select(admins).where(admins.c.name == name)).one_or_none()
        return Admin(row.id, row.name, row.password_hash, row.password_is_ours) if row else None

    def any(self) -> bool:
        return self._connection.execute(select(admins.c.id).limit(1)).first() is not None

    def add(self, name: str, password_hash: str, at: datetime) -> None:
        row = {"name": name, "password_hash": password_hash, "password_is_ours": True, "password_set_at": at}
        try:
            self._connection.execute(insert(admins).values(row))
        except IntegrityError as error:
            raise AlreadyKnown(name) from error

    def set_password(self, admin_id: int, password_hash: str, *, is_ours: bool, at: datetime) -> None:
        new = {"password_hash": password_hash, "password_is_ours": is_ours, "password_set_at": at}
        self._connection.execute(update(admins).where(admins.c.id == admin_id).values(new))


class SqlSessions:
    """Implements ``bot.admins.ports.Sessions``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, token_hash: str, session: Session) -> None:
        row = {"token_hash": token_hash, "admin_id": session.admin_id, "form_token": session.form_token, "ends_at": session.ends_at}
        self._connection.execute(insert(admin_sessions).values(row))

    def by_token(self, token_hash: str) -> Session | None:
        query = (
            select(admin_sessions, admins.c.name, admins.c.password_is_ours).join(admins).where(admin_sessions.c.token_hash == token_hash)
        )
        row = self._connection.execute(query).one_or_none()
        return Session(row.admin_id, row.name, row.form_token, row.ends_at, row.password_is_ours) if row else None

    def remove(self, token_hash: str) -> None:
        self._connection.execute(delete(admin_sessions).where(admin_sessions.c.token_hash == token_hash))

    def remove_of(self, admin_id: int) -> None:
        self._connection.execute(delete(admin_sessions).where(admin_sessions.c.admin_id == admin_id))

    def remove_ended(self, now: datetime) -> None:
        self._connection.execute(delete(admin_sessions).where(admin_sessions.c.ends_at <= now))


class SqlSignInTries:
    """Implements ``bot.admins.ports.SignInTries``; ``who`` is stored as a pseudonym only."""

    def __init__(self, connection: Connection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    def for_change(self, who: str, at: datetime) -> Tries:
        name = self._sealer.name(who)
        self._make_sure_it_exists(name, at)
        row = self._connection.execute(select(sign_in_tries).where(sign_in_tries.c.who == name).with_for_update()).one_or_none()
        return Tries(row.in_a_row, row.wait_until) if row else Tries()

    def save(self, who: str, tries: Tries, at: datetime) -> None:
        new = {"in_a_row": tries.count, "wait_until": tries.wait_until, "tried_at": at}
        self._connection.execute(update(sign_in_tries).where(sign_in_tries.c.who == self._sealer.name(who)).values(new))

    def forget(self, who: str) -> None:
        self._connection.execute(delete(sign_in_tries).where(sign_in_tries.c.who == self._sealer.name(who)))

    def forget_before(self, moment: datetime) -> None:
        self._connection.execute(delete(sign_in_tries).where(sign_in_tries.c.tried_at < moment))

    def _make_sure_it_exists(self, name: str, at: datetime) -> None:
        """There must be a row to lock, also for two first tries at the same moment."""
        try:
            with self._connection.begin_nested():
                self._connection.execute(insert(sign_in_tries).values(who=name, in_a_row=0, tried_at=at))
        except IntegrityError:
            return
