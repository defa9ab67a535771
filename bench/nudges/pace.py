"""Telegram's limits over ten simulated minutes: two processes with bulk that never ends, and replies in between.

Only the clock is simulated: turns come from the database, as in the product. What counts is when a message leaves:
at its turn.
"""

import random
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from itertools import count, pairwise

from bench.crowd import FIRST_CHAT, SECRET, seed_people
from bench.nudges.setting import START
from bot.store.conversation.turns import SECOND, SharedTurns
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate
from bot.store.database.sealing import Sealer

MINUTES = 10
REPLIES_A_SECOND = 5
TALKING = 300
"""People who get replies; everybody gets bulk."""
PEOPLE = 2_000
PROCESSES = 2
ALLOWED = 30
"""Messages a second for one bot."""
Wish = tuple[datetime, int, int, bool]
"""Something that asks for its turn at a moment: in which process, for which person, and whether it may wait."""


def simulate(url: str, seed: int = 1) -> tuple[float, int]:
    """Return messages a second, on the empty database at ``url``, and how often a limit was broken: of a chat, or over all in a second."""
    lots = random.Random(seed)  # noqa: S311  # repeatable, not secret
    now = [START]
    engines = [make_engine(url) for _ in range(PROCESSES)]
    migrate(engines[0])
    with engines[0].begin() as connection:
        seed_people(connection, Sealer(SECRET), PEOPLE, "telegram", START)
    processes = [SharedTurns(engine, Sealer(SECRET), lambda: now[0], "telegram") for engine in engines]
    sent = list(_sent(processes, now, lots))
    for engine in engines:
        engine.dispose()
    return len(sent) / (MINUTES * 60), _breaches(sorted(sent))


def _sent(processes: list[SharedTurns], now: list[datetime], lots: random.Random) -> Iterator[tuple[datetime, int]]:
    """Yield when a message left and to whom. Each process sends one bulk message after the other; a reply asks by itself."""
    end, people = START + timedelta(minutes=MINUTES), count()
    wishes: list[Wish] = [*_replies(lots), *((START, process, next(people), True) for process in range(PROCESSES))]
    heapify(wishes)
    while wishes[0][0] < end:
        now[0], process, person, bulk = heappop(wishes)
        turn = processes[process].take(str(FIRST_CHAT + person), bulk=bulk)
        if turn.taken:
            yield turn.at, person
            if bulk:
                heappush(wishes, (turn.at, process, next(people) % PEOPLE, True))
        else:
            heappush(wishes, (turn.at, process, person, bulk))


def _replies(lots: random.Random) -> Iterator[Wish]:
    for _ in range(MINUTES * 60 * REPLIES_A_SECOND):
        yield START + timedelta(minutes=MINUTES * lots.random()), lots.randrange(PROCESSES), lots.randrange(TALKING), False


def _breaches(sent: list[tuple[datetime, int]]) -> int:
    moments = [at for at, _ in sent]
    too_many = sum(bisect_left(moments, at + SECOND) - number > ALLOWED for number, at in enumerate(moments))
    chats: dict[int, list[datetime]] = defaultdict(list)
    for at, chat in sent:
        chats[chat].append(at)
    too_soon = sum(later - earlier < SECOND for times in chats.values() for earlier, later in pairwise(times))
    return too_many + too_soon
