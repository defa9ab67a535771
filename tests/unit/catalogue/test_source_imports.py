import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue import source_imports
from bot.catalogue.importers.fetch import Fetcher
from bot.catalogue.importers.one_at_a_time import alone
from bot.catalogue.source_imports import SourceImports
from bot.catalogue.source_register import SourceRegister
from bot.catalogue.sources import Format, Import, ImportState, Source
from bot.errors import FeedRefused, FeedUnavailable, ImportGoingOn, UnknownSource
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.catalogue.conftest import make_imports
from tests.unit.catalogue.importers.test_edudex_api import CATALOG, Offers, listed

Write = Callable[..., Path]


def course(number: int, **changes: object) -> dict[str, Any]:
    name = [{"language": "nl", "value": f"Lassen {number}"}]
    return {"courseId": f"c{number}", "name": name, "description": name, "modeOfDelivery": ["online"], **changes}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(*courses: object) -> Path:
        file = tmp_path / "feed.json"
        file.write_text(json.dumps({"items": courses}), "utf-8")
        return file

    return write


@pytest.fixture
def source(store: Store, tmp_path: Path) -> Source:
    source = Source("school", Format.OOAPI5, str(tmp_path / "feed.json"))
    with store.work() as work:
        work.sources.save(source)
    return source


def stored(store: Store) -> list[str]:
    with store.work() as work:
        return [item.source_id for item in work.items.all()]


def state(store: Store) -> Source:
    with store.work() as work:
        found = work.sources.by_name("school")
    assert found is not None
    return found


@pytest.mark.usefixtures("source")
def test_the_same_feed_twice_changes_nothing_the_second_time(imports: SourceImports, write: Write) -> None:
    write(course(1), course(2))
    first, second = imports.run("school"), imports.run("school")
    assert (first.state, first.added) == (ImportState.DONE, 2)
    assert (second.added, second.changed, second.unchanged, second.removed) == (0, 0, 2, 0)


@pytest.mark.usefixtures("source")
def test_a_bad_record_waits_in_quarantine_and_what_was_stored_of_it_stays(
    imports: SourceImports, write: Write, store: Store, clock: StoppedClock
) -> None:
    write(*map(course, range(5)))
    imports.run("school")
    write(*map(course, range(4)), course(4, name=[]))
    done = imports.run("school")
    assert (done.state, done.refused, done.missing) == (ImportState.DONE, 1, 0)
    (row,) = SourceRegister(store.work, clock).quarantine("school", 10)
    assert (row.line, row.code, row.record_id) == (5, "import_missing_title", "c4")
    assert len(stored(store)) == 5


@pytest.mark.usefixtures("source")
def test_an_item_that_is_no_longer_offered_goes(imports: SourceImports, write: Write, store: Store) -> None:
    write(*map(course, range(5)))
    imports.run("school")
    write(*map(course, range(4)), course(4, validTo="2026-01-01"))
    assert imports.run("school").removed == 1
    assert stored(store) == ["c0", "c1", "c2", "c3"]


@pytest.mark.usefixtures("source")
def test_what_is_missing_from_the_feed_goes_as_long_as_it_is_not_much(imports: SourceImports, write: Write, store: Store) -> None:
    write(*map(course, range(10)))
    imports.run("school")
    write(*map(course, range(7)))
    done = imports.run("school")
    assert (done.state, done.removed) == (ImportState.DONE, 3)
    assert len(stored(store)) == 7


@pytest.mark.parametrize("left", [6, 0])
@pytest.mark.usefixtures("source")
def test_a_feed_that_lost_much_or_all_removes_nothing_until_a_person_confirms(
    left: int, imports: SourceImports, write: Write, store: Store
) -> None:
    write(*map(course, range(10)))
    imports.run("school")
    write(*map(course, range(left)))
    waiting = imports.run("school")
    assert (waiting.state, waiting.missing, waiting.problem) == (ImportState.WAITING, 10 - left, "import_lost" if left else "import_empty")
    assert len(stored(store)) == 10
    done = imports.run("school", confirm=True)
    assert (done.state, done.removed, done.problem) == (ImportState.DONE, 10 - left, None)
    assert len(stored(store)) == left


@pytest.mark.usefixtures("source")
def test_nothing_of_a_feed_that_is_refused_is_stored_until_a_person_confirms_that_very_feed(
    imports: SourceImports, write: Write, store: Store
) -> None:
    def titles() -> set[str]:
        with store.work() as work:
            return {item.title for item in work.items.all()}

    odd = [{"language": "nl", "value": "TEST TEST"}]
    write(*map(course, range(10)))
    imports.run("school")
    before = titles()
    write(*(course(number, name=odd) for number in range(3)))
    refused = imports.run("school")
    assert (refused.state, refused.accepted, refused.problem, refused.detail) == (ImportState.WAITING, 0, "import_lost", "7/10")
    assert titles() == before
    write(*(course(number, name=odd) for number in range(2)))
    assert imports.run("school", confirm=True).detail == "8/10", "this is not what the person saw"
    assert titles() == before
    done = imports.run("school", confirm=True)
    assert (done.state, done.changed, done.removed, titles()) == (ImportState.DONE, 2, 8, {"TEST TEST"})


