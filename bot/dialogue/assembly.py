"""Puts the parts of a conversation service together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.clock import Clock
from bot.dialogue.answering import Answerer
from bot.dialogue.delay import Delay
from bot.dialogue.desk import Desk, Link
from bot.dialogue.first_aid import FirstAid
from bot.dialogue.intake import Intake
from bot.dialogue.limit import Limit
from bot.dialogue.listening import Listener
from bot.dialogue.locks import PersonalLocks
from bot.dialogue.meaning import Interpreter
from bot.dialogue.outbox import Outbox
from bot.dialogue.outlet import DialogueOutlet
from bot.dialogue.ports import Engine, Identities, Locks, Nudges, OpenDialogueWork, Profiles, Rights
from bot.dialogue.quiet import Quiet
from bot.dialogue.reading import Reader
from bot.dialogue.service import ConversationService
from bot.dialogue.wording import Label, Wording
from bot.dialogue.worker import Worker
from bot.language.lists.choosing import load_choosing
from bot.language.person.manners import load_manners
from bot.language.person.work import load_work_words
from bot.language.safety.foreign import load_foreign
from bot.language.safety.lists import load_safety
from bot.language.safety.people import load_people
from bot.language.saying.texts import Texts
from bot.language.small_talk.greeting import load_greetings
from bot.messages import Channel


@dataclass(frozen=True)
class Parts:
    """What a conversation is made from."""

    open_work: OpenDialogueWork
    clock: Clock
    channels: Mapping[str, Channel]
    engine: Engine
    identity: Identities
    profile: Profiles
    rights: Rights
    nudges: Nudges
    texts: Texts
    label: Label
    """From an interest tag to its Dutch label."""
    link: Link
    """From a learner id to an address where that person's own data are."""
    place_in: Callable[[str], str | None] = lambda _: None
    """From a sentence to the place that it names."""
    locks: Locks | None = None
    """One answer at a time for each person, across processes."""


def make_outlet(open_work: OpenDialogueWork, clock: Clock, channels: Mapping[str, Channel], rights: Rights) -> DialogueOutlet:
    """Return the way out for nudges; it needs less than a whole conversation."""
    return DialogueOutlet(open_work, clock, Outbox(open_work, clock, channels, rights))


def make_conversation(parts: Parts) -> ConversationService:
    """Return the service; reading the word lists takes about half a second."""
    outbox = Outbox(parts.open_work, parts.clock, parts.channels, parts.rights)
    intake = Intake(
        parts.open_work, parts.clock, parts.identity, Reader(load_safety()), parts.texts, Limit(parts.clock), Limit(parts.clock)
    )
    worker = Worker(
        parts.open_work,
        parts.clock,
        _answerer(parts),
        outbox,
        parts.rights,
        parts.engine,
        parts.texts,
        Delay(parts.open_work, parts.clock, parts.texts),
    )
    return ConversationService(
        parts.open_work, parts.clock, parts.identity, parts.engine, intake, worker, outbox, PersonalLocks(parts.locks)
    )


def _answerer(parts: Parts) -> Answerer:
    people = load_people()
    first_aid = FirstAid(parts.texts, people, load_foreign())
    wording = Wording(parts.texts, parts.label)
    quiet = Quiet(parts.rights, parts.nudges, parts.clock, parts.texts, wording)
    desk = Desk(parts.rights, parts.profile, parts.nudges, parts.texts, wording, people, parts.link, first_aid, quiet)
    listener = Listener(parts.profile, load_manners(), load_work_words(), parts.place_in)
    return Answerer(parts.open_work, parts.clock, desk, Interpreter(load_choosing()), load_greetings(), parts.label, listener)
