"""Kills schedulers at random moments while they have nudges in hand, and looks at what became of every nudge."""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, create_engine, exists, func, select

from bench.crowd import SCRIPTS, SECRET, seed_due, seed_people
from bench.kill.found import Found
from bench.kill.outcome import chats_of, judge
from bench.kill.people import People
from bench.kill.post import Post
from bench.kill.process import POSTMAN, eleven_o_clock, environment_of, start
from bench.kill.reminded import judge as judge_reminders
from bench.kill.schedulers import InHand, Schedulers
from bench.kill.telegram import BadTelegram
from bot.clock import Clock
from bot.nudges.reminder import ReminderState
from bot.nudges.writing.seeding import seed_scripts
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate
from bot.store.database.sealing import Sealer
from bot.store.nudges.due_states import IS_OPEN
from bot.store.tables.nudges import due_nudges
from bot.store.tables.reminders import reminders
from bot.store.work import Store

AT_ONCE = 20
"""Rows that a scheduler claims together: few, so that not all are claimed before most are killed."""
SPREAD = 0.8
"""Kills are spread over this share of the nudges; the rest leaves room for those that come late."""
LONGEST_WAIT = 0.4
"""Seconds between the moment that some scheduler has something in hand and the death of one, at most."""
KILLS_PER_POSTMAN = 5
"""Of schedulers, for each kill of who delivers reminders."""
PATIENCE = 900.0
"""Seconds in which something must happen."""


@dataclass(frozen=True)
class Plan:
    """One run."""

    url: str
    nudges: int
    kills: int
    """How many schedulers are to die with nudges in hand."""
    schedulers: int
    seed: int = 1
    on_the_way: float = 0.03
    """Seconds to Telegram, and back."""
    aims: bool = False
    """Kill whoever is sending, at once, instead of whoever has something in hand, at a random moment."""


def run(plan: Plan) -> Found:
    """Carry out ``plan`` on the empty database at its address."""
    engine = make_engine(plan.url)
    migrate(engine)
    due_at = eleven_o_clock()
    _seed(engine, plan.nudges, due_at)
    # Ours takes SQLite's one writer for every transaction; looking on must not wait for it, or hold it up.
    watcher = create_engine(plan.url)
    with BadTelegram(plan.seed, plan.on_the_way) as telegram, tempfile.TemporaryDirectory() as home:
        ahead = due_at - datetime.now(UTC)

        def clock() -> datetime:
            return datetime.now(UTC) + ahead

        environment = environment_of(plan.url, telegram.url, Path(home), TICK_SECONDS="0.2", NUDGES_AT_ONCE=str(AT_ONCE))
        begin = partial(start, environment, ahead.total_seconds())
        store = Store(engine, Sealer(SECRET))
        people = People(plan.nudges, store, watcher, telegram, clock, random.Random(plan.seed))  # noqa: S311  # repeatable, not secret
        with (
            Post(watcher, telegram, partial(begin, POSTMAN), chats_of(plan.nudges)) as post,
            Schedulers(watcher, begin, plan.schedulers) as schedulers,
        ):
            victims = list(_kill(plan, watcher, schedulers, due_at, partial(_meanwhile, people, post)))
            _wait_until(partial(_have_all_ended, watcher, schedulers, due_at))
            _wait_until(partial(_is_all_said, watcher, post, clock))
        nudges = judge(engine, telegram, plan.nudges, victims, due_at)
        asked = {person: any(one.person == person for one in people.silences()) for person in people.asked}
        said = judge_reminders(engine, telegram, post.doubts, asked, clock())
        found = Found(nudges, said, people.silences(), people.broken(), post.kills)
    for each in (engine, watcher):
        each.dispose()
    return found


def _seed(engine: Engine, nudges: int, due_at: datetime) -> None:
    sealer = Sealer(SECRET)
    with Store(engine, sealer).work() as work:
        seed_scripts(work, SCRIPTS, due_at)
        seed_people(work.connection, sealer, nudges, "telegram", due_at)
        seed_due(work.connection, SCRIPTS, range(nudges), due_at)


def _kill(plan: Plan, engine: Engine, schedulers: Schedulers, due_at: datetime, meanwhile: Callable[[int], None]) -> Iterator[InHand]:
    """Yield what each victim left behind, until enough of them left something or nothing is left to send; ``meanwhile`` after each."""
    lots = random.Random(plan.seed)  # noqa: S311  # repeatable, not secret
    interrupted = 0
    while interrupted < plan.kills:
        most_left = int(plan.nudges * (1 - SPREAD * interrupted / plan.kills))
        _wait_until(partial(_is_moment, plan, engine, schedulers, due_at, most_left))
        time.sleep(0 if plan.aims else lots.uniform(0, LONGEST_WAIT))
        if not _count_open(engine, due_at):
            return
        victim = schedulers.kill(lots.choice(schedulers.busy(sending=plan.aims) or range(plan.schedulers)), due_at)
        interrupted += bool(victim)
        meanwhile(interrupted)
        yield victim


def _meanwhile(people: People, post: Post, interrupted: int) -> None:
    people.act()
    if interrupted % KILLS_PER_POSTMAN == 0:
        post.kill()


def _is_moment(plan: Plan, engine: Engine, schedulers: Schedulers, due_at: datetime, most_left: int) -> bool:
    """Whether somebody has something in hand and no more than ``most_left`` are open; or none is."""
    left = _count_open(engine, due_at)
    return not left or (left <= most_left and bool(schedulers.busy(sending=plan.aims)))


def _have_all_ended(engine: Engine, schedulers: Schedulers, due_at: datetime) -> bool:
    # Again: PostgreSQL may have ended a transaction of the dead after we looked.
    schedulers.let_leases_of_the_dead_end(due_at)
    return _count_open(engine, due_at) == 0


def _is_all_said(engine: Engine, post: Post, clock: Clock) -> bool:
    with engine.connect() as connection:
        due = exists().where(reminders.c.state == ReminderState.PLANNED.value, reminders.c.wake_at <= clock())
        return not connection.scalar(select(due)) and post.is_done()


def _count_open(engine: Engine, until: datetime) -> int:
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).where(IS_OPEN, due_nudges.c.due_at <= until)) or 0


def _wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)
