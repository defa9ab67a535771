"""Short ways to make what nudges are about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from sqlalchemy import update

from bot.catalogue.interests import load_interests
from bot.learners.models import Learner, NudgePreferences, NudgeState
from bot.messages import Address, Reply
from bot.nudges.deciding.library import Library
from bot.nudges.deciding.policy import Current
from bot.nudges.history import History
from bot.nudges.models import After, DueNudge, DueState, Moment, Reason, Repeat, Script, ScriptButton, Then
from bot.nudges.situation import Situation
from bot.nudges.writing.shipped import load_shipped
from bot.store.tables.nudges import due_nudges
from bot.store.work import Store

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
"""10:30 in Amsterdam."""
TAGS = frozenset(load_interests().tags)


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment as the clock on the wall in Amsterdam shows it."""
    return datetime(year, month, day, hour, minute, tzinfo=AMSTERDAM).astimezone(UTC)


def a_learner(learner_id: str = "a" * 32, *, state: NudgeState = NudgeState.ON, seen: datetime | None = None, **changes: object) -> Learner:
    wanted = {key: changes.pop(key) for key in ("every_days", "part", "weekday", "paused_until", "shift") if key in changes}
    nudges = NudgePreferences(state, **wanted)
    seen = seen or datetime(2026, 3, 1, 9, tzinfo=UTC)
    return Learner(learner_id, f"c_{learner_id}", "demo", created_at=seen, last_seen_at=seen, nudges=nudges, **changes)


def a_script(script_id: str = "iets-kleins", **changes: object) -> Script:
    buttons = (
        ScriptButton("Ja", Then("Leuk.", ask="ask_suggestion", interest="hout")),
        ScriptButton("Niet nu", Then("Prima.", do=After.SNOOZE)),
        ScriptButton("Minder vaak", Then("Doe ik.", do=After.LESS_OFTEN)),
        ScriptButton("Stop maar", Then("Is goed.", do=After.STOP)),
    )
    made = Script(script_id, 1, "wens", "Iets kleins", "Wat lukte er vandaag?", buttons, repeat=Repeat(max=12, every_days=1))
    return replace(made, **changes)


def at_moment(script: Script, *days: int, part: str | None = None) -> Script:
    return replace(script, moment=Moment(frozenset(days), part))


def a_row(due_at: datetime, script_id: str = "iets-kleins", *, state: DueState = DueState.SENT, **changes: object) -> DueNudge:
    reason = changes.pop("reason", Reason.ALLOWED if state is DueState.SENT else None)
    sent_at = due_at if state in (DueState.SENT, DueState.SENDING, DueState.UNKNOWN) else None
    slot = changes.pop("slot", due_at.date().isoformat())
    return DueNudge(changes.pop("id", 0), "a" * 32, script_id, 1, slot, due_at, state, reason, sent_at=sent_at, ended_at=sent_at, **changes)


def a_situation(*rows: DueNudge, idea: str | None = None, reachable: bool = True, **changes: object) -> Situation:
    return Situation(a_learner(**changes), History(rows), idea, reachable)


def a_library(*scripts: Script) -> Library:
    return Library({script.id: Current(script) for script in scripts})


@cache
def shipped() -> tuple[Script, ...]:
    return load_shipped(TAGS)


def shelve(store: Store, scripts: Iterable[Script], at: datetime = MONDAY) -> None:
    """Put scripts in the store."""
    with store.work() as work:
        for script in scripts:
            work.scripts.publish(script, at, None)


def join(store: Store, learner: Learner, address: str = "") -> Learner:
    """Put a person in the store."""
    with store.work() as work:
        work.learners.add(learner, Address("memory", address or learner.id))
        if learner.nudges.state is NudgeState.ON:
            work.consents.give(learner.id, "nudges", "test", learner.created_at)
    return learner


@dataclass
class RecordingOutlet:
    """Keeps what is sent, or does ``instead``."""

    clock: Callable[[], datetime]
    sent: list[tuple[str, Reply, datetime]] = field(default_factory=list)
    instead: Callable[[str], None] | None = None
    meanwhile: Callable[[str], None] = lambda learner_id: None
    """What happens while somebody's message waits for its turn."""

    def await_turn(self, learner_id: str) -> None:
        self.meanwhile(learner_id)

    def send(self, learner_id: str, reply: Reply) -> None:
        if self.instead:
            self.instead(learner_id)
        self.sent.append((learner_id, reply, self.clock()))

    def reads_store(self, homes: object) -> set[str]:
        return set()

    @property
    def texts(self) -> list[str]:
        return [reply.text for _, reply, _ in self.sent]


def rows_of(store: Store, learner_id: str = "a" * 32) -> list[DueNudge]:
    with store.work() as work:
        return list(work.due_nudges.of(learner_id, datetime(2000, 1, 1, tzinfo=UTC)))


def open_row(store: Store, learner_id: str = "a" * 32) -> DueNudge:
    with store.work() as work:
        due = work.due_nudges.open_for(learner_id)
    assert due is not None
    return due


def ends_of(store: Store, learner_id: str = "a" * 32) -> list[tuple[str, str]]:
    """State and reason of everything that ended."""
    return [(row.state.value, row.reason.value if row.reason else "") for row in rows_of(store, learner_id) if row.state.is_end]


def stored(store: Store, learner_id: str = "a" * 32) -> Learner:
    with store.work() as work:
        learner = work.learners.by_id(learner_id)
    assert learner is not None
    return learner


def make_all_due(store: Store, at: datetime) -> None:
    """Let every planned row be due at the same moment."""
    with store.work() as work:
        work.connection.execute(update(due_nudges).where(due_nudges.c.state == "planned").values(due_at=at, wake_at=at))
