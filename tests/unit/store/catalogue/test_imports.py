from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.catalogue.sources import Format, ImportState, Rejected, Source
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate
from bot.store.database.sealing import Sealer
from bot.store.tables.imports import catalogue_sources
from bot.store.work import Store

NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
SOURCE = Source(
    "school", Format.OOAPI5, "https://voorbeeld.nl/api", token="geheim", tenant="werkgever", client="klant", columns={"Naam": "title"}
)


def test_a_source_comes_back_as_it_was_saved_and_its_token_is_sealed(store: Store) -> None:
    with store.work() as work:
        work.sources.save(SOURCE)
        work.sources.save(replace(SOURCE, failures=2))
        assert work.sources.by_name("school") == replace(SOURCE, failures=2)
        assert work.sources.all() == [replace(SOURCE, failures=2)]
        assert work.sources.by_name("ander") is None
        assert "geheim" not in repr(work.connection.execute(select(catalogue_sources)).all())


def test_a_source_is_due_when_its_time_has_come_and_the_longest_waiting_comes_first(store: Store) -> None:
    with store.work() as work:
        for name, hours in (("later", 1), ("now", 0), ("before", -5)):
            work.sources.save(replace(SOURCE, name=name, next_at=NOON + timedelta(hours=hours)))
        work.sources.save(replace(SOURCE, name="by hand"))
        assert [each.name for each in work.sources.claim_due(NOON)] == ["before", "now"]


@pytest.mark.postgres
def test_a_source_that_is_due_is_claimed_by_one_process_only(postgres_url: str) -> None:
    engine = make_engine(postgres_url)
    migrate(engine)
    store = Store(engine, Sealer("a secret for tests"))
    with store.work() as work:
        work.sources.save(replace(SOURCE, next_at=NOON))
    with store.work() as first, store.work() as second:
        assert [each.name for each in first.sources.claim_due(NOON)] == ["school"]
        assert second.sources.claim_due(NOON) == []


def test_the_latest_import_of_a_source_is_kept_with_its_quarantine_and_older_ones_go(store: Store) -> None:
    row = Rejected(3, "import_bad_kind", "feest", "id-3")
    with store.work() as work:
        assert work.imports.latest("school") is None
        old = work.imports.begin("school", whole=True, at=NOON)
        work.imports.refuse(old.id, [row, Rejected(1, "import_bad_price", "veel")])
        work.imports.refuse(old.id, [row, row])
        work.imports.refuse(old.id, [])
        assert work.imports.refused(old.id, 10) == [Rejected(1, "import_bad_price", "veel"), row]
        assert work.imports.refused(old.id, 10)[1].record_id == "id-3"
        assert work.imports.has_unnamed(old.id)
        new = work.imports.begin("school", whole=False, at=NOON)
        done = replace(new, state=ImportState.DONE, mark={"page": 3}, added=2, ended_at=NOON)
        work.imports.save(done)
        work.imports.refuse(new.id, [row])
        assert not work.imports.has_unnamed(new.id)
        work.imports.forget_before("school", new.id)
        assert work.imports.latest("school") == done
        assert work.imports.refused(old.id, 10) == []
