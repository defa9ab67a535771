"""Runs in the engine's environment: who gets into a conversation when, as JSON. Argument: a SQLAlchemy address."""

import asyncio
import json
import sys

import sqlalchemy as sa

from engine import patches

patches.apply(patches.BEFORE_IMPORT)

from rasa.utils.endpoints import EndpointConfig  # noqa: E402

from engine.lock_store import WAITING, ConversationLocks  # noqa: E402

ADDRESS = sys.argv[1]


def locks() -> ConversationLocks:
    return ConversationLocks(EndpointConfig(ADDRESS))


class Room:
    """Notes how many were inside at once, and in which order they came."""

    def __init__(self) -> None:
        self.inside = self.most = 0
        self.order: list[int] = []

    async def visit(self, door: ConversationLocks, key: str, number: int = 0) -> None:
        async with door.lock(key):
            self.inside += 1
            self.most = max(self.most, self.inside)
            self.order.append(number)
            await asyncio.sleep(0)  # anybody may come in here, if the lock lets them
            await asyncio.get_running_loop().run_in_executor(None, lambda: None)
            self.inside -= 1


async def seen() -> dict[str, object]:
    one, other = locks(), locks()
    queue, shared, many = Room(), Room(), Room()
    await asyncio.gather(*(queue.visit(one, "a", number) for number in range(10)))
    result: dict[str, object] = {"order": queue.order, "most": queue.most}
    if ADDRESS.startswith("postgresql"):
        await asyncio.gather(*(shared.visit(door, "a") for _ in range(10) for door in (one, other)))
        result["shared"] = [shared.most, len(shared.order)]
        # More conversations than threads, in both: nobody may wait for somebody who waits.
        await asyncio.gather(*(many.visit(door, f"k{n}") for _ in range(2) for n in range(3 * WAITING) for door in (one, other)))
        result["many"] = len(many.order)
        result["gave up"] = await gave_up(one, other)
        with sa.create_engine(ADDRESS).connect() as connection:
            result["left"] = connection.scalar(
                sa.text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 1148548980")
            )
    result["remembered"] = len(one._queues) + len(one._users)
    return result


async def gave_up(one: ConversationLocks, other: ConversationLocks) -> bool:
    """Whether a conversation is free again after somebody went away while waiting for it."""
    async with one.lock("a"):
        waiting = asyncio.create_task(Room().visit(other, "a"))
        while not other._across._waiting._work_queue.empty() or not other._across._waiting._threads:
            await asyncio.sleep(0.01)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    await asyncio.wait_for(Room().visit(one, "a"), 20)
    return True


print("\n" + json.dumps(asyncio.run(seen())))
