"""In-memory twins of the services that the web uses."""

import itertools
import secrets
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.errors import UnknownLearner
from bot.learners.models import Learner
from bot.learners.tenants import Tenant
from bot.messages import Address, Choice, Incoming, Outgoing
from tests.fakes.experiment import TwinExperiment

ERASED = "Alles is weg."
HELLO = "Hoi, ik ben een digitale hulp, geen mens. Waar heb je zin in?"


@dataclass(frozen=True)
class Kept:
    id: int
    direction: str
    text: str
    choices: tuple[Choice, ...]
    at: datetime


Answer = Callable[[str], tuple[str, tuple[str, ...]]]
"""From what a person said to a text and the titles of choices."""


def repeat(said: str) -> tuple[str, tuple[str, ...]]:
    if said == "/start":
        return HELLO, ("Iets met hout", "Iets met koken")
    return f"Je zei: {said}", ()


@dataclass
class TwinConversation:
    """Answers with ``answer``. ``hold`` keeps a turn waiting until it is set."""

    people: "TwinIdentity"
    mailbox: "TwinMailbox"
    answer: Answer = repeat
    hold: threading.Event | None = None
    holds: set[str] = field(default_factory=set)
    """Texts whose turn waits for ``hold``."""
    heard: list[Incoming] = field(default_factory=list)
    recovered: int = 0

    def __post_init__(self) -> None:
        self._ids = itertools.count(1)
        self._kept: dict[str, list[Kept]] = defaultdict(list)
        self._seen: set[tuple[Address, str]] = set()
        self._inbox: dict[Address, list[Incoming]] = defaultdict(list)
        self._lock = threading.Lock()

    def accept(self, incoming: Incoming) -> bool:
        learner = self.people.recognise(incoming.address, incoming.tenant)
        with self._lock:
            if (incoming.address, incoming.external_id) in self._seen:
                return False
            self._seen.add((incoming.address, incoming.external_id))
            self.heard.append(incoming)
            self._inbox[incoming.address].append(incoming)
            if incoming.text != "/start":
                self._keep(learner.id, "in", self._shown(learner.id, incoming), ())
            return True

    def work_off(self, address: Address) -> None:
        while self._inbox[address]:
            incoming = self._inbox[address].pop(0)
            learner_id = self.people.find(address).id
            said = self._shown(learner_id, incoming)
            if self.hold and said in self.holds:
                self.hold.wait(10)
            if said == "wis alles":
                self.people.forget(address)
                self.mailbox.unstored[address].append(Outgoing(0, ERASED))
                return
            self.say(learner_id, *self.answer(said))

    def say(self, learner_id: str, text: str, titles: Sequence[str] = ()) -> Kept:
        """Store a message, as the scheduler does with a nudge."""
        choices = tuple(Choice(secrets.token_hex(8), title) for title in titles)
        with self._lock:
            return self._keep(learner_id, "out", text, choices)

    def recover(self) -> None:
        self.recovered += 1

    def history(self, learner_id: str, after_id: int = 0) -> list[Kept]:
        return [kept for kept in self._kept[learner_id] if kept.id > after_id]

    def latest(self, learner_id: str, count: int) -> list[Kept]:
        return self._kept[learner_id][-count:]

    def replies_after(self, after: Mapping[str, int]) -> dict[str, list[Kept]]:
        return {who: [kept for kept in self.history(who, number) if kept.direction == "out"] for who, number in after.items()}

    def _keep(self, learner_id: str, direction: str, text: str, choices: tuple[Choice, ...]) -> Kept:
        kept = Kept(next(self._ids), direction, text, choices, datetime.now(UTC))
        self._kept[learner_id].append(kept)
        return kept

    def _shown(self, learner_id: str, incoming: Incoming) -> str:
        titles = {choice.id: choice.title for kept in self._kept[learner_id] for choice in kept.choices}
        return titles[incoming.choice] if incoming.choice else incoming.text or ""


class TwinMailbox:
    def __init__(self) -> None:
        self.unstored: dict[Address, list[Outgoing]] = defaultdict(list)

    def take_unstored(self, address: Address) -> list[Outgoing]:
        return self.unstored.pop(address, [])


class TwinIdentity:
    def __init__(self) -> None:
        self.known: dict[Address, Learner] = {}
        self._lock = threading.Lock()

    def recognise(self, address: Address, tenant: str) -> Learner:
        now = datetime.now(UTC)
        with self._lock:
            made = Learner(secrets.token_hex(16), f"c_{secrets.token_hex(16)}", tenant, now, now)
            return self.known.setdefault(address, made)

    def find(self, address: Address) -> Learner:
        if address not in self.known:
            raise UnknownLearner
        return self.known[address]

    def forget(self, address: Address) -> None:
        del self.known[address]


@dataclass
class TwinRights:
    data: dict[str, dict[str, list[dict[str, Any]]]] = field(default_factory=dict)

    def export(self, learner_id: str) -> dict[str, list[dict[str, Any]]]:
        return self.data.get(learner_id, {})


@dataclass
class TwinTenants:
    tenants: list[Tenant] = field(default_factory=lambda: [Tenant("demo", "Demo")])
    broken: bool = False

    def all(self) -> list[Tenant]:
        if self.broken:
            raise ConnectionError
        return self.tenants


class TwinServices:
    def __init__(self) -> None:
        self.identity = TwinIdentity()
        self.mailbox = TwinMailbox()
        self.conversation = TwinConversation(self.identity, self.mailbox)
        self.rights = TwinRights()
        self.nudges = TwinExperiment()
        self.tenants = TwinTenants()
        self.alive = {"scheduler"}

    def is_alive(self, process: str) -> bool:
        return process in self.alive
