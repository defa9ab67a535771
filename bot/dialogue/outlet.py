"""The way out for nudges: into the conversation and to the person, at most once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.clock import Clock
from bot.conversation import Delivery
from bot.dialogue.outbox import Outbox
from bot.dialogue.ports import OpenDialogueWork
from bot.errors import OutcomeUnknown, RecipientGone, Refused, TryLater, UnknownLearner
from bot.messages import Address, Outgoing, Reply
from bot.nudges.ports import Letter, NudgeWork


class DialogueOutlet:
    """Implements ``bot.nudges.ports.Outlet``."""

    def __init__(self, open_work: OpenDialogueWork, clock: Clock, outbox: Outbox) -> None:
        self._open_work = open_work
        self._clock = clock
        self._outbox = outbox

    def await_turn(self, learner_id: str) -> None:
        """Return when a nudge may be sent to this person. Raises TryLater or Refused; who cannot be reached has nothing to wait for."""
        with self._open_work() as work:
            addresses = work.learners.addresses(learner_id)
        for newest in addresses[:1]:
            self._outbox.await_turn(newest, bulk=True)

    def send(self, learner_id: str, reply: Reply) -> None:
        """Store and deliver ``reply``, whose turn it is. Raises TryLater, Refused, RecipientGone or OutcomeUnknown.

        Stays in the conversation unless it certainly did not arrive.
        """
        address, message = self._store(learner_id, reply)
        try:
            self._outbox.send(address, replace(message, bulk=True))
        except OutcomeUnknown:
            raise
        except (TryLater, Refused):
            with self._open_work() as work:
                work.messages.remove(message.id)
            raise
        with self._open_work() as work:
            work.messages.mark(message.id, Delivery.DELIVERED)

    def reads_store(self, homes: Mapping[str, Address]) -> set[str]:
        """Return those of ``homes`` whose newest address is a page that reads the store."""
        return {learner_id for learner_id, address in homes.items() if self._outbox.reads_store(address)}

    def keep(self, work: NudgeWork, letters: Sequence[Letter], at: datetime) -> None:
        """Store messages within ``work``; they are delivered when it commits."""
        work.messages.add_out_all(letters, at, Delivery.DELIVERED)

    def _store(self, learner_id: str, reply: Reply) -> tuple[Address, Outgoing]:
        try:
            with self._open_work() as work:
                addresses = work.learners.addresses(learner_id)
                if not addresses:
                    raise RecipientGone("no address")
                return addresses[0], work.messages.add_out(learner_id, reply, self._clock(), Delivery.HANDED)
        except UnknownLearner as error:
            raise RecipientGone("erased") from error
