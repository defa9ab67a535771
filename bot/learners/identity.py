"""Who is this? A person is known by a conversation only: no name, no e-mail address, no employee number."""

import secrets
import uuid

from bot.clock import Clock
from bot.errors import AlreadyKnown, UnknownLearner
from bot.learners.models import Learner
from bot.learners.ports import OpenLearnerWork
from bot.messages import Address

DEFAULT_TENANT = "demo"


class Identity:
    """Finds learners, and makes one at the first contact."""

    def __init__(self, open_work: OpenLearnerWork, clock: Clock) -> None:
        self._open_work = open_work
        self._clock = clock

    def recognise(self, address: Address, tenant: str = DEFAULT_TENANT) -> Learner:
        """Return who writes from ``address``, newly made when nobody did before."""
        try:
            return self._find_or_create(address, tenant)
        except AlreadyKnown:
            # Another process saw the same new address at the same moment and won.
            return self._find_or_create(address, tenant)

    def find(self, address: Address) -> Learner:
        """Return who uses ``address``; raises UnknownLearner."""
        with self._open_work() as work:
            return _known(work.learners.by_address(address))

    def id_at(self, address: Address) -> str:
        """Return the id of who uses ``address``, also when what is known of them cannot be read; raises UnknownLearner."""
        with self._open_work() as work:
            return _known(work.learners.id_at(address))

    def by_conversation(self, key: str) -> Learner:
        """Return who has this conversation; raises UnknownLearner."""
        with self._open_work() as work:
            return _known(work.learners.by_conversation(key))

    def by_id(self, learner_id: str) -> Learner:
        """Return the learner; raises UnknownLearner."""
        with self._open_work() as work:
            return _known(work.learners.by_id(learner_id))

    def _find_or_create(self, address: Address, tenant: str) -> Learner:
        now = self._clock()
        with self._open_work() as work:
            learner = work.learners.by_address(address)
            if learner is None:
                learner = Learner(uuid.uuid4().hex, f"c_{secrets.token_hex(16)}", tenant, created_at=now, last_seen_at=now)
                work.learners.add(learner, address)
            else:
                work.learners.mark_seen(learner.id, address, now)
            return learner


def _known[T](found: T | None) -> T:
    if found is None:
        raise UnknownLearner
    return found