@pytest.mark.usefixtures("source")
def test_a_first_feed_that_is_empty_says_so(imports: SourceImports, write: Write) -> None:
    write()
    assert (imports.run("school").state, imports.run("school").problem) == (ImportState.FAILED, "import_empty")


def test_a_page_that_was_fetched_and_refused_is_not_fetched_again_to_confirm_it(
    store: Store, imports: SourceImports, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[int] = []

    def download(_: Fetcher, url: str, file: Path, headers: object) -> None:
        fetched.append(10 if not fetched else 2)
        courses = [{"@type": "Course", "courseCode": str(n), "name": "Lassen", "courseMode": "online"} for n in range(fetched[-1])]
        file.write_text(json.dumps(courses), "utf-8")

    monkeypatch.setattr(Fetcher, "download", download)
    with store.work() as work:
        work.sources.save(Source("school", Format.SCHEMAORG, "https://school.voorbeeld.nl/cursussen"))
    assert imports.run("school").added == 10
    assert imports.run("school").state is ImportState.WAITING
    done = imports.run("school", confirm=True)
    assert (done.state, done.removed, fetched) == (ImportState.DONE, 8, [10, 2])


@pytest.mark.usefixtures("source")
def test_what_a_feed_itself_says_is_gone_waits_as_well_when_it_is_much(imports: SourceImports, write: Write, store: Store) -> None:
    write(*map(course, range(10)))
    imports.run("school")
    write(*(course(number, validTo="2026-01-01") for number in range(10)))
    waiting = imports.run("school")
    assert (waiting.state, waiting.missing, waiting.removed, waiting.problem) == (ImportState.WAITING, 10, 0, "import_lost")
    assert len(stored(store)) == 10
    assert imports.run("school", confirm=True).removed == 10
    assert stored(store) == []


@pytest.mark.usefixtures("source")
def test_a_course_of_which_one_price_cannot_be_read_stays(imports: SourceImports, write: Write, store: Store) -> None:
    write(*map(course, range(10)))
    imports.run("school")
    asked = {"priceInformation": [{"costType": "total costs", "amount": "op aanvraag"}]}
    write(*map(course, range(9)), course(9, offerings=[asked]))
    done = imports.run("school")
    assert (done.state, done.refused, done.removed) == (ImportState.DONE, 1, 0)
    assert len(stored(store)) == 10


@pytest.mark.usefixtures("source")
def test_nothing_goes_while_a_record_does_not_tell_which_item_it_is(imports: SourceImports, write: Write, store: Store) -> None:
    write(*map(course, range(10)))
    imports.run("school")
    write(*map(course, range(9)), "kapot")
    waiting = imports.run("school")
    assert (waiting.state, waiting.missing, waiting.problem) == (ImportState.WAITING, 1, "import_unnamed")
    assert len(stored(store)) == 10
    write(*map(course, range(10)), "kapot")
    assert imports.run("school").state is ImportState.DONE, "as long as nothing is missing there is nothing to ask"


def test_changes_that_take_much_away_wait_and_few_do_not(store: Store, imports: SourceImports, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [listed(str(number)) for number in range(10)]
    api = Offers()
    monkeypatch.setattr(Fetcher, "json", lambda _, url, **asked: api.json(url, **asked))
    with store.work() as work:
        work.sources.save(Source("school", Format.EDUDEX, CATALOG, token="key"))
    api.rows = rows
    assert imports.run("school").added == 10
    api.rows = [listed("0", "removed"), listed("1", "inactive"), listed("2")]
    few = imports.run("school")
    assert (few.state, few.whole, few.removed, len(stored(store))) == (ImportState.DONE, False, 2, 8)
    api.rows = [listed(str(number), "removed") for number in range(2, 6)]
    before = state(store).known_until
    much = imports.run("school")
    assert (much.state, much.missing, much.problem, len(stored(store))) == (ImportState.WAITING, 4, "import_lost", 8)
    assert state(store).known_until == before, "the next import looks at these changes again"
    assert imports.run("school", confirm=True).removed == 4
    assert len(stored(store)) == 4


@pytest.mark.usefixtures("source")
def test_a_feed_that_came_back_needs_no_confirmation(imports: SourceImports, write: Write, store: Store) -> None:
    write(*map(course, range(10)))
    imports.run("school")
    write()
    imports.run("school")
    write(*map(course, range(10)))
    assert imports.run("school").state is ImportState.DONE
    assert len(stored(store)) == 10


@pytest.mark.usefixtures("source")
def test_an_import_that_was_cut_off_goes_on_where_it_was_and_counts_on(
    imports: SourceImports, write: Write, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_imports, "BATCH", 2)
    write(*map(course, range(7)), course(3))

    def power_cut(going: Import) -> None:
        if going.added == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imports.run("school", progress=power_cut)
    assert len(stored(store)) == 4
    seen: list[int] = []
    done = imports.run("school", progress=lambda going: seen.append(going.added))
    assert seen == [6, 7], "the first four are not read again"
    assert (done.state, done.added, done.refused, done.missing) == (ImportState.DONE, 7, 1, 0)


@pytest.mark.usefixtures("source")
def test_an_import_begins_anew_when_the_feed_changed_meanwhile(
    imports: SourceImports, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_imports, "BATCH", 4)
    write(*map(course, range(7)))

    def power_cut(_: Import) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imports.run("school", progress=power_cut)
    write(*map(course, range(1, 8)))
    done = imports.run("school")
    assert (done.added, done.unchanged, done.removed, done.refused) == (4, 3, 1, 0)


def test_a_source_that_fails_is_tried_again_after_ever_longer_pauses(
    imports: SourceImports, source: Source, store: Store, clock: StoppedClock
) -> None:
    with store.work() as work:
        work.sources.save(replace(source, every_hours=24, next_at=clock.now))
    pauses = []
    for failures in range(1, 9):
        (failed,) = imports.run_due()
        assert (failed.state, failed.problem) == (ImportState.FAILED, "import_no_file")
        assert state(store).failures == failures
        pauses.append(state(store).next_at - clock.now)
        clock.now = state(store).next_at
    assert all(
        minutes * 0.75 <= pause / timedelta(minutes=1) <= minutes * 1.25 for minutes, pause in zip((15, 30, 60, 120), pauses, strict=False)
    )
    assert pauses[-1] <= timedelta(hours=30)


def test_a_due_source_is_imported_once_and_comes_back_at_its_own_time(
    imports: SourceImports, source: Source, store: Store, clock: StoppedClock, write: Write
) -> None:
    write(course(1))
    with store.work() as work:
        work.sources.save(replace(source, every_hours=24, next_at=clock.now, failures=3))
    assert [done.state for done in imports.run_due()] == [ImportState.DONE]
    assert imports.run_due() == []
    assert (state(store).next_at, state(store).failures) == (clock.now + timedelta(hours=24), 0)


def test_a_source_that_is_imported_by_hand_never_comes_due(imports: SourceImports, source: Source, clock: StoppedClock) -> None:
    imports.run(source.name)
    clock.advance(days=400)
    assert imports.run_due() == []


@pytest.mark.usefixtures("source")
def test_two_processes_never_import_one_source_together(imports: SourceImports, tmp_path: Path, write: Write) -> None:
    write(course(1))
    with alone(tmp_path / "kept", "school"), pytest.raises(ImportGoingOn):
        imports.run("school")
    assert imports.run("school").added == 1


def test_an_unknown_source_is_named(imports: SourceImports) -> None:
    with pytest.raises(UnknownSource, match="nergens"):
        imports.run("nergens")


@pytest.mark.usefixtures("source")
def test_a_file_that_is_no_feed_changes_nothing(imports: SourceImports, write: Write, store: Store) -> None:
    write(course(1))
    imports.run("school")
    write().write_text("<html>", "utf-8")
    done = imports.run("school")
    assert (done.state, done.problem) == (ImportState.FAILED, "import_no_json")
    assert stored(store) == ["c1"]


def test_items_of_a_source_with_a_tenant_are_only_for_its_people(
    imports: SourceImports, source: Source, store: Store, write: Write
) -> None:
    write(course(1))
    with store.work() as work:
        work.sources.save(replace(source, tenant="werkgever", licence="CC BY"))
    imports.run("school")
    with store.work() as work:
        (item,) = work.items.all()
    assert (item.tenant, item.licence, item.is_for("ander")) == ("werkgever", "CC BY", False)


def test_when_a_server_fails_halfway_the_next_import_goes_on_after_what_is_in(
    store: Store, clock: StoppedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {1: [course(n) for n in range(3)], 2: [course(n) for n in range(3, 6)]}
    asked: list[str] = []
    down = True

    def answer(_: Fetcher, url: str, *, params: dict[str, str], **__: object) -> object:
        asked.append(url.rsplit("/", 1)[-1] + params["pageNumber"])
        number = int(params["pageNumber"])
        if url.endswith("/courses") and number == 2 and down:
            raise FeedUnavailable("import_no_answer", "school")
        if url.endswith("/courses"):
            return {"items": pages[number], "hasNextPage": number == 1}
        return {"items": []}

    monkeypatch.setattr(source_imports, "BATCH", 2)
    monkeypatch.setattr(Fetcher, "json", answer)
    with store.work() as work:
        work.sources.save(Source("school", Format.OOAPI5, "https://school.voorbeeld.nl/ooapi"))
    failed = make_imports(store, clock, tmp_path).run("school")
    assert (failed.state, failed.problem) == (ImportState.FAILED, "import_no_answer")
    asked.clear()
    down = False
    done = make_imports(store, clock, tmp_path).run("school")
    assert (done.state, done.added, len(stored(store))) == (ImportState.DONE, 6, 6)
    assert asked[:2] == ["courses1", "offerings1"], "the page it was at, and not the offerings of what is in"


def test_a_register_refuses_what_is_no_address_or_column(store: Store, clock: StoppedClock) -> None:
    register = SourceRegister(store.work, clock)
    with pytest.raises(FeedRefused):
        register.save(Source("x", Format.CSV, "ftp://voorbeeld.nl/x.csv"))
    with pytest.raises(FeedRefused):
        register.save(Source("x", Format.CSV, "x.csv", columns={"Naam": "bestaat-niet"}))
    with pytest.raises(FeedRefused, match="werkgever"):
        register.save(Source("x", Format.EDUDEX_XML, "x.xml", client="werkgever"))
    for name in ("", "a/b", "../evil", "..", "a" * 61, "demo"):
        with pytest.raises(FeedRefused):
            register.save(Source(name, Format.CSV, "x.csv"))
    assert register.all() == []


def test_what_is_for_one_client_is_never_read_for_everyone() -> None:
    alone_with_client = Source("x", Format.EDUDEX_XML, "x.xml", client="werkgever")
    assert (alone_with_client.sees_client, replace(alone_with_client, tenant="bakkerij").sees_client) == (None, "werkgever")


def test_a_source_that_is_no_longer_scheduled_never_comes_due(store: Store, clock: StoppedClock) -> None:
    register = SourceRegister(store.work, clock)
    daily = register.save(Source("x", Format.CSV, "x.csv"), every_hours=24)
    assert daily.next_at == clock.now
    assert register.save(daily, every_hours=None).next_at is None


def rows(folder: Path, *ids: int) -> Path:
    file = folder / "aanbod.csv"
    header = "id;titel;soort;waar;samenvatting;thema;eerste_stap;eerste_stap_minuten\n"
    file.write_text(header + "".join(f"{each};Lassen {each};cursus;online;Je last.;experiment;Begin.;2\n" for each in ids), "utf-8")
    return file


def test_what_is_not_in_a_spreadsheet_goes_only_when_it_is_whole_and_a_person_looked_at_much(
    imports: SourceImports, store: Store, clock: StoppedClock, tmp_path: Path
) -> None:
    register = SourceRegister(store.work, clock)
    part = register.save(Source("school", Format.CSV, str(rows(tmp_path, *range(10)))))
    imports.run("school")
    rows(tmp_path, 1)
    assert (imports.run("school").missing, len(stored(store))) == (0, 10)
    register.save(part, whole=True)
    waits = imports.run("school")
    assert (waits.state, waits.missing, len(stored(store))) == (ImportState.WAITING, 9, 10)
    done = imports.run("school", confirm=True)
    assert (done.state, done.removed, stored(store)) == (ImportState.DONE, 9, ["1"])


@pytest.mark.usefixtures("source")
def test_a_source_is_removed_with_its_items_and_what_it_refused_and_nothing_else(
    imports: SourceImports, store: Store, clock: StoppedClock, tmp_path: Path, write: Write
) -> None:
    register = SourceRegister(store.work, clock)
    register.save(Source("ander", Format.CSV, str(rows(tmp_path, 1, 2))))
    imports.run("ander")
    write(course(1), course(2, name=None))
    imports.run("school")
    assert imports.remove("school") == 1
    assert ([each.source.name for each in register.all()], stored(store)) == (["ander"], ["1", "2"])
    for asked in (lambda: register.quarantine("school", 10), lambda: imports.remove("school")):
        with pytest.raises(UnknownSource):
            asked()


@pytest.mark.usefixtures("source")
def test_a_source_that_another_machine_imports_is_left_alone(store: Store, clock: StoppedClock, tmp_path: Path, write: Write) -> None:
    class Elsewhere:
        def hold(self, key: str, *, wait: bool) -> AbstractContextManager[bool]:
            assert (key, wait) == ("import school", False)
            return nullcontext(enter_result=free)

    write(course(1))
    here = make_imports(store, clock, tmp_path, Elsewhere())
    free = False
    for asked in (here.run, here.remove):
        with pytest.raises(ImportGoingOn):
            asked("school")
    free = True
    assert here.run("school").added == 1
