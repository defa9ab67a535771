"""Answers what waits from one person, in the order in which it came."""

from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.conversation import Delivery, Kind, Received, Talk, Waiting
from bot.dialogue.answering import Answerer
from bot.dialogue.delay import Delay
from bot.dialogue.engine_now import EngineNow
from bot.dialogue.outbox import Outbox
from bot.dialogue.ports import Engine, OpenDialogueWork, Rights
from bot.dialogue.turn import Turn
from bot.errors import EngineUnavailable, NoAnswer, UnknownLearner
from bot.language.saying.texts import Texts
from bot.learners.models import Learner
from bot.messages import Reply
from bot.nudges.isolation import isolated


@dataclass(frozen=True)
class Worker:
    """The second half of handling a message. One thread at a time for each person."""

    open_work: OpenDialogueWork
    clock: Clock
    answerer: Answerer
    outbox: Outbox
    rights: Rights
    engine: Engine
    texts: Texts
    delay: Delay

    def work_off(self, learner_id: str, *, engine_is_up: bool = True) -> None:
        """Answer everything that waits and deliver the answers. With ``engine_is_up`` False, Rasa is not even tried."""
        engine = EngineNow(self.engine, is_up=engine_is_up)
        after = 0
        while step := self._next(learner_id, after):
            learner, waiting = step
            after = waiting.id
            self._handle(learner, waiting, engine)
            self.outbox.deliver(learner_id)
        if not after:
            self.outbox.deliver(learner_id)

    def _next(self, learner_id: str, after: int) -> tuple[Learner, Waiting] | None:
        with self.open_work() as work:
            learner = work.learners.by_id(learner_id)
            waiting = work.inbox.next_for(learner_id, after, self.clock()) if learner else None
            return (learner, waiting) if learner and waiting else None

    def _handle(self, learner: Learner, waiting: Waiting, engine: EngineNow) -> None:
        turn = isolated(
            "answering_failed",
            lambda: self._turn(learner, waiting, engine),
            lambda: self.delay.postpone(learner.id, waiting, slowly=True),
            kind=waiting.kind.value,
        )
        if turn is None:
            return
        if turn.erase:
            self._erase(turn)
        else:
            over = engine.spoke or turn.supersedes
            self._store(turn, replace(turn.talk, told_engine_is_down=False) if over else turn.talk)

    def _turn(self, learner: Learner, waiting: Waiting, engine: EngineNow) -> Turn | None:
        try:
            return self.answerer.answer(learner, waiting, engine)
        except NoAnswer:
            self.delay.postpone(learner.id, waiting, slowly=True)
        except EngineUnavailable:
            self.delay.postpone(learner.id, waiting, slowly=False)
        except UnknownLearner:
            pass  # erased meanwhile, in another window
        return None

    def _store(self, turn: Turn, talk: Talk) -> None:
        try:
            with self.open_work() as work:
                for reply in turn.replies:
                    work.messages.add_out(turn.learner.id, reply, self.clock(), Delivery.PENDING)
                if turn.supersedes:
                    work.inbox.finish_before(turn.learner.id, turn.waiting.id)
                work.inbox.finish(turn.waiting.id)
                if turn.later:
                    follow_up = Received(Kind.CHOICE, payload=turn.later)
                    work.inbox.add(turn.learner.id, f"after {turn.waiting.id}", follow_up, turn.waiting.message_id, self.clock())
                work.talks.save(turn.learner.id, talk)
        except UnknownLearner:
            return

    def _erase(self, turn: Turn) -> None:
        with self.open_work() as work:
            addresses = work.learners.addresses(turn.learner.id)
        self.rights.erase(turn.learner.id)
        for address in addresses[:1]:
            self.outbox.say_unstored(address, Reply(self.texts.speaking(turn.learner.register)("erase_done")))
