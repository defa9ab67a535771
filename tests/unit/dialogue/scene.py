"""A conversation for tests: the real service and store, with Rasa, channel and nudges that can be told what to do."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.channels.memory import MemoryChannel
from bot.dialogue.assembly import Parts, make_conversation
from bot.dialogue.fake import FakeRasa
from bot.dialogue.ports import RasaReply
from bot.language.saying.texts import load_texts
from bot.learners.identity import Identity
from bot.learners.models import Learner
from bot.learners.profile import ProfileService
from bot.learners.rights import RightsService
from bot.messages import Address, Button, Incoming, Outgoing, Reply
from bot.nudges.asking.answering import NudgeAnswer
from bot.nudges.asking.looking import NextNudge, OpenNudge, Why, WhyNot
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.fakes.experiment import TwinExperiment

TEXTS = load_texts()
ME = Address("memory", "me")


@dataclass
class TwinNudges(TwinExperiment):
    """Nudges that say what a test wants."""

    now: Reply | None = None
    answers: dict[tuple[int, int], NudgeAnswer] = field(default_factory=dict)
    pressed: list[tuple[str, int, int]] = field(default_factory=list)
    following: NextNudge | None = None
    reason: Why | None = None
    reason_not: WhyNot | None = None
    open: OpenNudge | None = None

    replanned: list[str] = field(default_factory=list)

    def send_now(self, learner_id: str) -> Reply | None:
        return self.now

    def replan(self, learner_id: str) -> None:
        self.replanned.append(learner_id)

    def answer(self, learner_id: str, due_id: int, index: int) -> NudgeAnswer:
        self.pressed.append((learner_id, due_id, index))
        return self.answers.get((due_id, index), NudgeAnswer())

    def why(self, learner_id: str) -> Why | None:
        return self.reason

    def why_not(self, learner_id: str) -> WhyNot | None:
        return self.reason_not

    def next_for(self, learner_id: str) -> NextNudge | None:
        return self.following

    def open_nudge(self, learner_id: str) -> OpenNudge | None:
        return self.open


def welcome_and_echo(message: str) -> list[RasaReply]:
    if message == "/leave_form":
        return []
    if message == "/start_conversation":
        return [RasaReply("Waar heb je zin in?", (Button("Iets met hout", '/give_wish{"interest": "hout"}'),))]
    return [RasaReply(f"Je zei: {message}")]


class Scene:
    """One person who talks with the service at ``ME``; others may talk at addresses of their own."""

    def __init__(self, store: Store, clock: StoppedClock) -> None:
        self.store = store
        self.clock = clock
        self.rasa = FakeRasa(welcome_and_echo)
        self.channel = MemoryChannel()
        self.nudges = TwinNudges()
        self.identity = Identity(store.work, clock)
        self.rights = RightsService(store.work, clock)
        self.profile = ProfileService(store.work, clock)
        self.parts = Parts(
            store.work,
            clock,
            {"memory": self.channel},
            self.rasa,
            self.identity,
            self.profile,
            self.rights,
            self.nudges,
            TEXTS,
            label=lambda tag: f"werken met {tag}",
            link=lambda learner_id: f"https://voorbeeld.nl/{learner_id}",
        )
        self.service = make_conversation(self.parts)
        self._ids = itertools.count(1)

    def restart(self) -> None:
        """Go on in a new process: only the store is left."""
        self.service = make_conversation(self.parts)

    def incoming(
        self, text: str | None = None, choice: str | None = None, address: Address = ME, external_id: str | None = None
    ) -> Incoming:
        return Incoming(address, external_id or f"m{next(self._ids)}", self.clock(), text, choice)

    def accept(self, text: str, address: Address = ME) -> bool:
        return self.service.accept(self.incoming(text, address=address))

    def say(self, text: str, address: Address = ME) -> list[str]:
        """Say something and return what comes back."""
        self.accept(text, address)
        self.service.work_off(address)
        return self.heard(address)

    def press(self, title: str, address: Address = ME) -> list[str]:
        """Press the newest button with this title."""
        return self.press_id(self.choice(title, address), address)

    def press_id(self, choice_id: str, address: Address = ME) -> list[str]:
        self.service.accept(self.incoming(choice=choice_id, address=address))
        self.service.work_off(address)
        return self.heard(address)

    def choice(self, title: str, address: Address = ME) -> str:
        messages = reversed(self.service.history(self.learner(address).id))
        return next(choice.id for message in messages for choice in message.choices if choice.title == title)

    def heard(self, address: Address = ME) -> list[str]:
        return [message.text for message in self.take(address)]

    def take(self, address: Address = ME) -> list[Outgoing]:
        return self.channel.take(address)

    def learner(self, address: Address = ME) -> Learner:
        return self.identity.find(address)

    def welcome(self) -> None:
        """Get the first words out of the way."""
        self.say("hoi")
        self.rasa.heard.clear()

    def nudge(self, due_id: int = 7, titles: Sequence[str] = ("Doe ik", "Geef een voorbeeld", "Niet nu"), script_id: str = "plan") -> None:
        """Send a nudge through the outlet, as the scheduler would."""
        from bot.dialogue.assembly import make_outlet

        buttons = tuple(Button(title, f"nudge:{due_id}:{index}") for index, title in enumerate(titles))
        self.nudges.open = OpenNudge(due_id, script_id, self.clock())
        make_outlet(self.store.work, self.clock, {"memory": self.channel}, self.rights).send(
            self.learner().id, Reply("Een duwtje.", buttons)
        )
        self.channel.take(ME)

    def with_channel(self, channel: MemoryChannel) -> None:
        """Speak through another channel from now on."""
        self.channel = channel
        self.parts = replace(self.parts, channels={"memory": channel})
        self.service = make_conversation(self.parts)
