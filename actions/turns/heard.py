"""What was said last and before, as Rasa keeps it."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from rasa_sdk import Tracker

from actions.turns.zones import clear_from
from bot.language.safety.words import GRAVE
from bot.language.words.meant import TYPED, as_typed

AFTER_DANGER = "utter_numbers_stay"
WAITING = "utter_waiting"
"""What says only that we wait: the question before it stays the latest."""


class Heard:
    """Reads one message, what it may mean, and the talk before it."""

    def __init__(self, tracker: Tracker, domain: Mapping[str, Any]) -> None:
        self.domain = domain
        self._tracker = tracker

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
        """Name of the response right before this message, a waiting left out; None when something else was said."""
        said = (_name(event) for event in reversed(self.before) if event.get("event") == "bot")
        return next((name for name in said if name != WAITING), None)

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


def responses(events: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the names of the responses among ``events``, oldest first."""
    return [name for event in events if event.get("event") == "bot" and (name := _name(event))]


def _name(event: Mapping[str, Any]) -> str | None:
    return (event.get("metadata") or {}).get("utter_action")
