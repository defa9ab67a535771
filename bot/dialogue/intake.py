"""Takes in what a person sends: who is it, seen before, too much? Then it is stored, and nothing more can get lost."""

import re
from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock
from bot.conversation import URGENT, Delivery, Kind, Received
from bot.dialogue.limit import Limit, Verdict
from bot.dialogue.ports import DialogueWork, Identities, OpenDialogueWork
from bot.dialogue.reading import Reader
from bot.errors import UnknownLearner
from bot.language.saying.texts import Texts
from bot.learners.models import Learner
from bot.messages import Incoming, Reply

BUTTONS_WORK_FOR = timedelta(days=30)
_CHOICE_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")


@dataclass(frozen=True)
class Taken:
    """What became of a message."""

    learner: Learner
    accepted: bool
    answered: bool = False
    """Something was stored that has to be delivered, though nothing waits."""


@dataclass(frozen=True)
class Intake:
    """The first half of handling a message. Quick: it calls nobody."""

    open_work: OpenDialogueWork
    clock: Clock
    identity: Identities
    reader: Reader
    texts: Texts
    limit: Limit
    urgent_limit: Limit
    """For rights and for people in trouble: a flood of other words must not drown them."""

    def take(self, incoming: Incoming) -> Taken:
        """Store ``incoming`` unless it came before or is one too many."""
        received = self.reader.read(incoming.text or "") if incoming.choice is None else None
        learner = self.identity.recognise(incoming.address, incoming.tenant)
        try:
            return self._take(learner, incoming, received)
        except UnknownLearner:
            # Erased in the meantime; this message comes from somebody new.
            return self._take(self.identity.recognise(incoming.address, incoming.tenant), incoming, received)

    def _take(self, learner: Learner, incoming: Incoming, received: Received | None) -> Taken:
        # An id comes from outside and may hold anything, even halves of signs that cannot be encoded.
        name = f"{incoming.address} {incoming.external_id!a}"
        with self.open_work() as work:
            if work.inbox.knows(learner.id, name):
                return Taken(learner, accepted=False)
            received = received or self._pressed(work, learner.id, incoming.choice or "")
            verdict = (self.urgent_limit if received.kind in URGENT else self.limit).take(learner.id)
            if verdict is Verdict.FINE:
                self._store(work, learner.id, name, received)
            elif verdict is Verdict.TELL:
                slower = self.texts.speaking(learner.register)("limit_reached")
                work.messages.add_out(learner.id, Reply(slower), self.clock(), Delivery.PENDING)
            return Taken(learner, accepted=verdict is Verdict.FINE, answered=verdict is Verdict.TELL)

    def _pressed(self, work: DialogueWork, learner_id: str, choice_id: str) -> Received:
        may_be_ours = _CHOICE_ID.fullmatch(choice_id)
        button = work.messages.button(learner_id, choice_id, self.clock() - BUTTONS_WORK_FOR) if may_be_ours else None
        return Received(Kind.CHOICE, button.title, button.payload) if button else Received(Kind.UNKNOWN_CHOICE)

    def _store(self, work: DialogueWork, learner_id: str, name: str, received: Received) -> None:
        now = self.clock()
        message_id = work.messages.add_in(learner_id, received.text, now) if received.text else None
        work.inbox.add(learner_id, name, received, message_id, now)
