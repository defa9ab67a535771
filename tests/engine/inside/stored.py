"""Runs in the engine's environment: what our tracker store does with conversations, as JSON. Argument: a SQLAlchemy address."""

import asyncio
import json
import os
import signal
import subprocess
import sys

import sqlalchemy as sa

from engine import patches

patches.apply(patches.BEFORE_IMPORT)

from rasa.core.tracker_store import SQLTrackerStore  # noqa: E402
from rasa.shared.core.domain import Domain  # noqa: E402
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, SessionStarted, SlotSet, UserUttered  # noqa: E402
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity  # noqa: E402

from engine.sealing import Sealer  # noqa: E402
from engine.tracker_store import ConversationStore  # noqa: E402

DOMAIN = Domain.from_yaml("""
version: "3.1"
intents: [hoi]
slots:
  wens: {type: text, mappings: [{type: custom}]}
  lijst: {type: any, mappings: [{type: custom}]}
""")
ADDRESS = sys.argv[1]
SECRET = "a secret for tests"
ROWS = sa.text("SELECT id, data FROM events ORDER BY id")
WRITE = sa.text("UPDATE events SET data = :data WHERE id = :id")


def store(secret: str = SECRET) -> ConversationStore:
    return ConversationStore(host=ADDRESS, domain=DOMAIN, secret=secret)


def stock() -> SQLTrackerStore:
    return SQLTrackerStore(host=ADDRESS, domain=DOMAIN)


def lay_open(connection: sa.engine.Connection) -> None:
    """Write every event in plain text, as an earlier version of ours and Rasa itself do."""
    rows = [{"id": number, "data": Sealer(SECRET).open(data)} for number, data in connection.execute(ROWS)]
    connection.execute(WRITE, rows)


def turn(tracker: DialogueStateTracker, text: str) -> None:
    heard = {"intent": {"name": "hoi", "confidence": 0.9}, "entities": [{"entity": "e", "value": text, "start": 0, "end": 1}]}
    events = [
        UserUttered(text, heard["intent"], heard["entities"], {"text": text, **heard}, input_channel="rest"),
        ActiveLoop("wish_form"),
        SlotSet("wens", text),
        SlotSet("lijst", [{"id": 1, "naam": "é"}]),
        BotUttered("dag", data={"buttons": [{"title": "a", "payload": "/hoi"}]}),
        ActionExecuted("action_listen"),
    ]
    tracker.update_with_events(events, DOMAIN)


def picture(tracker: DialogueStateTracker | None) -> object:
    return tracker and json.loads(json.dumps(tracker.current_state(EventVerbosity.ALL)))


async def begun(keeping: SQLTrackerStore, key: str, turns: int = 2) -> DialogueStateTracker:
    tracker = await keeping.get_or_create_tracker(key, append_action_listen=False)
    tracker.update_with_events([ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")], DOMAIN)
    for number in range(turns):
        turn(tracker, f"bericht {number}")
    await keeping.save(tracker)
    return tracker


async def seen() -> dict[str, object]:
    one, other = store(), store()
    await begun(one, "a", turns=1)
    tracker = await one.retrieve("a")
    turn(tracker, "bericht 1")
    await one.save(tracker)
    kept = await one.retrieve("a")
    result: dict[str, object] = {"kept": kept is tracker, "pictures": [picture(kept), picture(await other.retrieve("a"))]}
    with one.engine.begin() as connection:
        result["shown"] = [list(map(str, row)) for row in connection.execute(sa.text("SELECT * FROM events ORDER BY id"))]
        lay_open(connection)
    result["pictures"] += [picture(await store().retrieve("a")), picture(await stock().retrieve("a"))]

    turn(kept, "half")
    result["half-way"] = len((await one.retrieve("a")).events)

    again = await one.retrieve("a")
    await one.save(again)
    elsewhere = await other.retrieve("a")
    turn(elsewhere, "elders")
    await other.save(elsewhere)
    result["elsewhere"] = (await one.retrieve("a")).latest_message.text

    await begun(one, "gone")
    with one.engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM events WHERE sender_id = 'gone'"))
    result["erased"] = await one.retrieve("gone")

    new = await begun(one, "a", turns=1)
    ours = await one.retrieve("a")
    full = await one.retrieve_full_tracker("a")
    result["rows"] = [len(full.events), len(set(await one.keys()))]
    with one.engine.begin() as connection:
        lay_open(connection)
    result["second session"] = [len(new.events), len(ours.events), len((await stock().retrieve("a")).events)]
    result["full"] = [picture(full), picture(await stock().retrieve_full_tracker("a"))]

    killed = subprocess.run([sys.executable, "-W", "ignore", "-m", __spec__.name, ADDRESS, "die"], check=False)
    result["killed"] = [killed.returncode, len((await one.retrieve("dying")).events)]

    result["unreadable"] = [await unreadable("damaged", damage=True), await unreadable("other secret", damage=False)]
    with one.engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE events"))
    turn(new, "te laat")
    result["errors"] = [await verdict(one.retrieve("a")), await verdict(one.save(new))]
    return result


async def unreadable(key: str, *, damage: bool) -> list[object]:
    """Return what is found of a conversation that no longer opens, of a neighbour, and of how it goes on."""
    reader = store() if damage else store("another secret")
    await begun(store(), key)
    await begun(reader, "neighbour of " + key)
    if damage:
        with reader.engine.begin() as connection:
            number, data = connection.execute(sa.text(f"SELECT id, data FROM events WHERE sender_id = '{key}' ORDER BY id DESC")).first()  # noqa: S608
            connection.execute(WRITE, {"id": number, "data": data[:-6] + ("AAAA==" if data[-6:] != "AAAA==" else "BBBB==")})
    found = await reader.retrieve(key)
    neighbour = await reader.retrieve("neighbour of " + key)
    await begun(reader, key, turns=1)
    kept, read = await reader.retrieve(key), await store(SECRET if damage else "another secret").retrieve(key)
    return [found, len(neighbour.events), picture(kept) == picture(read), len(read.events)]


async def verdict(asked: object) -> str:
    try:
        await asked
    except Exception as error:  # noqa: BLE001  # it is the kind that counts
        return type(error).__name__
    return "nothing"


async def die() -> None:
    await begun(store(), "dying")
    os.kill(os.getpid(), signal.SIGKILL)


if "die" in sys.argv:
    asyncio.run(die())
print("\n" + json.dumps(asyncio.run(seen())))
