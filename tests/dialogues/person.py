"""Somebody who talks with the whole product: the service, the real Rasa and the real actions."""

import uuid
from datetime import timedelta
from itertools import count
from typing import Any

from bot.clock import system_clock
from bot.learners.models import Learner
from bot.messages import Address, Incoming
from bot.nudges.models import ScriptButton
from bot.nudges.writing.library import load_library
from tests.dialogues.stage import TOKEN, Stage


class Person:
    """One person at an address of their own."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._services = stage.services
        self._address = Address("memory", uuid.uuid4().hex)
        self._numbers = count()

    @property
    def learner(self) -> Learner:
        return self._services.identity.find(self._address)

    def say(self, text: str) -> list[str]:
        """Type something and return what comes back."""
        return self._send(text=text)

    def press(self, title: str) -> list[str]:
        """Press the newest button with this title."""
        choices = [choice for said in self._services.conversation.history(self.learner.id) for choice in said.choices]
        return self._send(choice=next(choice.id for choice in reversed(choices) if choice.title == title))

    def heard(self) -> list[str]:
        return [message.text for message in self._stage.channel.take(self._address)]

    def nudge(self) -> tuple[ScriptButton, ...]:
        """Let a shipped nudge come, as the scheduler does, and return its buttons."""
        reply = self._services.nudges.send_now(self.learner.id)
        assert reply is not None
        self._services.outlet.send(self.learner.id, reply)
        self.heard()
        latest = self._services.nudges.open_nudge(self.learner.id)
        assert latest is not None
        scripts = load_library(frozenset(self._services.interests.tags))
        return next(script.buttons for script in scripts if script.id == latest.script_id)

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
