from datetime import datetime, timedelta

import pytest
from sqlalchemy import Table, insert, select

from bot.store.database.metadata import metadata
from bot.store.database.sealing import Sealer
from bot.store.database.types import UtcDateTime
from bot.store.personal_data import REGISTRY, Keep, Periods, Personal, SqlPersonalData
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.store.sample_rows import MOMENT, fill_every_table

LEARNER = "a" * 32
KEY = "c_" + "b" * 32
SEALER = Sealer("a secret for tests")


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one row in every table, all about one learner."""
    sealed = {table: personal.sealed for table, personal in REGISTRY.items()}
    with store.work() as work:
        fill_every_table(work.connection, SEALER, sealed, {"learner_id": LEARNER, "conversation_key": KEY})
    return store


def contents(store: Store) -> dict[str, str]:
    with store.work() as work:
        return {table.name: repr(work.connection.execute(select(table)).all()) for table in metadata.sorted_tables}


def test_every_table_with_a_learner_is_registered() -> None:
    with_learner = {table for table in metadata.sorted_tables if "learner_id" in table.columns}
    assert {table.name for table in with_learner - set(REGISTRY)} == set()


@pytest.mark.parametrize("table", REGISTRY, ids=str)
def test_what_the_registry_says_of_a_table_is_true(table: Table) -> None:
    personal = REGISTRY[table]
    assert {personal.owner, *personal.sealed, *personal.internal} <= set(table.columns.keys())
    assert (personal.dated is None) == (personal.keep is Keep.WITH_LEARNER)
    assert personal.dated is None or isinstance(table.columns[personal.dated].type, UtcDateTime)


def test_after_erasing_no_table_holds_the_learner_or_the_conversation(filled: Store) -> None:
    assert any(LEARNER in rows for rows in contents(filled).values())
    with filled.work() as work:
        gone = work.personal_data.erase(LEARNER)
    after = contents(filled)
    assert {name for name, rows in after.items() if LEARNER in rows or KEY in rows} == set()
    assert gone == {table.name: 1 for table in REGISTRY}


def test_an_export_opens_every_sealed_column_of_every_table(filled: Store) -> None:
    with filled.work() as work:
        exported = work.personal_data.export(LEARNER)
    assert set(exported) == {table.name for table in REGISTRY}
    for table, personal in REGISTRY.items():
        shown = set(personal.sealed) - set(personal.internal)
        assert {exported[table.name][0][column] for column in shown} <= {"secret words"}


def test_dated_rows_go_when_their_time_is_over_and_the_learner_stays(filled: Store) -> None:
    kept = {table.name: Periods().of(personal.keep) for table, personal in REGISTRY.items() if personal.dated}
    for period in sorted(set(kept.values())):
        due = {name for name in kept if kept[name] == period}
        seen_at(filled, MOMENT + period)
        with filled.work() as work:
            assert not due & set(work.personal_data.expire(MOMENT + period))
            assert set(work.personal_data.expire(MOMENT + period + timedelta(seconds=1))) == due
    assert LEARNER in contents(filled)["learners"]


def test_a_date_in_the_registry_is_all_it_takes_to_let_rows_expire(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(REGISTRY, metadata.tables["logbook"], Personal(sealed=("text",), keep=Keep.AS_MESSAGE, dated="written_at"))
    with filled.work() as work:
        assert "logbook" not in work.personal_data.expire(MOMENT + timedelta(days=30))
        assert work.personal_data.expire(MOMENT + timedelta(days=30, seconds=1))["logbook"] == 1


def seen_at(store: Store, moment: datetime) -> None:
    with store.work() as work:
        work.connection.execute(metadata.tables["learners"].update().values(last_seen_at=moment))


def test_periods_can_be_set(store: Store, clock: StoppedClock) -> None:
    with store.work() as work:
        learners = metadata.tables["learners"]
        row = {"id": LEARNER, "conversation_key": KEY, "tenant": "demo", "created_at": clock.now, "last_seen_at": clock.now}
        row |= {"interests": [], "nudge_state": "on", "every_days": 7}
        work.connection.execute(insert(learners).values(row))
        quick = SqlPersonalData(work.connection, SEALER, periods=Periods(inactive_learner=timedelta(days=1)))
        assert quick.expire(clock.now + timedelta(days=2)) == {"learners": 1}
