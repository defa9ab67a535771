"""One turn of the talk, as an action sees it: who is talking, what was said, and how to answer."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turns.heard import Heard
from bot.catalogue.models import Item
from bot.catalogue.wanted import Wanted
from bot.clock import AMSTERDAM
from bot.language.plain.gate import LIMITS
from bot.language.saying.texts import Texts, load_texts
from bot.learners.models import Learner
from bot.registers import Register

if TYPE_CHECKING:
    from bot.bootstrap import Services

_texts = cache(load_texts)


class Turn(Heard):
    """What was said last, and the means to react."""

    def __init__(self, services: "Services", dispatcher: CollectingDispatcher, tracker: Tracker, domain: Mapping[str, Any]) -> None:
        super().__init__(tracker, domain)
        self.services = services
        self._dispatcher = dispatcher
        self._register: Register | None = None

    @cached_property
    def learner(self) -> Learner:
        """Who is talking; raises UnknownLearner. Whoever changes the profile puts the result back here."""
        return self.services.identity.by_conversation(self._tracker.sender_id)

    @property
    def now(self) -> datetime:
        """Now, in Amsterdam."""
        return self.services.clock().astimezone(AMSTERDAM)

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The topics that what was typed names."""
        return self.services.interests.tags_in(self.text)

    @cached_property
    def wanted(self) -> Wanted:
        """What was typed, as a search: place, budget, time and kinds. Many look at it, and reading it takes a third of a millisecond."""
        return self.services.suggestions.read(self.text)

    @cached_property
    def shown(self) -> tuple[Item, ...]:
        """The items of the latest list that still exist. Many look at them, and each look asks the store."""
        return tuple(self.services.suggestions.those(self.slot("shown") or ()))

    def say(self, response: str, **values: object) -> None:
        """Say a response of data/dialogues, filled in with ``values``."""
        self._dispatcher.utter_message(response=response, **self._wording(), **values)

    def offer(self, response: str, buttons: Sequence[Mapping[str, str]], **values: object) -> None:
        """Say a response with buttons that depend on the talk."""
        self._dispatcher.utter_message(response=response, buttons=[dict(button) for button in buttons], **self._wording(), **values)

    def effect(self, name: str) -> None:
        """Ask the product to do what is not ours to do."""
        self._dispatcher.utter_message(json_message={"effect": name})

    def title(self, response: str) -> str:
        """Return the plain text of a response, for on a button."""
        return str(self._worded(response)["text"])

    def buttons(self, response: str) -> list[Mapping[str, str]]:
        """Return the buttons that stand under a response in this turn's register, to show as they are."""
        return [
            {**one, "payload": one["payload"].replace("{{", "{").replace("}}", "}")} for one in self._worded(response).get("buttons") or ()
        ]

    def _worded(self, response: str) -> Mapping[str, Any]:
        variants: list[Mapping[str, Any]] = self.domain["responses"][response]
        own = [each for each in variants if any(one.get("value") == self.register for one in each.get("condition") or ())]
        return (own or variants)[0]

    @property
    def register(self) -> Register:
        """The register that this turn is worded in; an action before this one may have changed it."""
        return self._register or (self.learner.register if self.said else self._register_of_message)

    @property
    def _register_of_message(self) -> Register:
        return Register(self.message.get("metadata", {}).get("register") or Register.JE)

    @property
    def most_buttons(self) -> int:
        """How many buttons a message may have in this turn."""
        return LIMITS[self.register].buttons

    @property
    def texts(self) -> Texts:
        """The product's own texts, worded for this turn."""
        return _texts().speaking(self.register)

    def easier(self, *, quietly: bool = False) -> None:
        """Speak in easy words from now on, unless the person asked for ordinary ones; says so when that is new, but when ``quietly``."""
        before, self.learner = self.learner, self.services.profile.seemed_hard(self.learner.id)
        if self.learner.register is not before.register:
            self._register = self.learner.register
            if not quietly:
                self.say("utter_easy_from_now")

    def _wording(self) -> Mapping[str, str]:
        return {} if self.register is self._register_of_message else {"register": self.register.value}
