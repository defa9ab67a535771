"""Many people at once, put into the database in bulk: for measurements."""

import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import batched

from sqlalchemy import Connection, insert

from bot.catalogue.interests import load_interests
from bot.nudges.models import After, DueState, Repeat, Script, ScriptButton, Then
from bot.nudges.writing.shipped import load_shipped
from bot.store.database.sealing import Sealer
from bot.store.tables.conversation import messages
from bot.store.tables.learners import addresses, learners
from bot.store.tables.nudges import due_nudges

FIRST_CHAT = 1_000_000
SECRET = "a secret for measurements"  # noqa: S105  # guards nothing
AT_ONCE = 2_000


def _script(name: str, text: str) -> Script:
    buttons = (ScriptButton("Ja", Then("Leuk.")), ScriptButton("Stop maar", Then("Is goed.", do=After.STOP)))
    return Script(name, 1, "wens", "Something small", text, buttons, repeat=Repeat(max=12, every_days=1))


SCRIPTS = (_script("one", "Wat lukte er vandaag?"), _script("two", "Wat leerde iemand jou deze week?"))
"""Scripts for everybody, at any moment."""


def shipped_scripts() -> tuple[Script, ...]:
    """Return the scripts that come with the product."""
    return load_shipped(frozenset(load_interests().tags))


def learner_id(number: int) -> str:
    """Return the id of person ``number``; ids are spread the way real ones are."""
    return uuid.uuid5(uuid.NAMESPACE_OID, str(number)).hex


def seed_people(connection: Connection, sealer: Sealer, count: int, channel: str, now: datetime) -> None:
    """Add ``count`` people who want a nudge a week and were last seen two days before ``now``."""
    seen = now - timedelta(days=2)
    wish = sealer.seal("iets met hout")
    for numbers in batched(range(count), AT_ONCE):
        people = [_person(number, wish, seen) for number in numbers]
        connection.execute(insert(learners), people)
        connection.execute(insert(addresses), [_address(sealer, number, channel, seen) for number in numbers])


def seed_words(connection: Connection, sealer: Sealer, numbers: Sequence[int], at: datetime) -> None:
    """Let each of ``numbers`` have been told something before: a database in use is not empty, and PostgreSQL plans by what it finds."""
    said = {"direction": "out", "text": sealer.seal("Welkom!"), "at": at, "delivery": "delivered"}
    for some in batched(numbers, AT_ONCE):
        connection.execute(insert(messages), [said | {"learner_id": learner_id(number)} for number in some])


def seed_due(connection: Connection, scripts: Sequence[Script], numbers: Sequence[int], at: datetime) -> None:
    """Plan one nudge for each of ``numbers`` at ``at``."""
    for some in batched(numbers, AT_ONCE):
        connection.execute(insert(due_nudges), list(_rows(scripts, some, at)))


def _person(number: int, wish: str, seen: datetime) -> dict[str, object]:
    return {
        "id": learner_id(number),
        "conversation_key": f"c_{learner_id(number)}",
        "tenant": "demo",
        "created_at": seen - timedelta(days=30),
        "last_seen_at": seen,
        "wish": wish,
        "interests": _interests(number),
        "nudge_state": "on",
        "every_days": 7,
    }


def _interests(number: int) -> list[str]:
    """None, one or two, so that people differ."""
    tags = sorted(load_interests().tags)
    return [tags[number * place % len(tags)] for place in (1, 7)][: number % 3]


def _address(sealer: Sealer, number: int, channel: str, seen: datetime) -> dict[str, object]:
    address = f"{channel}:{FIRST_CHAT + number}"
    return {"name": sealer.name(address), "learner_id": learner_id(number), "value": sealer.seal(address), "last_used_at": seen}


def _rows(scripts: Sequence[Script], numbers: Sequence[int], at: datetime) -> Iterator[dict[str, object]]:
    for number in numbers:
        script = scripts[number % len(scripts)]
        yield {
            "learner_id": learner_id(number),
            "script_id": script.id,
            "version": script.version,
            "slot": at.date().isoformat(),
            "due_at": at,
            "wake_at": at,
            "state": DueState.PLANNED.value,
            "attempts": 0,
            "for_every_days": 7,
        }
