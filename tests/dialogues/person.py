"""Somebody who talks with the whole product: the service, the real Rasa and the real actions."""

import uuid
from collections.abc import Sequence
from datetime import timedelta
from itertools import count
from typing import Any

from bot.clock import system_clock
from bot.learners.models import Learner
from bot.messages import Address, Button, Choice, Incoming, Outgoing, Reply
from bot.nudges.models import ScriptButton
from bot.nudges.writing.shipped import load_shipped
from tests.dialogues.stage import TOKEN, Stage

A_BUTTON = "Ja"
"""What stands on a button of which only the meaning matters."""


class Person:
    """One person at an address of their own."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._services = stage.services
        self._address = Address("memory", uuid.uuid4().hex)
        self._numbers = count()
        self._choices: list[Choice] = []
        self.shown: Sequence[Outgoing] = ()
        """What came in last, with its buttons."""

    @property
    def learner(self) -> Learner:
        return self._services.identity.find(self._address)

    def arrive(self) -> Learner:
        """Be known, before a word is said."""
        return self._services.identity.recognise(self._address)

    def say(self, text: str) -> list[str]:
        """Type something and return what comes back."""
        return self._send(text=text)

    def press(self, title: str) -> list[str]:
        """Press the newest button with this title."""
        ids = [choice.id for choice in self._choices if choice.title == title]
        assert ids, f"no button {title!r} in {[choice.title for choice in self._choices]}"
        return self._send(choice=ids[-1])

    def press_meaning(self, payload: str) -> list[str]:
        """Press a button that means ``payload``, as stand under messages that the product sends of itself."""
        self._services.outlet.send(self.learner.id, Reply(A_BUTTON, (Button(A_BUTTON, payload),)))
        self.heard()
        return self.press(A_BUTTON)

    def heard(self) -> list[str]:
        self.shown = self._stage.channel.take(self._address)
        self._choices += [choice for message in self.shown for choice in message.choices]
        return [message.text for message in self.shown]

    def nudge(self) -> tuple[ScriptButton, ...]:
        """Let a shipped nudge come and return its buttons."""
        self.get_nudge()
        latest = self._services.nudges.open_nudge(self.learner.id)
        assert latest is not None
        scripts = load_shipped(frozenset(self._services.interests.tags))
        return next(script.buttons for script in scripts if script.id == latest.script_id)

    def get_nudge(self) -> None:
        """Let a shipped nudge come, as the scheduler does."""
        reply = self._services.nudges.send_now(self.learner.id)
        assert reply is not None
        self._services.outlet.send(self.learner.id, reply)
        self.heard()

    def reminder(self, about: str) -> None:
        """Let a reminder come that this person asked for, as the scheduler does."""
        in_an_hour = timedelta(hours=1)
        self._services.reminders.ask(self.learner.id, system_clock() + in_an_hour, about)
        with self._stage.clock.by(in_an_hour):
            self._services.reminders.say_due()
        self._services.conversation.recover()
        assert any(about in text for text in self.heard())

    def tracker(self) -> dict[str, Any]:
        """Return how Rasa remembers this person."""
        found: dict[str, Any] = self._stage.rasa.get(self._path("tracker"), params={"token": TOKEN}).raise_for_status().json()
        return found

    def is_asked(self, form: str, slot: str, filled: dict[str, object]) -> None:
        """Bring the talk to where ``form`` asks for ``slot`` and nothing else is known than ``filled``."""
        events = [
            {"event": "active_loop", "name": form},
            *({"event": "slot", "name": name, "value": value} for name, value in {**filled, "requested_slot": slot}.items()),
            {"event": "action", "name": "action_listen"},
        ]
        self._stage.rasa.post(self._path("tracker/events"), params={"token": TOKEN}, json=events).raise_for_status()

    def _path(self, name: str) -> str:
        return f"/conversations/{self.learner.conversation_key}/{name}"

    def _send(self, text: str | None = None, choice: str | None = None) -> list[str]:
        incoming = Incoming(self._address, str(next(self._numbers)), system_clock(), text, choice)
        self._services.conversation.accept(incoming)
        self._services.conversation.work_off(self._address)
        return self.heard()
