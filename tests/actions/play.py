"""Lets one action answer one message."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.first.order import goes_first
from actions.turns.base import DuwtjeAction
from actions.turns.turn import Turn
from tests.actions.twins import KEY, People
from tests.dialogues.responses import all_responses, read
from tests.dialogues.test_content import ROOT

DOMAIN = {**read(ROOT / "domain.yml"), "responses": all_responses()}


@dataclass
class Answer:
    """What an action said and changed."""

    messages: list[dict[str, Any]]
    events: list[dict[str, Any]]

    @property
    def said(self) -> list[str]:
        return [message["response"].removeprefix("utter_") for message in self.messages if message.get("response")]

    @property
    def effects(self) -> list[str]:
        return [message["custom"]["effect"] for message in self.messages if message.get("custom")]

    @property
    def slots(self) -> dict[str, Any]:
        return {event["name"]: event["value"] for event in self.events if event["event"] == "slot"}

    @property
    def opened(self) -> str | None:
        return next((event["name"] for event in self.events if event["event"] == "followup"), None)

    @property
    def left(self) -> bool:
        return any(event["event"] == "active_loop" and event["name"] is None for event in self.events)

    def value(self, name: str) -> Any:  # noqa: ANN401  # texts as well as buttons
        """Return a value that some message was filled in with."""
        return next(message[name] for message in self.messages if name in message)


@dataclass
class Said:
    """A message and what went before it."""

    text: str = ""
    intent: str = "nlu_fallback"
    confidence: float = 0.9
    loop: str | None = None
    slots: dict[str, Any] = field(default_factory=dict)
    asked: Sequence[str] = ()
    """Responses before the message, without ``utter_``."""
    before: Sequence[dict[str, Any]] = ()
    open_nudge: str | None = None
    words_follow: bool = False
    ranking: Sequence[tuple[str, float]] = ()
    sender: str = KEY
    id: str | None = None
    subject: str = ""
    """Words of the text in which the model sees what somebody wants to learn."""
    register: str = ""
    after: str = ""
    """Help of the product itself that was read last."""


def play(action: type[DuwtjeAction], people: People, said: Said) -> Answer:
    """Return how ``action`` answers ``said``."""
    dispatcher = CollectingDispatcher()
    tracker = _tracker(said)
    events = asyncio.run(action(lambda: people, goes_first).run(dispatcher, tracker, DOMAIN))  # type: ignore[arg-type,return-value]
    return Answer(dispatcher.messages, list(events))


def turn_of(people: People, said: Said) -> Turn:
    """Return the turn that an action would see."""
    return Turn(people, CollectingDispatcher(), _tracker(said), DOMAIN)  # type: ignore[arg-type]


def _tracker(said: Said) -> Tracker:
    message = {
        "text": said.text,
        "intent": {"name": said.intent, "confidence": said.confidence},
        "entities": [*_entities(said.text), *_subject(said)],
        "intent_ranking": [{"name": name, "confidence": confidence} for name, confidence in said.ranking],
        "metadata": {
            **({"open_nudge": said.open_nudge} if said.open_nudge else {"words_follow": True} if said.words_follow else {}),
            **({"register": said.register} if said.register else {}),
            **({"after": said.after} if said.after else {}),
        },
    }
    spoken = [{"event": "bot", "metadata": {"utter_action": f"utter_{name}"}} for name in said.asked]
    events = [*said.before, *spoken, {"event": "user", "text": said.text, "parse_data": message, "message_id": said.id}]
    loop = {"name": said.loop} if said.loop else {}
    return Tracker(said.sender, dict(said.slots), message, events, False, None, loop, None)


def _subject(said: Said) -> list[dict[str, Any]]:
    start = said.text.index(said.subject)
    return [{"entity": "interest", "value": said.subject, "start": start, "end": start + len(said.subject)}] if said.subject else []


def _entities(text: str) -> list[dict[str, str]]:
    if not (text.startswith("/") and "{" in text):
        return []
    return [{"entity": name, "value": value} for name, value in json.loads(text[text.index("{") :]).items()]
