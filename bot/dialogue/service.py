"""The one service that handles every incoming message, whatever channel it came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.clock import Clock
from bot.conversation import Message
from bot.dialogue.intake import Intake
from bot.dialogue.outbox import Outbox
from bot.dialogue.ports import Engine, Identities, Locks, OpenDialogueWork
from bot.dialogue.worker import Worker
from bot.errors import UnknownLearner
from bot.messages import Address, Incoming, Reply
from bot.nudges.isolation import isolated


@dataclass(frozen=True)
class ConversationService:
    """Takes messages in, answers them, and remembers what was said. Threads may share it, and on PostgreSQL processes may too."""

    open_work: OpenDialogueWork
    clock: Clock
    identity: Identities
    engine: Engine
    intake: Intake
    worker: Worker
    outbox: Outbox
    locks: Locks

    def accept(self, incoming: Incoming) -> bool:
        """Store a message, so that it will be answered even when this process dies now.

        Returns False when it came in before, or when this person sends too much; then there is nothing to work off.
        """
        taken = self.intake.take(incoming)
        if taken.answered:
            with self.locks.hold(taken.learner.id, wait=False) as held:
                if held:
                    self.outbox.deliver(taken.learner.id)
        return taken.accepted

    def work_off(self, address: Address) -> None:
        """Answer everything that waits from whoever uses ``address``, in order; waits while another thread does so."""
        try:
            learner_id = self.identity.find(address).id
        except UnknownLearner:
            return
        with self.locks.hold(learner_id):
            self.worker.work_off(learner_id)

    def remark(self, address: Address, text: str) -> None:
        """Say a line that is no part of the conversation and is kept nowhere, in a turn of its channel; once, and without certainty."""
        self.outbox.say_unstored(address, Reply(text))

    def recover(self) -> None:
        """Answer and deliver whatever was left: after a restart, or because Rasa or a channel was away.

        To be called at the start and every few seconds; skips people who are being answered right now.
        """
        now = self.clock()
        with self.open_work() as work:
            waiting = work.inbox.learners_waiting(now)
            undelivered = work.messages.learners_undelivered(now)
        engine_is_up = bool(waiting) and self.engine.health()
        for learner_id in dict.fromkeys([*waiting, *undelivered]):
            isolated("recovering_failed", partial(self._recover, learner_id, engine_is_up), _leave_it)

    def history(self, learner_id: str, after_id: int = 0) -> Sequence[Message]:
        """Return what was said after message ``after_id``, oldest first."""
        with self.open_work() as work:
            return work.messages.history(learner_id, after_id)

    def latest(self, learner_id: str, count: int) -> Sequence[Message]:
        """Return what was said last, at most ``count`` messages, oldest first."""
        with self.open_work() as work:
            return work.messages.latest(learner_id, count)

    def replies_after(self, after: Mapping[str, int]) -> Mapping[str, Sequence[Message]]:
        """Return messages to people, per learner, with an id above the one given for that learner."""
        with self.open_work() as work:
            return work.messages.replies_after(after)

    def _recover(self, learner_id: str, engine_is_up: bool) -> None:
        with self.locks.hold(learner_id, wait=False) as held:
            if held:
                self.worker.work_off(learner_id, engine_is_up=engine_is_up)


def _leave_it() -> None:
    """Try again the next time."""
