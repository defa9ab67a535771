"""Encryption of what people typed and where they can be reached, before it touches the disk."""

import base64
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import ConfigurationError

CONVERSATIONS = b"conversations"
"""What the key of Rasa's conversations is for: engine/sealing.py seals with the same."""
_MARK = "2:"
"""How sealed text begins since it is no longer Fernet's, which never begins so."""
_NONCE_BYTES = 12
"""As NIST SP 800-38D wants it; drawn by lot, one key may seal 2**32 texts."""


class Sealer:
    """Seals text with one secret, for one purpose; the same secret names addresses without revealing them. Fit for several threads."""

    def __init__(self, secret: str, purpose: bytes = b"seal 2") -> None:
        self._cipher = AESGCM(_derive(secret, purpose))
        self._fernet = Fernet(base64.urlsafe_b64encode(_derive(secret, b"seal")))
        self._naming_key = _derive(secret, b"name")

    def seal(self, text: str) -> str:
        """Encrypt ``text`` so that a change shows (AES-256-GCM); sealing the same text twice gives two different results."""
        nonce = os.urandom(_NONCE_BYTES)
        return _MARK + base64.b64encode(nonce + self._cipher.encrypt(nonce, text.encode(), None)).decode()

    def open(self, sealed: str) -> str:
        """Decrypt, also what an earlier version sealed; raises ConfigurationError when it was sealed with another secret, or changed."""
        try:
            return self._opened(sealed).decode()
        except (InvalidTag, InvalidToken, ValueError) as error:
            raise ConfigurationError("DUWTJE_SECRET differs from the one this data was sealed with") from error

    def _opened(self, sealed: str) -> bytes:
        if not sealed.startswith(_MARK):
            return self._fernet.decrypt(sealed.encode())
        both = base64.b64decode(sealed[len(_MARK) :], validate=True)
        return self._cipher.decrypt(both[:_NONCE_BYTES], both[_NONCE_BYTES:], None)

    def name(self, text: str) -> str:
        """Return a stable pseudonym of ``text`` (HMAC-SHA256, hexadecimal), fit for a unique index."""
        return hmac.new(self._naming_key, text.encode(), hashlib.sha256).hexdigest()


def _derive(secret: str, purpose: bytes) -> bytes:
    return hmac.new(secret.encode(), purpose, hashlib.sha256).digest()
