"""From the promised moment to delivery, in real time and at an ordinary load."""

import time
from datetime import datetime, timedelta
from statistics import quantiles

from sqlalchemy import select

from bench.crowd import SCRIPTS, SECRET, seed_due, seed_people
from bench.nudges.setting import START
from bot.channels.web import WebChannel
from bot.dialogue.assembly import make_outlet
from bot.learners.rights import RightsService
from bot.nudges.models import DueState
from bot.nudges.service import NudgeService
from bot.nudges.writing.seeding import seed_scripts
from bot.settings import Settings
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate
from bot.store.database.sealing import Sealer
from bot.store.tables.nudges import due_nudges
from bot.store.work import Store

A_SECOND = 20
"""Nudges due in each second: 72,000 an hour."""
SECONDS = 30


def measure(url: str) -> tuple[float, float]:
    """Return the median and the 99th percentile of lateness in seconds, on the empty database at ``url``."""
    engine = make_engine(url)
    migrate(engine)
    store = Store(engine, Sealer(SECRET))
    with store.work() as work:
        seed_scripts(work, SCRIPTS, START - timedelta(days=1))
        seed_people(work.connection, Sealer(SECRET), A_SECOND * SECONDS, "web", START)
        for number in range(A_SECOND * SECONDS):
            seed_due(work.connection, SCRIPTS, [number], START + timedelta(seconds=number / A_SECOND))
    _tick(store)
    sent = select(due_nudges.c.sent_at, due_nudges.c.due_at).where(due_nudges.c.state == DueState.SENT.value)
    with engine.connect() as connection:
        late = [(row.sent_at - row.due_at).total_seconds() for row in connection.execute(sent)]
    engine.dispose()
    assert len(late) == A_SECOND * SECONDS
    cuts = quantiles(late, n=100)
    return cuts[49], cuts[98]


def _tick(store: Store) -> None:
    began = time.monotonic()

    def clock() -> datetime:
        return START + timedelta(seconds=time.monotonic() - began)

    outlet = make_outlet(store.work, clock, {"web": WebChannel()}, RightsService(store.work, clock))
    nudges, every = NudgeService(store.work, clock, outlet), Settings.model_fields["tick_seconds"].default
    while clock() < START + timedelta(seconds=SECONDS + 2):
        nudges.plan_missing()
        nudges.send_due()
        time.sleep(every - (time.monotonic() - began) % every)
