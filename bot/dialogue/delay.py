"""What happens to a message that cannot be answered now."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.clock import Clock
from bot.conversation import Delivery, Waiting
from bot.dialogue.ports import DialogueWork, OpenDialogueWork
from bot.errors import UnknownLearner
from bot.language.saying.texts import Texts
from bot.messages import Reply

LOST_AFTER = timedelta(minutes=15)
"""An answer that comes later than this answers a question nobody remembers."""
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(minutes=1)


@dataclass(frozen=True)
class Delay:
    """Lets messages wait, honestly: says so once, and admits it when one is lost."""

    open_work: OpenDialogueWork
    clock: Clock
    texts: Texts

    def postpone(self, learner_id: str, waiting: Waiting, *, slowly: bool) -> None:
        """Leave ``waiting`` for later, or give it up after ``LOST_AFTER``.

        ``slowly`` is for a message that Rasa has heard: each try makes it hear the same once more.
        """
        try:
            with self.open_work() as work:
                if self.clock() - waiting.received_at >= LOST_AFTER:
                    self._give_up(work, learner_id, waiting)
                else:
                    self._wait(work, learner_id, waiting, slowly=slowly)
        except UnknownLearner:
            return

    def _wait(self, work: DialogueWork, learner_id: str, waiting: Waiting, *, slowly: bool) -> None:
        pause = min(FIRST_PAUSE * 2**waiting.attempts, LONGEST_PAUSE) if slowly else timedelta()
        work.inbox.retry(waiting.id, self.clock() + pause)
        talk = work.talks.of(learner_id)
        if not talk.told_engine_is_down:
            work.talks.save(learner_id, replace(talk, told_engine_is_down=True))
            self._tell(work, learner_id, "engine_down")

    def _give_up(self, work: DialogueWork, learner_id: str, waiting: Waiting) -> None:
        work.inbox.finish(waiting.id, lost=True)
        work.talks.save(learner_id, replace(work.talks.of(learner_id), told_engine_is_down=False))
        latest = work.messages.latest_out(learner_id, None)
        if latest is None or latest.text != self._worded(work, learner_id, "engine_lost"):
            self._tell(work, learner_id, "engine_lost")

    def _tell(self, work: DialogueWork, learner_id: str, key: str) -> None:
        work.messages.add_out(learner_id, Reply(self._worded(work, learner_id, key)), self.clock(), Delivery.PENDING)

    def _worded(self, work: DialogueWork, learner_id: str, key: str) -> str:
        learner = work.learners.by_id(learner_id)
        return self.texts.speaking(learner.register)(key) if learner else self.texts(key)
