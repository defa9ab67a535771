"""Passwords of administrators: hashed with argon2, generated so that they can be copied from paper."""

import secrets
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bot.errors import UnfitPassword

SHORTEST, LONGEST = 12, 200
# Without letters and digits that look alike on paper.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP_LENGTH = 4, 5

# OWASP's profile of 19 MiB: a small machine keeps room for its real work.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_at_once = BoundedSemaphore(4)
_nobodys_hash = _hasher.hash(secrets.token_urlsafe(16))


def generated() -> str:
    """Return a new random password, such as ``k3f7m-…`` (about 99 bits)."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))


def check_fit(password: str, *, name: str) -> None:
    """Raise UnfitPassword unless the length is right and it is not the name or one repeated character."""
    if not SHORTEST <= len(password) <= LONGEST or name.casefold() in password.casefold() or len(set(password)) < SHORTEST // 3:
        raise UnfitPassword


def hashed(password: str) -> str:
    """Return the argon2id hash, salt and cost included."""
    with _at_once:
        return _hasher.hash(password)


def is_right(password: str, password_hash: str | None) -> bool:
    """Whether ``password`` belongs to the hash; without a hash it takes as long and says no."""
    if len(password) > LONGEST:
        return False
    with _at_once:
        try:
            return _hasher.verify(password_hash or _nobodys_hash, password) and password_hash is not None
        except (VerificationError, InvalidHashError):
            return False
