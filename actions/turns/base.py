"""What every action shares."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

import anyio.to_thread
from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.turns.heard import WAITING, responses
from actions.turns.moves import REQUESTED, Event, leave
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from bot.errors import UnknownLearner

if TYPE_CHECKING:
    from bot.bootstrap import Services

GoesFirst = Callable[[Turn], Answer | None]
"""Returns what is said before the answer of an action; None when that may speak."""


def _nothing_first(_: Turn) -> Answer | None:
    return None


class DuwtjeAction(Action, ABC):
    """An action that reads one turn and answers it."""

    begins_a_rule: ClassVar[bool] = False
    """Whether it answers whatever Rasa made of a message; then a correction, a reference or a heavy heart goes first."""

    def __init__(self, services: "Callable[[], Services] | None" = None, goes_first: GoesFirst = _nothing_first) -> None:
        """Without services an action can only ``answer`` a turn that another one made."""
        self._services, self._goes_first = services, goes_first

    def name(self) -> str:
        """Return the name in domain.yml: ActionAskWish is action_ask_wish."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Mapping[str, Any]) -> list[Event]:
        """Answer in a thread, because services wait for the database."""
        return await anyio.to_thread.run_sync(self._run, dispatcher, tracker, domain)

    def _run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Mapping[str, Any]) -> list[Event]:
        assert self._services
        turn = Turn(self._services(), dispatcher, tracker, domain)
        try:
            first = self._goes_first(turn) if self.begins_a_rule else None
            return first(turn) if first else self.answer(turn)
        except UnknownLearner:
            # Somebody erased everything while this message was under way.
            turn.say("utter_unknown_learner")
            return leave()

    @abstractmethod
    def answer(self, turn: Turn) -> list[Event]:
        """Say what there is to say and return what changes in the talk."""


class FormQuestion(DuwtjeAction, ABC):
    """Asks for a slot: once in full, and after a side question in a few words."""

    @property
    @abstractmethod
    def slot(self) -> str:
        """Name of the slot."""

    def answer(self, turn: Turn) -> list[Event]:
        is_asked = any(name.startswith(("utter_ask_", WAITING)) for name in turn.said)
        if not turn.words_follow and not turn.after_danger and not is_asked:
            self.ask(turn, again=self._was_asked(turn))
        return []

    def ask(self, turn: Turn, *, again: bool) -> None:
        """Say the question, shorter when it was asked before."""
        turn.say(self.question(again=again))

    def question(self, *, again: bool) -> str:
        """Return the name of the response that asks."""
        return f"utter_ask_{self.slot}_again" if again else f"utter_ask_{self.slot}"

    def _was_asked(self, turn: Turn) -> bool:
        opened = max((place for place, event in enumerate(turn.events) if _opens_form(event)), default=0)
        return any(name.startswith(f"utter_ask_{self.slot}") for name in responses(turn.events[opened:]))


class FormAnswer(DuwtjeAction, ABC):
    """Takes what was typed as the answer to the open question, unless it clearly is something else."""

    def answer(self, turn: Turn) -> list[Event]:
        asked = turn.slot(REQUESTED)
        if not asked or turn.loop != self.form or self._goes_first(turn) or not self.is_answer(turn):
            return []
        if turn.answers_nudge:
            # A nudge came between our question and these words; the question is asked again.
            if not turn.said:
                turn.say({"affirm": "utter_yes_to_nudge", "deny": "utter_no_to_nudge"}.get(turn.intent, "utter_nudge_heard"))
            return []
        value = self.read(turn, asked)
        return [] if value is None else [SlotSet(asked, value)]

    def is_answer(self, turn: Turn) -> bool:
        """Whether what was said is meant as an answer."""
        return not turn.is_side_question(self.form)

    @property
    def form(self) -> str:
        """The form this belongs to: ValidateWishForm is of wish_form."""
        return self.name().removeprefix("validate_")

    @abstractmethod
    def read(self, turn: Turn, slot: str) -> object | None:
        """Return the value for ``slot`` in what was said; None when there is none in it."""


def _opens_form(event: Mapping[str, Any]) -> bool:
    return event.get("event") in ("active_loop", "form") and bool(event.get("name"))
