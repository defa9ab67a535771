"""What a tick asks of the database grows with neither the people in a batch nor the people there are."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.channels.web import WebChannel
from bot.dialogue.assembly import make_outlet
from bot.learners.rights import RightsService
from bot.messages import Address
from bot.nudges.service import NudgeService
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import a_learner, a_script, local, make_all_due, shelve

FEW, MANY = 20, 100


@dataclass(frozen=True)
class Statement:
    """What the database was asked."""

    text: str
    parameters: Any


@contextmanager
def statements(store: Store) -> Iterator[list[Statement]]:
    """Collect every statement; one with many sets of parameters counts once."""
    said: list[Statement] = []

    def note(_: object, __: object, text: str, parameters: object, *___: object) -> None:
        said.append(Statement(text, parameters))

    event.listen(store.engine, "before_cursor_execute", note)
    yield said
    event.remove(store.engine, "before_cursor_execute", note)


@pytest.fixture
def nudges(store: Store, clock: StoppedClock) -> NudgeService:
    outlet = make_outlet(store.work, clock, {"web": WebChannel()}, RightsService(store.work, clock))
    shelve(store, [a_script("een"), a_script("twee"), a_script("drie")])
    return NudgeService(store.work, clock, outlet, "first")


def join_many(store: Store, numbers: Sequence[int]) -> None:
    with store.work() as work:
        for number in numbers:
            work.learners.add(a_learner(f"{number:032x}"), Address("web", str(number)))


def plan_and_send(
    store: Store, clock: StoppedClock, nudges: NudgeService, people: Sequence[int]
) -> tuple[list[Statement], list[Statement]]:
    """Bring ``people`` in, let half of their planned scripts be taken out of use, and return what planning and sending asked."""
    join_many(store, people)
    with statements(store) as planning:
        assert nudges.plan_missing() == len(people)
    clock.now = max(clock.now + timedelta(days=7), local(2026, 3, 3, 11))
    make_all_due(store, clock.now)
    with store.work() as work:
        work.scripts.archive("een", clock.now)
    with statements(store) as sending:
        report = nudges.send_due(most=len(people))
    assert sum(report.ends.values()) == len(people)
    assert set(report.ends) == {"allowed", "script_archived"}
    with store.work() as work:
        work.scripts.archive("een", None)
    return planning, sending


def test_a_batch_asks_as_much_for_many_people_as_for_few(store: Store, clock: StoppedClock, nudges: NudgeService) -> None:
    few = plan_and_send(store, clock, nudges, range(FEW))
    many = plan_and_send(store, clock, nudges, range(FEW, FEW + MANY))
    assert [len(said) for said in many] == [len(said) for said in few]


def test_a_tick_with_nothing_to_do_finds_that_in_an_index(store: Store, nudges: NudgeService) -> None:
    join_many(store, range(FEW))
    nudges.plan_missing()
    with statements(store) as said:
        nudges.plan_missing()
        nudges.send_due()
    about_rows = [one for one in said if "due_nudges" in one.text or "nudge_looks" in one.text]
    assert len(about_rows) >= 4, "lost leases, who is waiting, what is due"
    assert [one.text for one in about_rows if _reads_everything(store, one)] == []


def _reads_everything(store: Store, one: Statement) -> bool:
    with store.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {one.text}", one.parameters)
            return any(str(step.detail).startswith("SCAN") for step in steps)
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")  # so few rows are quicker read than looked up
        return any("Seq Scan" in step[0] for step in connection.exec_driver_sql(f"EXPLAIN {one.text}", one.parameters))
