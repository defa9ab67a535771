"""Session ids that only this installation can make, each for one tenant."""

import secrets

from itsdangerous import BadData, URLSafeSerializer


class SessionSigner:
    """Makes and reads session ids. The id is a bearer secret; the name inside it is what we store."""

    def __init__(self, secret: str) -> None:
        self._serializer = URLSafeSerializer(secret, salt="web session")

    def new(self, tenant: str) -> str:
        """Return a new session id for ``tenant``."""
        return str(self._serializer.dumps([secrets.token_urlsafe(24), tenant]))

    def name(self, session_id: str | None, tenant: str) -> str | None:
        """Return the name inside ``session_id``; None when we did not make it, or made it for another tenant."""
        try:
            name, made_for = self._serializer.loads(session_id or "")
        except (BadData, ValueError, TypeError):
            return None
        return name if made_for == tenant and isinstance(name, str) else None
