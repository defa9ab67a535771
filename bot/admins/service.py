"""Signing in to the console, and the passwords that go with it."""

import hashlib
import secrets
from contextlib import suppress

from bot.admins import passwords, waiting
from bot.admins.models import FIRST_NAME, SESSION_LENGTH, Admin, Session, SignedIn
from bot.admins.ports import AdminWork, OpenAdminWork
from bot.clock import Clock
from bot.errors import AlreadyKnown, TooManyTries, UnknownAdmin, WrongPassword


class AdminService:
    """Accounts and sessions. Passwords are checked outside a transaction, because that takes long."""

    def __init__(self, open_work: OpenAdminWork, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def ensure_first(self) -> str | None:
        """Make the first administrator ``beheer``; return the password, or None when there was one already."""
        with self._open_work() as work:
            if work.admins.any():
                return None
        password = passwords.generated()
        password_hash = passwords.hashed(password)
        with suppress(AlreadyKnown), self._open_work() as work:
            work.admins.add(FIRST_NAME, password_hash, self._clock())
            return password
        return None

    def reset(self, name: str) -> str:
        """Give ``name`` a new password and return it; sessions end and waits are lifted. Raises UnknownAdmin.

        Makes the first administrator when there is nobody yet, for whoever missed that password.
        """
        password = passwords.generated()
        password_hash = passwords.hashed(password)
        with self._open_work() as work:
            if name == FIRST_NAME and not work.admins.any():
                work.admins.add(name, password_hash, self._clock())
            admin = work.admins.by_name(name)
            if admin is None:
                raise UnknownAdmin(name)
            work.admins.set_password(admin.id, password_hash, is_ours=True, at=self._clock())
            work.admin_sessions.remove_of(admin.id)
            work.sign_in_tries.forget(_account(name))
        return password

    def sign_in(self, name: str, password: str, address: str) -> SignedIn:
        """Start a session; raises WrongPassword, or TooManyTries with the moment until which to wait."""
        admin = self._count_try(name, address)
        if not passwords.is_right(password, admin.password_hash if admin else None):
            raise WrongPassword
        assert admin is not None
        with self._open_work() as work:
            work.sign_in_tries.forget(_account(name))
            work.sign_in_tries.forget(_from(address))
            return self._new_session(work, admin)

    def session(self, token: str) -> Session | None:
        """Return the session that belongs to the secret of a browser, or None when it ended."""
        with self._open_work() as work:
            session = work.admin_sessions.by_token(_hash(token))
        return session if session and session.ends_at > self._clock() else None

    def sign_out(self, token: str) -> None:
        """End a session; an unknown one is fine."""
        with self._open_work() as work:
            work.admin_sessions.remove(_hash(token))

    def change_password(self, session: Session, old: str, new: str, address: str) -> SignedIn:
        """Set a new password and start a fresh session; all others end.

        Raises WrongPassword, TooManyTries or UnfitPassword.
        """
        passwords.check_fit(new, name=session.admin_name)
        admin = self._count_try(session.admin_name, address)
        if admin is None or not passwords.is_right(old, admin.password_hash):
            raise WrongPassword
        password_hash = passwords.hashed(new)
        with self._open_work() as work:
            work.admins.set_password(admin.id, password_hash, is_ours=False, at=self._clock())
            work.admin_sessions.remove_of(admin.id)
            work.sign_in_tries.forget(_account(session.admin_name))
            work.sign_in_tries.forget(_from(address))
            changed = work.admins.by_name(session.admin_name)
            assert changed is not None
            return self._new_session(work, changed)

    def _count_try(self, name: str, address: str) -> Admin | None:
        """Count a try before its password is looked at, so that many at once cannot slip through."""
        now = self._clock()
        with self._open_work() as work:
            work.sign_in_tries.forget_before(now - waiting.FORGET_AFTER)
            # Always in the same order: two that wait for each other's row would never end.
            counters = {who: work.sign_in_tries.for_change(who, now) for who in (_account(name), _from(address))}
            waits = [until for tries in counters.values() if (until := waiting.must_wait(tries, now))]
            if not waits:
                for who, tries in counters.items():
                    work.sign_in_tries.save(who, waiting.after_another(tries, now), now)
            admin = work.admins.by_name(name)
        if waits:
            raise TooManyTries(max(waits))
        return admin

    def _new_session(self, work: AdminWork, admin: Admin) -> SignedIn:
        now = self._clock()
        token = secrets.token_urlsafe(32)
        session = Session(admin.id, admin.name, secrets.token_urlsafe(24), now + SESSION_LENGTH, admin.password_is_ours)
        work.admin_sessions.remove_ended(now)
        work.admin_sessions.add(_hash(token), session)
        return SignedIn(token, session)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _account(name: str) -> str:
    return f"account:{name}"


def _from(address: str) -> str:
    return f"address:{address}"
