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

from engine.tracker_store import ConversationStore  # noqa: E402

DOMAIN = Domain.from_yaml("""
version: "3.1"
intents: [hoi]
slots:
  wens: {type: text, mappings: [{type: custom}]}
  lijst: {type: any, mappings: [{type: custom}]}
""")
ADDRESS = sys.argv[1]


def store(kind: type[SQLTrackerStore] = ConversationStore) -> SQLTrackerStore:
    return kind(host=ADDRESS, domain=DOMAIN)


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
    one, other, stock = store(), store(), store(SQLTrackerStore)
    await begun(one, "a", turns=1)
    tracker = await one.retrieve("a")
    turn(tracker, "bericht 1")
    await one.save(tracker)
    kept = await one.retrieve("a")
    result: dict[str, object] = {
        "kept": kept is tracker,
        "pictures": [picture(each) for each in (kept, await other.retrieve("a"), await stock.retrieve("a"))],
    }

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
    result["second session"] = [len(new.events), len((await one.retrieve("a")).events), len((await stock.retrieve("a")).events)]
    full = await one.retrieve_full_tracker("a")
    result["rows"] = [len(full.events), len(set(await one.keys()))]

    killed = subprocess.run([sys.executable, "-W", "ignore", "-m", __spec__.name, ADDRESS, "die"], check=False)
    result["killed"] = [killed.returncode, len((await one.retrieve("dying")).events)]

    with one.engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE events"))
    turn(new, "te laat")
    result["errors"] = [await verdict(one.retrieve("a")), await verdict(one.save(new))]
    return result


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
