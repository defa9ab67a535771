"""One message and everything that follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.conversation import Said, Talk, Waiting
from bot.dialogue.ports import MESSAGE_ID, Engine
from bot.learners.models import Learner
from bot.messages import Button, Reply


@dataclass
class Turn:
    """What came in, and what there is to say and to store."""

    learner: Learner
    waiting: Waiting
    talk: Talk
    engine: Engine
    said: Said | None
    """What the person read last."""
    replies: list[Reply] = field(default_factory=list)
    supersedes: bool = False
    """What waits from before needs no answer any more."""
    later: str | None = None
    """Payload that Rasa still has to hear, when it can."""
    erase: bool = False
    """The person confirmed that everything must go."""

    @property
    def buttons(self) -> Sequence[Button]:
        """Buttons under what the person read last."""
        return self.said.buttons if self.said else ()

    def say_before_question(self, reply: Reply) -> None:
        """Add ``reply`` after the answer, but before what we ask: to that they have to be able to answer."""
        asks = bool(self.replies) and (bool(self.replies[-1].buttons) or self.replies[-1].text.endswith("?"))
        self.replies.insert(len(self.replies) - asks, reply)

    def named(self, context: Mapping[str, object], payload: str = "") -> dict[str, object]:
        """Return metadata for Rasa: ``context`` and an id, the same when this has to be asked again, after whatever went wrong.

        With the moment, because the number alone may come back: after a backup, or where the latest row was erased.
        """
        moment = self.waiting.received_at.timestamp()
        return {**context, MESSAGE_ID: f"{self.waiting.id}@{moment}{payload}"}

    @property
    def typed(self) -> str:
        """What the person typed, or read on a button."""
        return self.waiting.text or ""
