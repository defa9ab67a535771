from datetime import UTC, date, datetime
from decimal import Decimal
from threading import Barrier, Thread

from bot.catalogue.models import Position, Provider, Run, RunStatus, Sighting, Vat
from bot.catalogue.ports import Stored
from bot.store.work import Store
from tests.unit.catalogue.conftest import make_item


def test_an_item_comes_back_as_it_went_in(store: Store) -> None:
    item = make_item("x", price=Decimal("12.34"), interests=("hout", "tuin"), place="Zwolle", region="AM36", minutes=None)
    with store.work() as work:
        work.items.upsert([item])
    with store.work() as work:
        assert work.items.by_id("test/x") == item
        assert work.items.by_id("test/y") is None
        assert work.items.by_id("nonsense") is None


def test_the_revision_changes_with_every_change_and_only_then(store: Store) -> None:
    seen = []
    for items in ([make_item("a")], [make_item("a")], [make_item("a", title="Anders")], [make_item("b")]):
        with store.work() as work:
            work.items.upsert(items)
            seen.append(work.items.revision())
    assert seen[0] == seen[1]
    assert len(set(seen)) == 3
    with store.work() as work:
        assert work.items.remove_missing("test", {"a"}) == 1
        assert work.items.revision() not in seen
        last = work.items.revision()
        assert work.items.remove_missing("test", {"a"}) == 0
        assert work.items.revision() == last


def test_items_are_counted_per_source(store: Store) -> None:
    with store.work() as work:
        assert work.items.upsert([]) == Stored(0, 0)
        assert work.items.upsert([make_item("a"), make_item("b"), make_item("c", source="other")]) == Stored(3, 0)
        assert (work.items.count(), work.items.count("test"), work.items.count("none")) == (3, 2, 0)


def test_two_imports_at_once_store_every_item_once(store: Store) -> None:
    together = Barrier(4)
    stored: list[Stored] = []

    def bring_in() -> None:
        together.wait()
        with store.work() as work:
            stored.append(work.items.upsert([make_item(str(number)) for number in range(20)]))

    threads = [Thread(target=bring_in) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(each.added for each in stored) == [0, 0, 0, 20]
    with store.work() as work:
        assert work.items.count() == 20


FULL = make_item(
    "vol",
    price=Decimal("99.95"),
    price_complete=False,
    vat=Vat.EXEMPT,
    postcode="8011",
    position=Position(52.51, 6.09),
    runs=(
        Run(),
        Run(date(2026, 4, 1), date(2026, 5, 1), False, RunStatus.FULL, date(2026, 3, 20), "Zwolle", "8011", Decimal("12.50")),
    ),
    own_pace=True,
    open_days=("dinsdag", "zaterdag"),
    learning_path="bbl",
    part_of="geheel",
    also_in=("en",),
    skills=("http://data.europa.eu/esco/skill/1",),
    description="Meer woorden.",
    tenant="werkgever",
    expires=date(2027, 1, 1),
    source_updated=datetime(2026, 2, 1, 12, tzinfo=UTC),
)
NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)


def test_everything_an_item_may_say_comes_back(store: Store) -> None:
    with store.work() as work:
        work.items.upsert([FULL], NOON, import_id=1)
    with store.work() as work:
        found = work.items.by_id(FULL.id)
        assert found == FULL
        assert found.seen_on == NOON
        assert work.items.upsert([FULL], NOON) == Stored(0, 0)


def test_an_import_knows_what_it_saw_and_what_it_did_not(store: Store) -> None:
    with store.work() as work:
        work.items.upsert([make_item("a"), make_item("b"), make_item("c", source="other")], NOON, import_id=1)
        work.items.upsert([make_item("a"), make_item("d")], NOON, import_id=2)
        assert work.items.seen_in(2, "test", ["a", "b", "d", "e"]) == {"a", "d"}
        assert work.items.count_unseen("test", 2) == 1
        assert work.items.remove_unseen("test", 2) == 1
        assert sorted(item.id for item in work.items.all()) == ["other/c", "test/a", "test/d"]


def test_what_was_let_go_stays_until_it_is_removed_and_is_held_again_when_an_import_sees_it(store: Store) -> None:
    with store.work() as work:
        work.items.upsert([make_item("a"), make_item("b"), make_item("c"), make_item("a", source="other")], NOON)
        work.items.let_go("test", {"a", "b", "nowhere"})
        assert (work.items.count("test"), work.items.count_unseen("test", None)) == (3, 2), "what no import ever saw was not let go"
        work.items.upsert([make_item("b")], NOON, import_id=2)
        assert work.items.remove_unseen("test", None) == 1
        assert sorted(item.id for item in work.items.all()) == ["other/a", "test/b", "test/c"]


def test_a_double_is_shown_as_its_leader_until_a_person_keeps_it_apart(store: Store) -> None:
    school = Provider("Voorbeeldschool", example=True)
    mine, theirs = (make_item("a", source=source, provider=school) for source in ("first", "second"))
    with store.work() as work:
        work.items.upsert([mine], NOON)
        work.items.upsert([theirs], NOON.replace(hour=12))
        assert [each.item_id for each in work.items.match()] == [theirs.id]
        before = work.items.revision()
    with store.work() as work:
        assert [item.id for item in work.items.all()] == [mine.id]
        leader = work.items.by_id(theirs.id)
        assert leader == mine
        assert leader.also_at == (Sighting(theirs.id, NOON.replace(hour=12), "same_name"),)
        work.items.match()
        assert work.items.revision() == before, "matching again changes nothing"
        assert work.items.keep_apart(theirs.id, apart=True)
        assert work.items.match() == []
        assert len(work.items.all()) == 2
        assert work.items.keep_apart(theirs.id, apart=False)
        work.items.match()
        assert len(work.items.all()) == 1
        assert not work.items.keep_apart("first/none", apart=True)


def test_a_double_comes_back_when_its_leader_is_removed(store: Store) -> None:
    school = Provider("Voorbeeldschool", example=True)
    with store.work() as work:
        work.items.upsert([make_item("a", source="first", provider=school)], NOON)
        work.items.upsert([make_item("a", source="second", provider=school)], NOON.replace(hour=12))
        work.items.match()
        assert work.items.remove_missing("first", set()) == 1
        assert [item.id for item in work.items.all()] == ["second/a"]
