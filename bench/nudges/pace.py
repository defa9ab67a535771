"""Telegram's limits over ten simulated minutes: bulk that never ends, and replies in between."""

import random
from bisect import bisect_left
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from bot.channels.lanes import SECOND, Lanes

MINUTES = 10
REPLIES_A_SECOND = 5
ALLOWED = 30
"""Messages a second for one bot."""


def simulate(seed: int = 1) -> tuple[float, int]:
    """Return messages a second, and how often a limit was broken: over all chats in any second, or of one chat."""
    lots = random.Random(seed)  # noqa: S311  # repeatable, not secret
    now = [datetime(2026, 3, 3, 10, tzinfo=UTC)]
    lanes, end = Lanes(lambda: now[0]), now[0] + timedelta(minutes=MINUTES)
    sent: list[tuple[datetime, str]] = []
    person = 0
    while now[0] < end:
        if lots.random() < REPLIES_A_SECOND / 200:
            chat = f"reply {lots.randrange(300)}"
            turn = lanes.take(chat)
        else:
            chat = f"bulk {person}"
            turn = lanes.take(chat, bulk=True)
            person += turn.taken
        if turn.taken:
            sent.append((turn.at, chat))
        now[0] += timedelta(milliseconds=5)
    return len(sent) / (MINUTES * 60), _breaches(sorted(sent))


def _breaches(sent: list[tuple[datetime, str]]) -> int:
    moments = [at for at, _ in sent]
    too_many = sum(bisect_left(moments, at + SECOND) - number > ALLOWED for number, at in enumerate(moments))
    chats: dict[str, list[datetime]] = defaultdict(list)
    for at, chat in sent:
        chats[chat].append(at)
    too_soon = sum(later - earlier < SECOND for times in chats.values() for earlier, later in pairwise(times))
    return too_many + too_soon
