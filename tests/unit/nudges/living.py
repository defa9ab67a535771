"""One life with the product, in which a clock jumps from one thing to the next and anything may happen."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bot.clock import local_date
from bot.learners.models import EVERY_DAYS, DayPart, NudgeState, Shift
from bot.learners.profile import ProfileService
from bot.learners.rights import RightsService
from bot.learners.working import Work
from bot.messages import Address, Reply
from bot.nudges.days import is_holiday, local_time
from bot.nudges.deciding.shifts import at_work
from bot.nudges.models import Script
from bot.nudges.service import NudgeService
from bot.store.database.engine import make_engine
from bot.store.database.metadata import metadata
from bot.store.database.sealing import Sealer
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import a_learner, join, rows_of, shelve, shipped, stored

WHO = "a" * 32
ADDRESS = Address("memory", WHO)


@dataclass
class Life:
    """One person, the product, and a clock that jumps from one thing to the next."""

    store: Store
    clock: StoppedClock
    sent: list[datetime] = field(default_factory=list)
    rhythm: list[date] = field(default_factory=list)
    buttons: list[tuple[int, int]] = field(default_factory=list)
    signs: list[datetime] = field(default_factory=list)
    """When the person said or pressed something."""
    broken: list[tuple[str, datetime]] = field(default_factory=list)
    answers: Callable[["Life"], None] = lambda life: None

    def __post_init__(self) -> None:
        self.nudges = NudgeService(self.store.work, self.clock, self)
        self.rights = RightsService(self.store.work, self.clock)
        self.profile = ProfileService(self.store.work, self.clock)

    def await_turn(self, learner_id: str) -> None:
        """Nobody has to wait."""

    def send(self, learner_id: str, reply: Reply) -> None:
        """Be the outlet: look at every rule at the moment something really goes out."""
        now, learner = self.clock(), stored(self.store)
        day, due_id = local_date(now), int(reply.buttons[0].payload.split(":")[1])
        extra = next(row for row in rows_of(self.store) if row.id == due_id).occasion.is_extra
        rules = {
            "quiet hours": 8 <= local_time(now).hour < 20,
            "free days": not is_holiday(day) and (day.weekday() != 6 or learner.nudges.weekday == 6),
            "consent": learner.nudges.state is NudgeState.ON,
            "talking": now - learner.last_seen_at >= timedelta(minutes=10),
            "rhythm": extra or all(day - before >= timedelta(days=learner.nudges.every_days) for before in self.rhythm[-1:]),
            "shift": not at_work(now, learner.nudges),
            "seldom": not extra or learner.nudges.every_days <= 14,
        }
        # Noted and not raised: the product rightly survives an outlet that raises anything.
        self.broken += [(rule, now) for rule, kept in rules.items() if not kept]
        self.sent.append(now)
        self.rhythm += [] if extra else [day]
        self.buttons.append((due_id, len(reply.buttons)))

    def reads_store(self, homes: object) -> set[str]:
        return set()

    def tick(self) -> None:
        self.nudges.plan_missing()
        self.nudges.send_due()

    def live_until(self, moment: datetime) -> None:
        """Tick whenever there is something to do."""
        idle = 0
        while (wake := self.next_wake()) is not None and wake <= moment:
            idle = idle + 1 if wake <= self.clock.now else 0
            assert idle < 50, "ticks must get somewhere"
            self.clock.now = max(self.clock.now, wake)
            before = len(self.sent)
            self.tick()
            if len(self.sent) > before:
                self.answers(self)
        self.clock.now = max(self.clock.now, moment)

    def next_wake(self) -> datetime | None:
        self.nudges.plan_missing()
        with self.store.work() as work:
            due = work.connection.exec_driver_sql("SELECT min(wake_at) FROM due_nudges WHERE state = 'planned'").scalar()
            look = work.connection.exec_driver_sql("SELECT min(at) FROM nudge_looks").scalar()
        waking, looking = (datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None for text in (due, look))
        if looking and looking <= self.clock.now:
            looking = None  # of someone who stopped meanwhile
        return min((moment for moment in (waking, looking) if moment), default=None)

    def talk(self, after: timedelta = timedelta()) -> None:
        self.clock.now += after
        self.signs.append(self.clock())
        with self.store.work() as work:
            work.learners.mark_seen(WHO, ADDRESS, self.clock())

    def press(self, index: int) -> None:
        if self.buttons:
            due_id, buttons = self.buttons[-1]
            self.talk()
            self.nudges.answer(WHO, due_id, index % buttons)


@contextmanager
def a_life(start: datetime, scripts: Iterable[Script] | None = None, **wanted: object) -> Iterator[Life]:
    """Begin a life with all scripts that are shipped, or with only ``scripts`` on the shelf."""
    engine = make_engine("sqlite://")
    metadata.create_all(engine)
    store = Store(engine, Sealer("a secret for tests"))
    shelve(store, shipped() if scripts is None else scripts, start)
    join(store, a_learner(seen=start - timedelta(hours=1), interests=("hout", "koken", "telefoon"), wish="lassen", **wanted))
    yield Life(store, StoppedClock(start))
    engine.dispose()


HAPPENINGS: dict[str, Callable[[Life, int], object]] = {
    "talks": lambda life, _: life.talk(),
    "presses": lambda life, n: life.press(n),
    "stops": lambda life, _: life.rights.stop(WHO),
    "starts": lambda life, _: life.profile.choose_nudges(WHO),
    "pauses": lambda life, n: life.rights.pause(WHO, life.clock() + timedelta(days=n)),
    "resumes": lambda life, _: life.rights.resume(WHO),
    "changes rhythm": lambda life, n: life.profile.set_rhythm(WHO, every_days=EVERY_DAYS[n % len(EVERY_DAYS)], weekday=n % 7),
    "changes part": lambda life, n: life.profile.set_rhythm(WHO, part=list(DayPart)[n % 4]),
    "changes shift": lambda life, n: life.profile.told_work(WHO, Work(shift=list(Shift)[n % 4])),
    "works by day": lambda life, _: life.profile.told_work(WHO, Work(office_hours=True)),
    "any moment": lambda life, _: life.profile.any_moment(WHO),
    "asks": lambda life, _: life.nudges.send_now(WHO),
    "is down": lambda life, n: life.clock.advance(hours=n),
    "clock jumps ahead": lambda life, n: life.clock.advance(days=n % 3, hours=n),
    "clock is set back": lambda life, n: life.clock.advance(hours=-n),
}
REACTIONS: dict[str, Callable[[Life], object]] = {
    "answers": lambda life: life.press(0),
    "says something else": lambda life: life.talk(after=timedelta(minutes=20)),
    "stays silent": lambda life: None,
}
"""What somebody does when a nudge arrives."""
