"""Conversations are sealed before they touch the disk, as ``bot/store/database/sealing.py`` seals for the product."""

import base64
import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_MARK = "2:"
"""How sealed text begins. What an earlier version stored is JSON, which never begins so."""
_NONCE_BYTES = 12
"""As NIST SP 800-38D wants it; drawn by lot, one key may seal 2**32 texts."""


class SealError(Exception):
    """Text was sealed with another secret, or changed."""


class Sealer:
    """Seals text with a key that is derived from ``secret`` for conversations alone. Fit for several threads."""

    def __init__(self, secret: str) -> None:
        self._cipher = AESGCM(hmac.new(secret.encode(), b"conversations", hashlib.sha256).digest())

    def seal(self, text: str) -> str:
        """Encrypt ``text`` so that a change shows (AES-256-GCM); sealing the same text twice gives two different results."""
        nonce = os.urandom(_NONCE_BYTES)
        return _MARK + base64.b64encode(nonce + self._cipher.encrypt(nonce, text.encode(), None)).decode()

    def open(self, stored: str) -> str:
        """Decrypt; what was never sealed comes back as it is. Raises SealError."""
        if not stored.startswith(_MARK):
            return stored
        try:
            both = base64.b64decode(stored[len(_MARK) :], validate=True)
            return self._cipher.decrypt(both[:_NONCE_BYTES], both[_NONCE_BYTES:], None).decode()
        except (InvalidTag, ValueError) as error:
            raise SealError from error
