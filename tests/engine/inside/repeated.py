"""Runs in the engine's environment: what becomes of messages that come more than once, as JSON. Argument: a SQLAlchemy address."""

import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import timeit
from collections.abc import Awaitable, Callable

from launch import prepare
from state import installed_pipeline, read_trained

prepare(installed_pipeline())

from engine import patches  # noqa: E402

patches.apply(patches.BEFORE_IMPORT)

from rasa.core.agent import Agent  # noqa: E402
from rasa.core.channels import CollectingOutputChannel, UserMessage  # noqa: E402
from rasa.core.processor import MessageProcessor  # noqa: E402
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered  # noqa: E402
from rasa.shared.core.trackers import DialogueStateTracker  # noqa: E402
from rasa.utils.endpoints import EndpointConfig  # noqa: E402

patches.apply(patches.AFTER_IMPORT)

from engine.lock_store import ConversationLocks  # noqa: E402
from engine.patches.handled_once import said_to  # noqa: E402
from engine.tracker_store import ConversationStore  # noqa: E402

ADDRESS = sys.argv[1]
SPEAKS, FAILS, LEAVES = "/export_data", "/ask_price", "/leave_form"
"""Answered without the action server; answered by it alone, which is not there; answered with silence."""


def agent() -> Agent:
    store = ConversationStore(host=ADDRESS, secret="a secret for tests")
    return Agent.load(str(read_trained().path), tracker_store=store, lock_store=ConversationLocks(EndpointConfig(ADDRESS)))


async def say(to: Agent, key: str, name: str | None, text: str = SPEAKS) -> object:
    metadata = {} if name is None else {"message_id": name}
    return await to.handle_message(UserMessage(text, CollectingOutputChannel(), key, input_channel="rest", metadata=metadata))


async def heard(by: Agent, key: str) -> int:
    tracker = await by.tracker_store.retrieve(key)
    return sum(isinstance(event, UserUttered) for event in tracker.events) if tracker else 0


async def length(by: Agent, key: str) -> int:
    return len((await by.tracker_store.retrieve(key)).events)


async def nudged(by: Agent, key: str) -> None:
    tracker = await by.tracker_store.retrieve(key)
    tracker.update(BotUttered("een duwtje"), by.domain)
    await by.tracker_store.save(tracker)


def before_slots(wait: Callable[[], Awaitable[None]]) -> Callable[[], None]:
    """Let ``wait`` happen in the middle of every turn; returns what ends that."""
    original = MessageProcessor.run_action_extract_slots

    async def slow(self: MessageProcessor, *given: object) -> DialogueStateTracker:
        await wait()
        return await original(self, *given)

    MessageProcessor.run_action_extract_slots = slow
    return lambda: setattr(MessageProcessor, "run_action_extract_slots", original)


async def given_up(by: Agent) -> list[object]:
    """Return answer and number heard of who went away half-way and asks again while it still goes on."""
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def wait() -> None:
        begun.set()
        await go_on.wait()

    end = before_slots(wait)
    first = asyncio.create_task(say(by, "slow", "1@1"))
    await begun.wait()
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    second = asyncio.create_task(say(by, "slow", "1@1"))
    await asyncio.sleep(0)
    go_on.set()
    answer = await second
    end()
    return [len(answer), await heard(by, "slow")]


async def by_lot(by: Agent) -> list[bool]:
    """Whether nothing changes when three messages are repeated in any order, and each is answered as before."""
    first = {name: await say(by, "lot", name) for name in ("1@1", "2@2", "3@3")}
    before, lot = await length(by, "lot"), random.Random(7)  # noqa: S311
    same = [await say(by, "lot", name) == first[name] for name in lot.choices(list(first), k=30)]
    return [all(same), await length(by, "lot") == before]


async def silent(by: Agent) -> list[int]:
    """Return how often was heard: what failed and is tried again, and leaving a form before something, both repeated."""
    for _ in range(2):
        await say(by, "fails", "1@1", FAILS)
    for _ in range(2):
        await say(by, "leaves", "1@1/leave_form", LEAVES)
        await say(by, "leaves", "1@1")
    return [await heard(by, "fails"), await heard(by, "leaves")]


async def killed(by: Agent, when: str) -> list[object]:
    died = subprocess.run([sys.executable, "-W", "ignore", "-m", __spec__.name, ADDRESS, when], check=False)
    return [died.returncode, await heard(by, when), len(await say(by, when, "1@1")), await heard(by, when)]


async def die(when: str) -> None:
    async def now() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    if when == "before":
        before_slots(now)
    await say(agent(), when, "1@1")
    await now()


def cost(by: Agent) -> float:
    """Return microseconds of looking through 400 events in vain."""
    events = [UserUttered("a"), BotUttered("b"), ActionExecuted("action_listen"), ActionExecuted("action_say")] * 100
    tracker = DialogueStateTracker.from_events("long", events, by.domain.slots)
    return min(timeit.repeat(lambda: said_to("no such", tracker), number=100, repeat=5)) * 1e4


async def seen() -> dict[str, object]:
    one = agent()
    first = await say(one, "a", "1@1")
    await nudged(one, "a")
    again = await say(one, "a", "1@1")
    result: dict[str, object] = {"sequence": [bool(first), first == again, await heard(one, "a")]}
    await say(one, "a", "1@2")
    await say(one, "a", None)
    await say(one, "a", None)
    result["others"] = await heard(one, "a")
    both = await asyncio.gather(say(one, "b", "1@1"), say(one, "b", "1@1"))
    result["at once"] = [both[0] == both[1], await heard(one, "b")]
    result["elsewhere"] = [await say(agent(), "b", "1@1") == both[0], await heard(one, "b")]
    result |= {"given up": await given_up(one), "lot": await by_lot(one), "silent": await silent(one)}
    result |= {f"killed {when}": await killed(one, when) for when in ("before", "after")}
    result["microseconds"] = cost(one)
    return result


if sys.argv[2:]:
    asyncio.run(die(sys.argv[2]))
print("\n" + json.dumps(asyncio.run(seen())))
