"""One turn of the talk, as an action sees it: who is talking, what was said, and how to answer."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.zones import clear_from
from bot.catalogue.models import Item
from bot.catalogue.wanted import Wanted
from bot.clock import AMSTERDAM
from bot.language.gate import LIMITS
from bot.language.meant import TYPED, as_typed
from bot.language.safety import GRAVE
from bot.language.texts import Texts, load_texts
from bot.learners.models import Learner
from bot.registers import Register

if TYPE_CHECKING:
    from bot.bootstrap import Services

AFTER_DANGER = "utter_numbers_stay"
_texts = cache(load_texts)


class Turn:
    """What was said last, and the means to react."""

    def __init__(self, services: "Services", dispatcher: CollectingDispatcher, tracker: Tracker, domain: Mapping[str, Any]) -> None:
        self.services = services
        self.domain = domain
        self._dispatcher = dispatcher
        self._tracker = tracker
        self._register: Register | None = None

    @cached_property
    def learner(self) -> Learner:
        """Who is talking; raises UnknownLearner. Whoever changes the profile puts the result back here."""
        return self.services.identity.by_conversation(self._tracker.sender_id)

    @property
    def now(self) -> datetime:
        """Now, in Amsterdam."""
        return self.services.clock().astimezone(AMSTERDAM)

    @property
    def message(self) -> Mapping[str, Any]:
        """The latest message as Rasa understood it."""
        return self._tracker.latest_message or {}

    @property
    def message_id(self) -> str | None:
        """The id that Rasa gave the latest message."""
        return self.events[self._last_message_at].get("message_id") if self.events else None

    @property
    def pressed(self) -> bool:
        """Whether the message is a button or a sign of the product, not typed."""
        return str(self.message.get("text") or "").startswith("/")

    @property
    def text(self) -> str:
        """What was typed, slips and all; empty for a button."""
        own = (self.message.get("metadata") or {}).get(TYPED) or self.message.get("text")
        return "" if self.pressed else str(own or "").strip()

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

    @property
    def intent(self) -> str:
        """What Rasa thinks it means."""
        return str((self.message.get("intent") or {}).get("name") or "")

    @property
    def guesses(self) -> list[tuple[str, float]]:
        """Meanings and how sure Rasa is of each, the surest first."""
        return [(str(each["name"]), float(each["confidence"])) for each in self.message.get("intent_ranking") or []]

    def entity(self, name: str) -> str | None:
        """Return the first entity called ``name``."""
        return next((str(each["value"]) for each in self.message.get("entities") or [] if each.get("entity") == name), None)

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Return where in what was typed the entities called ``name`` stand, in order."""
        found = (each for each in self.message.get("entities") or [] if each.get("entity") == name and "start" in each)
        heard = str(self.message.get("text") or "")
        return sorted(as_typed(heard, self.text, (int(each["start"]), int(each["end"]))) for each in found)

    @property
    def said_or_chosen(self) -> str:
        """What was typed, or the value a button carries."""
        return self.text or " ".join(str(each["value"]) for each in self.message.get("entities") or [])

    @property
    def open_nudge(self) -> str | None:
        """Id of the nudge this message may answer."""
        return (self.message.get("metadata") or {}).get("open_nudge")

    @property
    def words_follow(self) -> bool:
        """Whether what somebody typed comes right after this sign of the product, and will be answered then."""
        return bool((self.message.get("metadata") or {}).get("words_follow"))

    @property
    def after(self) -> str | None:
        """What the person read last when that came from the product itself: the name of a trouble, ``human`` or ``rights``."""
        return (self.message.get("metadata") or {}).get("after")

    @property
    def after_danger(self) -> bool:
        """Whether it was help for somebody in danger, or what we said to who went on telling after that."""
        return self.after in GRAVE or self.asked == AFTER_DANGER

    @property
    def answers_nudge(self) -> bool:
        """Whether this was typed right under a nudge; a pressed button says itself what it is about."""
        return self.open_nudge is not None and not self.pressed

    @property
    def loop(self) -> str | None:
        """The form that is open."""
        return self._tracker.active_loop_name or None

    def slot(self, name: str) -> Any:  # noqa: ANN401  # a slot holds whatever an action put there
        """Return the value of a slot."""
        return self._tracker.get_slot(name)

    @cached_property
    def _last_message_at(self) -> int:
        return max((place for place, event in enumerate(self.events) if event.get("event") == "user"), default=0)

    @property
    def events(self) -> Sequence[Mapping[str, Any]]:
        """Everything that happened in this conversation, oldest first."""
        return self._tracker.events

    @property
    def before(self) -> Sequence[Mapping[str, Any]]:
        """Everything that happened before this message, oldest first."""
        return self.events[: self._last_message_at]

    @property
    def asked(self) -> str | None:
        """Name of the response right before this message; None when something else was said."""
        return next((_name(event) for event in reversed(self.before) if event.get("event") == "bot"), None)

    def heard(self, names: str | tuple[str, ...]) -> bool:
        """Whether the answer before this message held a response whose name begins with one of ``names``."""
        earlier = [place for place, event in enumerate(self.before) if event.get("event") == "user"]
        return any(name.startswith(names) for name in responses(self.before[earlier[-1] if earlier else 0 :]))

    @property
    def said(self) -> list[str]:
        """Names of the responses since this message."""
        return responses(self.events[self._last_message_at :])

    @property
    def is_sure(self) -> bool:
        """Whether it is clear what the message means."""
        return self.pressed or float((self.message.get("intent") or {}).get("confidence") or 0) >= clear_from(self.intent)

    def is_side_question(self, form: str) -> bool:
        """Whether this message clearly is something else than an answer in ``form``."""
        return self.is_sure and self.intent in self.domain["forms"][form]["ignored_intents"]

    def say(self, response: str, **values: object) -> None:
        """Say a response of data/dialogues, filled in with ``values``."""
        self._dispatcher.utter_message(response=response, **self._wording(), **values)

    def offer(self, response: str, buttons: Sequence[Mapping[str, str]], **values: object) -> None:
        """Say a response with buttons that depend on the talk."""
        self._dispatcher.utter_message(response=response, buttons=[dict(button) for button in buttons], **self._wording(), **values)

    def tell(self, key: str, buttons: Sequence[Mapping[str, str]] = (), **values: object) -> None:
        """Say one of the product's own texts; the talk knows it as ``utter_<key>``."""
        self._dispatcher.utter_message(text=self.texts(key, **values), buttons=list(map(dict, buttons)), utter_action=f"utter_{key}")

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


def responses(events: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the names of the responses among ``events``, oldest first."""
    return [name for event in events if event.get("event") == "bot" and (name := _name(event))]


def _name(event: Mapping[str, Any]) -> str | None:
    return (event.get("metadata") or {}).get("utter_action")
