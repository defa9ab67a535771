"""Encryption of what people typed and where they can be reached, before it touches the disk."""

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken

from bot.errors import ConfigurationError


class Sealer:
    """Seals text with one secret; the same secret names addresses without revealing them."""

    def __init__(self, secret: str) -> None:
        self._fernet = Fernet(base64.urlsafe_b64encode(_derive(secret, b"seal")))
        self._naming_key = _derive(secret, b"name")

    def seal(self, text: str) -> str:
        """Encrypt ``text``; sealing the same text twice gives two different results."""
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """Decrypt; raises ConfigurationError when the secret is not the one it was sealed with."""
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise ConfigurationError("DUWTJE_SECRET differs from the one this data was sealed with") from error

    def name(self, text: str) -> str:
        """Return a stable pseudonym of ``text`` (HMAC-SHA256, hexadecimal), fit for a unique index."""
        return hmac.new(self._naming_key, text.encode(), hashlib.sha256).hexdigest()


def _derive(secret: str, purpose: bytes) -> bytes:
    return hmac.new(secret.encode(), purpose, hashlib.sha256).digest()
