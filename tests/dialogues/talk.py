"""Has one written conversation with the whole product and checks every turn."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.clock import local_date
from bot.language.when.models import Moment
from bot.language.when.reading import when
from bot.learners.models import DayPart, Learner
from bot.messages import Outgoing
from tests.dialogues.own_words import are_in, is_same
from tests.dialogues.person import Person
from tests.dialogues.responses import names_of
from tests.dialogues.shown import wrong_in
from tests.dialogues.stage import Stage

OWN_WORDS = ("wish", "moment", "log", "reminders")
"""What is kept in the words a person typed."""
START = "/start"
WELCOMES = {"utter_welcome", "utter_welcome_back"}
NAMES_BOTH = re.compile(r"manner_\w+|overview_intro")
"""What tells of je and u names both."""


class Talk:
    """One person with one conversation, who types as ``hand`` lets it come out."""

    def __init__(self, stage: Stage, hand: Callable[[str], str] = str) -> None:
        self._hand = hand
        self._meant: list[str] = []
        self._services = stage.services
        self._person = Person(stage)
        self._is_new = True

    @property
    def learner(self) -> Learner:
        return self._person.learner

    def go(self, written: Mapping[str, Any]) -> None:
        """Have the conversation as somebody new, unless it says what was ``given``."""
        if known := written.get("given"):
            self.given(known)
        for turn in written["turns"]:
            self.take(turn)

    def given(self, known: dict[str, Any]) -> None:
        """Come back as somebody who did something before: told a ``wish``, has ``nudges``, ``reminders``, and so on."""
        learner_id = self._person.arrive().id
        if wish := known.get("wish"):
            self._services.profile.set_wish(learner_id, wish, self._services.interests.tags_in(wish))
        state = known.get("nudges")
        if state in ("on", "paused", "stopped"):
            self._services.profile.choose_nudges(learner_id, every_days=known.get("every_days", 7), part=DayPart.AVOND)
        if state in ("paused", "stopped"):
            {"paused": self._services.rights.pause, "stopped": self._services.rights.stop}[state](learner_id)
        if title := known.get("plan"):
            self._services.plans.make(learner_id, "demo/none", title, "straks")
        for about, moment in known.get("reminders", {}).items():
            meant = when(moment, self._services.clock())
            assert isinstance(meant, Moment)
            self._services.reminders.ask(learner_id, meant.at, about)
        for line in known.get("log", ()):
            self._services.logbook.write(learner_id, line)
        self._start()

    def take(self, turn: dict[str, Any]) -> None:
        """Say or press something, or get a nudge, and check what comes back."""
        if "nudge" in turn:
            self._person.get_nudge()
            return
        answer = self._answer(turn)
        texts = [message.text for message in answer]
        heard = "\n".join(texts)
        where = f"after {turn.get('press') or self._meant[-1:]!r}: {heard!r}"
        self._check_shown(answer, where)
        if "hear" in turn:
            self._check_names(turn["hear"], texts, where)
        for part in _listed(turn.get("text")):
            assert self._is_in(part, heard), f"{part!r} is missing {where}"
        for part in _listed(turn.get("not")):
            assert not re.search(part, heard, re.IGNORECASE), f"{part!r} was said {where}"
        assert texts, f"silence {where}"
        if "buttons" in turn:
            assert [choice.title for message in answer for choice in message.choices] == turn["buttons"], where
        self._check_state(turn.get("state", {}), where)

    def _answer(self, turn: dict[str, Any]) -> Sequence[Outgoing]:
        """Return the answer, without the welcome that somebody new gets before it."""
        if title := turn.get("press"):
            (self._person.press_meaning if title.startswith("/") else self._person.press)(title)
            return self._person.shown
        if turn["say"] == START:
            self._start()
            return self._person.shown
        self._meant.append(turn["say"])
        self._person.say(self._hand(turn["say"]))
        return self._person.shown[self._welcomed() :]

    def _start(self) -> None:
        self._person.say(START)
        self._welcomed()

    def _welcomed(self) -> int:
        """Return how many messages welcome somebody new."""
        is_new, self._is_new = self._is_new, False
        return sum(bool(names_of(message.text) & WELCOMES) for message in self._person.shown) if is_new else 0

    def _check_shown(self, answer: Sequence[Outgoing], where: str) -> None:
        for message in answer:
            if any(map(NAMES_BOTH.fullmatch, names_of(message.text))):
                continue
            wrong = wrong_in(message.text, [choice.title for choice in message.choices], self.learner.register)
            assert wrong == [], f"{wrong} {where}"

    def _is_in(self, part: str, heard: str) -> bool:
        """Our words come back as they are written, a person's own as they were typed."""
        if re.search(part, heard, re.IGNORECASE):
            return True
        return any(are_in(part, meant, most=0) for meant in self._meant) and are_in(part, heard)

    def _is_same(self, name: str, found: object, wanted: object) -> bool:
        return found == wanted or (name in OWN_WORDS and is_same(found, wanted))

    def _check_names(self, wanted: list[str], texts: list[str], where: str) -> None:
        heard = [sorted(names_of(text)) or self._nudge() for text in texts]
        assert len(heard) == len(wanted), f"{heard} {where}"
        for names, name in zip(heard, wanted, strict=True):
            expected = {form for each in name.split("|") for form in (each, f"utter_{each}")}
            assert expected & set(names), f"expected {name}, heard {names} {where}"

    def _nudge(self) -> list[str]:
        return ["nudge"] if self._services.nudges.open_nudge(self.learner.id) else []

    def _check_state(self, wanted: dict[str, Any], where: str) -> None:
        if not wanted:
            return
        learner = self.learner
        plan = self._services.plans.newest(learner.id)
        state = {
            "wish": learner.wish,
            "register": learner.register.value,
            "interests": list(learner.interests),
            "place": learner.place,
            "barrier": learner.barrier and learner.barrier.value,
            "nudges": learner.nudges.state.value,
            "every_days": learner.nudges.every_days,
            "part": learner.nudges.part and learner.nudges.part.value,
            "weekday": learner.nudges.weekday,
            "quiet_days": self._quiet_days(learner),
            "moment": plan and plan.moment,
            "done": bool(plan and plan.done_at),
            "reminders": [each.text for each in self._services.reminders.list(learner.id)],
            "log": [line.text for line in self._services.logbook.recent(learner.id, 10)],
        }
        different = {name: (state[name], value) for name, value in wanted.items() if not self._is_same(name, state[name], value)}
        assert different == {}, where

    def _quiet_days(self, learner: Learner) -> int | None:
        """Return in how many days a pause ends."""
        until = learner.nudges.paused_until
        return (local_date(until) - local_date(self._services.clock())).days if until else None


def _listed(value: str | list[str] | None) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else value
