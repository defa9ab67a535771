"""Plays one written conversation and checks every turn."""

import re
import uuid
from collections.abc import Callable
from typing import Any

from bot.dialogue.listening import Listener
from bot.dialogue.rasa import as_heard
from bot.language.manners import load_manners
from bot.language.texts import load_texts
from bot.language.when.models import Moment
from bot.language.when.reading import when
from bot.language.work import load_work_words
from bot.learners.models import DayPart, Learner
from bot.messages import Address
from bot.registers import Asked
from tests.dialogues.own_words import are_in, is_same
from tests.dialogues.responses import names_of
from tests.dialogues.shown import wrong_in
from tests.dialogues.stage import Stage

OWN_WORDS = ("wish", "moment", "log", "reminders")
"""What is kept in the words a person typed."""


class Talk:
    """One person with one conversation, who types as ``hand`` lets it come out."""

    def __init__(self, stage: Stage, hand: Callable[[str], str] = str) -> None:
        self._hand = hand
        self._meant: list[str] = []
        self._stage = stage
        self._services = stage.services
        self._key = stage.services.identity.recognise(Address("web", uuid.uuid4().hex)).conversation_key
        self._buttons: list[dict[str, str]] = []
        self._listener = Listener(stage.services.profile, load_manners(), load_work_words())
        self._texts = load_texts()

    @property
    def learner(self) -> Learner:
        return self._services.identity.by_conversation(self._key)

    def given(self, known: dict[str, Any]) -> None:
        """Prepare what the person did before, such as ``wish``, ``nudges`` and ``reminders``."""
        if wish := known.get("wish"):
            self._services.profile.set_wish(self.learner.id, wish, self._services.interests.tags_in(wish))
        state = known.get("nudges")
        if state in ("on", "paused", "stopped"):
            self._services.profile.choose_nudges(self.learner.id, every_days=known.get("every_days", 7), part=DayPart.AVOND)
        if state in ("paused", "stopped"):
            self._do({"paused": "pause", "stopped": "stop"}[state])
        if title := known.get("plan"):
            self._services.plans.make(self.learner.id, "demo/none", title, "straks")
        for about, moment in known.get("reminders", {}).items():
            meant = when(moment, self._services.clock())
            assert isinstance(meant, Moment)
            self._services.reminders.ask(self.learner.id, meant.at, about)
        for line in known.get("log", ()):
            self._services.logbook.write(self.learner.id, line)

    def take(self, turn: dict[str, Any]) -> None:
        """Say or press something and check the answer."""
        message = self._payload(turn["press"]) if "press" in turn else self._typed(turn["say"])
        asked = None if "press" in turn else self._listen(message)
        answer = self._ask(asked, message, turn)
        texts = [each["text"] for each in answer if "text" in each]
        heard = "\n".join(texts)
        self._buttons = [button for each in answer for button in each.get("buttons", ())] or self._buttons
        effects = [each["custom"]["effect"] for each in answer if "custom" in each]
        for effect in effects:
            self._do(effect)
        where = f"after {message!r}: {heard!r} {effects}"
        if not asked:
            # The answer to a wish about je and u names both.
            self._check_shown(answer, where)
        if "hear" in turn:
            self._check_names(turn["hear"], texts, where)
        for part in _listed(turn.get("text")):
            assert self._is_in(part, heard), f"{part!r} is missing {where}"
        for part in _listed(turn.get("not")):
            assert not re.search(part, heard, re.IGNORECASE), f"{part!r} was said {where}"
        assert effects == _listed(turn.get("effect")), where
        assert texts or effects or turn.get("hear") == [], f"silence {where}"
        if "buttons" in turn:
            shown = [button["title"] for each in answer for button in each.get("buttons", ())]
            assert shown == turn["buttons"], where
        self._check_state(turn.get("state", {}), where)

    def _listen(self, typed: str) -> Asked | None:
        """Hear how somebody wants to be spoken to and what they say of their work, as the product does before Rasa hears anything."""
        asked = self._listener.asked(self._listener.heard(self.learner, typed), typed)
        if asked is None:
            self._listener.told_work(self.learner, typed)
        return asked[1] if asked else None

    def _ask(self, asked: Asked | None, message: str, turn: dict[str, Any]) -> list[dict[str, Any]]:
        if asked and asked is not Asked.EASY:
            return [{"text": self._texts.speaking(self.learner.register)(f"manner_{asked}")}]
        metadata = {"register": self.learner.register.value} | ({"open_nudge": turn["open_nudge"]} if "open_nudge" in turn else {})
        heard, more = ("/ask_rephrase", {}) if asked else (message, {}) if message.startswith("/") else as_heard(message)
        body = {"sender": self._key, "message": heard, "metadata": metadata | more}
        answer: list[dict[str, Any]] = self._stage.rasa.post("/webhooks/rest/webhook", json=body).raise_for_status().json()
        return answer

    def _check_shown(self, answer: list[dict[str, Any]], where: str) -> None:
        for message in answer:
            titles = [button["title"] for button in message.get("buttons", ())]
            wrong = wrong_in(message.get("text", ""), titles, self.learner.register)
            assert wrong == [], f"{wrong} {where}"

    def _typed(self, text: str) -> str:
        if text.startswith("/"):
            return text
        self._meant.append(text)
        return self._hand(text)

    def _is_in(self, part: str, heard: str) -> bool:
        """Our words come back as they are written, a person's own as they were typed."""
        if re.search(part, heard, re.IGNORECASE):
            return True
        return any(are_in(part, meant, most=0) for meant in self._meant) and are_in(part, heard)

    def _is_same(self, name: str, found: object, wanted: object) -> bool:
        return found == wanted or (name in OWN_WORDS and is_same(found, wanted))

    def _check_names(self, wanted: list[str], texts: list[str], where: str) -> None:
        heard = [sorted(names_of(text)) for text in texts]
        assert len(heard) == len(wanted), f"{heard} {where}"
        for names, name in zip(heard, wanted, strict=True):
            assert {f"utter_{each}" for each in name.split("|")} & set(names), f"expected {name}, heard {names} {where}"

    def _check_state(self, wanted: dict[str, Any], where: str) -> None:
        learner = self.learner
        plan = self._services.plans.newest(learner.id)
        state = {
            "wish": learner.wish,
            "register": learner.register.value,
            "interests": list(learner.interests),
            "place": learner.place,
            "nudges": learner.nudges.state.value,
            "every_days": learner.nudges.every_days,
            "part": learner.nudges.part and learner.nudges.part.value,
            "weekday": learner.nudges.weekday,
            "moment": plan and plan.moment,
            "done": bool(plan and plan.done_at),
            "reminders": [each.text for each in self._services.reminders.list(learner.id)],
            "log": [line.text for line in self._services.logbook.recent(learner.id, 10)],
        }
        different = {name: (state[name], value) for name, value in wanted.items() if not self._is_same(name, state[name], value)}
        assert different == {}, where

    def _payload(self, title: str) -> str:
        payloads = [button["payload"] for button in self._buttons if button["title"] == title]
        assert payloads, f"no button {title!r} in {[button['title'] for button in self._buttons]}"
        return payloads[-1]

    def _do(self, effect: str) -> None:
        deeds = {"stop": self._services.rights.stop, "pause": self._services.rights.pause, "resume": self._services.rights.resume}
        if effect in deeds:
            deeds[effect](self.learner.id)


def _listed(value: str | list[str] | None) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else value
