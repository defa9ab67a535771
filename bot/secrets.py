"""Secrets of one installation: given by the operator, or made once and kept in the home folder."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from pydantic import SecretStr

from bot.settings import Settings


def load_or_make(given: SecretStr | None, home: Path, name: str) -> str:
    """Return ``given``, or the secret in ``home/secrets/name``, made at the first call (readable by the owner only).

    An empty one, as a copy of .env.example that nobody filled in has, is none: everybody knows it.
    """
    if given is not None and (secret := given.get_secret_value().strip()):
        return secret
    path = home / "secrets" / name
    if not path.exists():
        _make(path)
    return path.read_text("utf-8").strip()


def product_secret(settings: Settings) -> str:
    """The key that seals and signs, the same in every process."""
    return load_or_make(settings.secret, settings.home, "secret")


def rasa_token(settings: Settings) -> str:
    """The word by which Rasa knows us, the same in every process."""
    return load_or_make(settings.rasa_token, settings.home, "rasa-token")


def make_home(home: Path) -> None:
    """Make the home folder, for its owner only, unless it is there."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)


def _make(path: Path) -> None:
    """Publish a complete file at once: of several processes that start together, one wins and the others read it."""
    make_home(path.parent)
    with NamedTemporaryFile("w", dir=path.parent) as draft:
        draft.write(secrets.token_urlsafe(32))
        draft.flush()
        with suppress(FileExistsError):
            os.link(draft.name, path)
