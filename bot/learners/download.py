"""Links with which people take their own data along, without an account."""

from datetime import UTC, datetime, timedelta

from itsdangerous import BadData, URLSafeSerializer

from bot.clock import Clock
from bot.errors import UnknownLearner

VALID_FOR = timedelta(minutes=15)
PATH = "mijn-gegevens"


class DownloadLinks:
    """Makes and reads links that work for a quarter of an hour, for one person."""

    def __init__(self, secret: str, base_url: str, clock: Clock) -> None:
        self._serializer = URLSafeSerializer(secret, salt="own data")
        self._base_url = base_url.rstrip("/")
        self._clock = clock

    def make(self, learner_id: str) -> str:
        """Return the address where this person finds everything we know about them."""
        expires = self._clock() + VALID_FOR
        token = self._serializer.dumps([learner_id, int(expires.timestamp())])
        return f"{self._base_url}/{PATH}/{token!s}"

    def learner_id(self, token: str) -> str:
        """Return whose link this is; raises UnknownLearner when it is not ours or too old."""
        try:
            learner_id, expires = self._serializer.loads(token)
        except (BadData, ValueError, TypeError) as error:
            raise UnknownLearner from error
        if datetime.fromtimestamp(expires, UTC) < self._clock():
            raise UnknownLearner
        return str(learner_id)
