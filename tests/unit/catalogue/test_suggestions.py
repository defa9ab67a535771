from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.catalogue.daring import Daring
from bot.catalogue.distances import kilometres
from bot.catalogue.fitting import Limits, Relaxed
from bot.catalogue.interests import load_interests
from bot.catalogue.models import Delivery, Item, Kind, Run, RunStatus, Spot
from bot.catalogue.ranking import Suggestions, choose
from bot.catalogue.regions import load_regions
from bot.catalogue.search import CatalogueIndex
from bot.catalogue.shipping import DemoCatalogue
from bot.catalogue.suggestions import SuggestionService
from bot.catalogue.wanted import Because, Wanted
from bot.errors import UnknownItem
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.catalogue.conftest import demo_items, make_item

REGIONS = load_regions()
PAID, UNKNOWN = Decimal(40), None
TODAY, TOMORROW = date(2026, 3, 2), date(2026, 3, 3)


def suggest(items: list[Item], wanted: Wanted) -> Suggestions:
    index, limits = CatalogueIndex(items), Limits(wanted, REGIONS)
    return choose(index.find(wanted.text, wanted.interests, limits), lambda: index.within(limits), wanted, limits)


def ids(suggestions: Suggestions) -> list[str]:
    return [each.item.source_id for each in suggestions.items]


def reasons(suggestions: Suggestions) -> set[Because]:
    return {each.because for each in suggestions.items}


WOOD = {"interests": ("hout",), "title": "Zaag een plank"}


def test_own_words_and_interests_weigh_more_than_free_small_and_near() -> None:
    paid_course = make_item("fits", **WOOD, kind=Kind.CURSUS, price=PAID, minutes=600)
    easy = [make_item(str(n), place="Zwolle", region="AM36", delivery=Delivery.ONSITE) for n in range(5)]
    assert ids(suggest([*easy, paid_course], Wanted("zagen", ("hout",)))) == ["fits"]


def test_among_equals_free_small_and_informal_come_first() -> None:
    items = [
        make_item("course", **WOOD, kind=Kind.CURSUS),
        make_item("long", **WOOD, kind=Kind.BOEK, minutes=500),
        make_item("paid", **WOOD, kind=Kind.LEERPLEK, price=PAID),
        make_item("best", **WOOD, kind=Kind.VRAAG),
    ]
    assert ids(suggest(items, Wanted("zagen", ("hout",))))[0] == "best"
    assert ids(suggest([*items[2:], make_item("small", **WOOD, kind=Kind.KLUS)], Wanted("zagen", ("hout",))))[-1] == "paid"


def test_kinds_are_varied() -> None:
    same = [make_item(f"same{n}", **WOOD) for n in range(3)]
    other = [make_item("film", **WOOD, kind=Kind.FILMPJE), make_item("book", **WOOD, kind=Kind.BOEK)]
    chosen = suggest([*same, *other], Wanted("zagen", ("hout",)))
    assert len({each.item.kind for each in chosen.items}) == 3


def test_each_thing_that_a_wish_names_has_a_turn() -> None:
    wood = [make_item(f"wood {n}", interests=("hout",), title="Zaag een plank", keywords=("hout",)) for n in range(5)]
    dogs = [make_item("dogs", interests=("dieren",), title="Een wandeling", kind=Kind.CURSUS, minutes=300)]
    text, tags = "iets met hout of met honden", ("hout", "dieren")
    one_by_one = Wanted(text=text, interests=tags, subjects=load_interests().subjects_in(text))
    assert "dogs" in ids(suggest(wood + dogs, one_by_one))
    assert "dogs" not in ids(suggest(wood + dogs, replace(one_by_one, subjects=())))


def test_the_reason_is_the_persons_own_word_or_else_the_topic() -> None:
    items = [make_item("a", **WOOD), make_item("b", title="Snij een lepel", interests=("hout",))]
    chosen = {each.item.source_id: each.because for each in suggest(items, Wanted("ik wil Zagen!", ("hout",))).items}
    assert chosen == {"a": Because("words", "Zagen"), "b": Because("interest", "hout")}


def test_when_nothing_matches_something_small_or_near_is_offered_openly() -> None:
    items = [make_item("far", place="Goes", region="AM24", delivery=Delivery.ONSITE), make_item("home")]
    assert reasons(suggest(items, Wanted("ruimtevaart"))) == {Because("small")}
    near = suggest([*items, make_item("near", place="Kampen", region="AM36", delivery=Delivery.ONSITE)], Wanted("", place="Zwolle"))
    assert {each.item.source_id: each.because for each in near.items} == {"near": Because("near", "Zwolle"), "home": Because("small")}


def test_a_place_takes_the_same_place_the_same_region_or_anywhere() -> None:
    items = [
        make_item("zwolle", **WOOD, place="Zwolle", region="AM36"),
        make_item("region", **WOOD, place="Kampen", region="AM36"),
        make_item("goes", **WOOD, place="Goes", region="AM24"),
        make_item("online", **WOOD, delivery=Delivery.ONLINE),
    ]
    chosen = suggest(items, Wanted("zagen", ("hout",), place="zwolle"))
    assert (set(ids(chosen)), chosen.relaxed) == ({"zwolle", "region", "online"}, ())


def test_an_unknown_place_matches_by_its_name() -> None:
    items = [make_item("here", **WOOD, place="Schubbekutterveen"), make_item("there", **WOOD, place="Goes", region="AM24")]
    assert ids(suggest(items, Wanted("zagen", ("hout",), place="schubbekutterveen"))) == ["here"]


@pytest.mark.parametrize(
    ("item", "wanted", "relaxed"),
    [
        (make_item("x", **WOOD, minutes=90), {"max_minutes": 5}, Relaxed.TIME),
        (make_item("x", **WOOD, minutes=None), {"max_minutes": 5}, Relaxed.TIME),
        (make_item("x", **WOOD, place="Goes", region="AM24"), {"place": "Zwolle"}, Relaxed.PLACE),
        (make_item("x", **WOOD, parts_of_day=("ochtend",)), {"parts_of_day": frozenset({"avond"})}, Relaxed.PART),
        (make_item("x", **WOOD, kind=Kind.UITLEGGEN), {"daring": Daring.SAFE}, Relaxed.DARING),
        (make_item("x", **WOOD), {"deliveries": frozenset({Delivery.ONSITE})}, Relaxed.WAY),
        (make_item("x", **WOOD, price=Decimal(0), price_complete=False), {"max_price": Decimal(0)}, Relaxed.PRICE),
        (make_item("x", **WOOD, kind=Kind.FILMPJE), {"kinds": frozenset({Kind.CURSUS})}, Relaxed.KIND),
        (make_item("x", **WOOD, price=UNKNOWN), {"max_price": Decimal(0)}, Relaxed.PRICE),
    ],
)
def test_one_limit_is_let_go_openly_when_nothing_good_fits_within_it(item: Item, wanted: dict[str, object], relaxed: Relaxed) -> None:
    chosen = suggest([item, make_item("other")], Wanted("zagen", ("hout",), **wanted))  # type: ignore[arg-type]
    assert (ids(chosen), chosen.relaxed) == (["x"], (relaxed,))


def test_several_limits_are_let_go_one_more_at_a_time_in_a_fixed_order() -> None:
    far_and_long = make_item("x", **WOOD, minutes=90, place="Goes", region="AM24")
    chosen = suggest([far_and_long, make_item("other")], Wanted("zagen", ("hout",), place="Zwolle", max_minutes=5))
    assert (ids(chosen), chosen.relaxed, chosen.nearest) == (["x"], (Relaxed.TIME, Relaxed.PLACE), "Goes")


def test_the_nearest_place_with_an_answer_is_named_and_comes_along() -> None:
    items = [
        make_item("groningen", **WOOD, place="Groningen", region="AM01"),
        make_item("lelystad", **WOOD, place="Lelystad", region="AM11", kind=Kind.CURSUS, price=PAID),
        make_item("maastricht", **WOOD, place="Maastricht", region="AM30"),
    ]
    chosen = suggest(items, Wanted("zagen", ("hout",), place="Almere"))
    assert (ids(chosen), chosen.relaxed, chosen.nearest) == (["lelystad"], (Relaxed.PLACE,), "Lelystad")


def test_how_far_the_nearest_is_goes_along() -> None:
    away = make_item("goes", **WOOD, place="Goes", delivery=Delivery.ONSITE)
    chosen = suggest([away], Wanted("zagen", ("hout",), place="Zwolle"))
    assert chosen.nearest == "Goes"
    assert chosen.kilometres in range(150, 220)


def test_what_is_only_in_a_refused_place_is_never_shown() -> None:
    items = [make_item(name, **WOOD, place=name.title(), delivery=Delivery.ONSITE) for name in ("goes", "zwolle")]
    assert ids(suggest(items, Wanted("zagen", ("hout",), place_refused="Goes"))) == ["zwolle"]


def test_who_finds_it_too_far_gets_what_is_at_home_or_near_and_nothing_else() -> None:
    away = make_item("away", **WOOD, place="Goes", delivery=Delivery.ONSITE)
    near = make_item("near", **WOOD, place="Zwolle", delivery=Delivery.ONSITE)
    other = make_item("other", title="Zing een lied", interests=("muziek",))
    too_far = Wanted("zagen", ("hout",), place="Zwolle", deliveries=frozenset({Delivery.HOME}), stays_near=True)
    assert ids(suggest([away, near, other], too_far)) == ["near"]
    nothing = suggest([away, other], too_far)
    assert (ids(nothing), nothing.matched) == (["other"], False)


def test_among_equals_the_nearest_comes_first() -> None:
    places = ("Kampen", "Zwolle", "Hattem", "Dalfsen")
    items = [make_item(place, **WOOD, place=place, region=REGIONS.code_of(place), delivery=Delivery.ONSITE) for place in places]
    assert ids(suggest(items, Wanted("zagen", ("hout",), place="Zwolle"))) == ["Zwolle", "Hattem", "Dalfsen"]


def test_a_postcode_places_what_has_a_name_that_no_map_knows() -> None:
    hall = make_item("hall", **WOOD, place="Jaarbeurs", postcode="3521")
    chosen = suggest([hall], Wanted("zagen", ("hout",), place="Utrecht"))
    assert (ids(chosen), chosen.relaxed) == (["hall"], ())


def test_a_postcode_tells_which_of_two_places_of_one_name_is_meant() -> None:
    north, south = (Spot("Bergen", postcode) for postcode in ("1861", "5854"))
    apart = kilometres(*(REGIONS.locate(spot) for spot in (north, south)))  # type: ignore[arg-type]
    assert apart > 100
    assert REGIONS.region_of(north) != REGIONS.region_of(south)


def test_an_item_is_where_its_open_runs_are_and_the_nearest_of_them_is_told() -> None:
    runs = (Run(TOMORROW, place="Maastricht"), Run(TOMORROW, place="Zwolle"), Run(TOMORROW, place="Utrecht", status=RunStatus.CANCELLED))
    course = make_item("course", **WOOD, place="Maastricht", delivery=Delivery.ONSITE, runs=runs)
    near = suggest([course], Wanted("zagen", ("hout",), place="Kampen", day=TODAY))
    assert (near.relaxed, [each.spot for each in near.items]) == ((), [Spot("Zwolle")])
    far = suggest([course], Wanted("zagen", ("hout",), place="Utrecht", day=TODAY))
    assert (far.relaxed, far.nearest) == ((Relaxed.PLACE,), "Zwolle")


def test_half_or_more_is_no_course_unless_somebody_asks_for_one() -> None:
    courses = [make_item(f"course{n}", **WOOD, kind=Kind.CURSUS) for n in range(3)]
    others = [make_item("help", **WOOD, kind=Kind.VRIJWILLIGERSWERK), make_item("explain", **WOOD, kind=Kind.UITLEGGEN)]
    assert sum(each.startswith("course") for each in ids(suggest([*courses, *others], Wanted("plank", ("hout",))))) == 1
    assert len(ids(suggest(courses, Wanted("plank", ("hout",))))) == 3
    named = suggest([*courses, *others[:1]], Wanted("cursus plank", ("hout",), kinds=frozenset({Kind.CURSUS})))
    assert set(ids(named)) == {"course0", "course1", "course2"}


def test_two_people_with_the_same_work_and_other_interests_see_other_things() -> None:
    items = [make_item(f"{tag}{n}", title=f"Leer iets {n}", interests=(tag,)) for tag in ("hout", "tuin") for n in range(5)]
    carpenter, gardener = (suggest(items, Wanted("ik ben lasser", (tag,))) for tag in ("hout", "tuin"))
    assert not set(ids(carpenter)) & set(ids(gardener))


def test_the_end_or_the_begin_of_a_word_is_no_word_that_somebody_said() -> None:
    talk = make_item("talk", title="Oefen in het taalcafé", keywords=("taalcafé",))
    repair = make_item("repair", title="Maak je broodrooster", keywords=("repair café",))
    book = make_item("book", title="Lees over taal")
    chosen = {each.item.source_id: each.because for each in suggest([talk, repair, book], Wanted("taalcafé")).items}
    assert chosen["talk"] == Because("words", "taalcafé")
    assert chosen.get("repair", Because("like", "taalcafé")) == Because("like", "taalcafé")
    without = {each.item.source_id: each.because for each in suggest([repair, book], Wanted("taalcafé")).items}
    assert without == {"repair": Because("like", "taalcafé"), "book": Because("like", "taalcafé")}


def test_who_finds_dutch_hard_is_offered_lessons_in_dutch_and_what_asks_little_of_it() -> None:
    items = [
        make_item("lesson", **WOOD, kind=Kind.CURSUS, level="nt2"),
        make_item("course", **WOOD, kind=Kind.CURSUS),
        make_item("place", **WOOD, kind=Kind.LEERPLEK),
        make_item("hard", **WOOD, kind=Kind.LEERPLEK, level="hbo"),
    ]
    kinds = frozenset({Kind.LEERPLEK, Kind.KLUS})
    chosen = suggest(items, Wanted("zagen", ("hout",), kinds=kinds, easy_dutch=True))
    assert set(ids(chosen)) == {"lesson", "place", "hard"}
    easy, hard = make_item("z-easy", **WOOD), [make_item(f"a-hard{n}", **WOOD, level="hbo") for n in range(3)]
    assert "z-easy" in ids(suggest([easy, *hard], Wanted("zagen", ("hout",), easy_dutch=True)))


def test_what_is_given_in_dutch_too_is_as_good_as_what_is_given_in_dutch() -> None:
    shown = [
        set(
            ids(
                suggest(
                    [make_item(f"both{n}", **WOOD, language="en", also_in=("nl",)), *(make_item(f"{n}{m}", **WOOD) for m in range(3))],
                    Wanted("", ("hout",)),
                )
            )
        )
        for n in range(6)
    ]
    assert any(f"both{n}" in each for n, each in enumerate(shown))


def test_a_limit_is_kept_when_something_good_fits_within_it() -> None:
    items = [make_item("cheap", **WOOD), make_item("unknown", **WOOD, price=UNKNOWN)]
    chosen = suggest(items, Wanted("zagen", ("hout",), max_price=Decimal(0)))
    assert (ids(chosen), chosen.relaxed) == (["cheap"], ())


def test_what_costs_too_much_is_not_shown_even_when_nothing_else_matches() -> None:
    chosen = suggest([make_item("dear", **WOOD, price=PAID), make_item("other")], Wanted("zagen", ("hout",), max_price=Decimal(39)))
    assert (ids(chosen), reasons(chosen), chosen.relaxed) == (["other"], {Because("small")}, ())


def test_a_kind_that_was_asked_for_is_the_only_kind_shown() -> None:
    items = [make_item("film", **WOOD, kind=Kind.FILMPJE), make_item("book", **WOOD, kind=Kind.BOEK)]
    assert ids(suggest(items, Wanted("zagen", ("hout",), kinds=frozenset({Kind.BOEK})))) == ["book"]


def test_what_was_asked_for_elsewhere_comes_before_another_kind_nearby() -> None:
    items = [make_item("film", **WOOD, kind=Kind.FILMPJE), make_item("course", **WOOD, kind=Kind.CURSUS, place="Goes", region="AM24")]
    chosen = suggest(items, Wanted("zagen", ("hout",), place="Zwolle", kinds=frozenset({Kind.CURSUS})))
    assert (ids(chosen), chosen.relaxed) == (["course"], (Relaxed.PLACE,))


def test_an_item_in_another_language_is_for_who_named_it() -> None:
    items = [
        make_item("pl", interests=("hout",), title="Zagen", keywords=("pools",), language="pl"),
        *(make_item(str(n), **WOOD) for n in range(3)),
    ]
    assert "pl" not in ids(suggest(items, Wanted("", ("hout",))))
    assert "pl" in ids(suggest(items, Wanted("pools", ("hout",))))


@pytest.fixture
def service(store: Store) -> SuggestionService:
    return SuggestionService(store.work, load_interests(), REGIONS)


def test_the_service_suggests_from_the_stored_catalogue_and_hears_topics_itself(service: SuggestionService, demo: DemoCatalogue) -> None:
    assert service.suggest(Wanted("iets met hout")).items == ()
    demo.load()
    assert all("hout" in each.item.interests for each in service.suggest(Wanted("timmeren")).items)


def test_a_changed_catalogue_is_noticed(service: SuggestionService, store: Store) -> None:
    with store.work() as work:
        work.items.upsert([make_item("a", **WOOD)])
    assert service.by_id("test/a").title == "Zaag een plank"
    with store.work() as work:
        work.items.upsert([make_item("a", **{**WOOD, "title": "Zaag 2 planken"})])
    assert service.by_id("test/a").title == "Zaag 2 planken"


def test_an_unknown_item_is_an_error(service: SuggestionService) -> None:
    with pytest.raises(UnknownItem):
        service.by_id("test/nothing")


def test_of_a_list_what_still_exists_is_given_in_its_order(service: SuggestionService, store: Store) -> None:
    with store.work() as work:
        work.items.upsert([make_item("a"), make_item("b")])
    assert [item.id for item in service.those(["test/b", "test/nothing", "test/a"])] == ["test/b", "test/a"]
    assert service.those([]) == []


def test_showing_more_never_repeats_what_was_shown(service: SuggestionService, demo: DemoCatalogue) -> None:
    demo.load()
    seen: frozenset[str] = frozenset()
    for _ in range(5):
        new = {each.item.id for each in service.suggest(Wanted("muziek", exclude=seen)).items}
        assert new
        assert not new & seen
        seen |= new


def test_a_free_sentence_is_searched_with_its_place_and_budget(service: SuggestionService, demo: DemoCatalogue) -> None:
    demo.load()
    chosen = service.search("moestuin in goes, gratis")
    assert any(each.item.place == "Goes" for each in chosen.items)
    assert all(each.item.is_free and each.item.region in {None, "AM24"} for each in chosen.items)


SHOWN = {item.source_id: item for item in demo_items()}
THREE = [SHOWN["smeermesje-uit-een-tak"], SHOWN["drum-op-een-emmer"], SHOWN["proefavond-lassen"]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("de eerste", 0),
        ("2", 1),
        ("de twede maar", 1),
        ("doe de laatste", 2),
        ("nummer 3", 2),
        ("die met hout", 0),
        ("met dat smeermesje", 0),
        ("drummen", 1),
        ("het filmpje", 1),
        ("die cursus", 2),
        ("lasse", 2),
        ("de kortste", 1),
        ("weet niet", None),
        ("iets heel anders", None),
        ("de vijfde", None),
    ],
)
def test_people_can_say_which_one_they_mean(text: str, place: int | None, sqlite_store: Store) -> None:
    service = SuggestionService(sqlite_store.work, load_interests(), REGIONS)
    assert service.find(THREE, text) == (None if place is None else THREE[place])


@pytest.mark.parametrize(
    ("text", "prices", "place"),
    [
        ("die gratis is", (0, 5, None), 0),
        ("de goedkoopste", (9, 5, None), 1),
        ("de goedkoopste", (5, 5, None), None),
        ("gratis", (0, 0, 5), None),
    ],
)
def test_people_can_choose_by_price(text: str, prices: tuple[int | None, ...], place: int | None, sqlite_store: Store) -> None:
    shown = [make_item(str(n), price=None if price is None else Decimal(price)) for n, price in enumerate(prices)]
    find: Callable[[list[Item], str], Item | None] = SuggestionService(sqlite_store.work, load_interests(), REGIONS).find
    assert find(shown, text) == (None if place is None else shown[place])


def test_what_is_for_one_tenant_is_shown_to_its_people_only() -> None:
    items = [make_item("ours", **WOOD, tenant="bakkerij"), make_item("theirs", **WOOD, tenant="haven"), make_item("anyone", **WOOD)]
    asked = Wanted("plank zagen")
    assert ids(suggest(items, asked)) == ["anyone"]
    assert set(ids(suggest(items, replace(asked, tenant="bakkerij")))) == {"ours", "anyone"}
    assert set(ids(suggest(items, Wanted("iets heel anders", tenant="haven")))) == {"theirs", "anyone"}


def test_what_is_over_expired_or_cancelled_is_not_shown() -> None:
    today = date(2026, 3, 2)
    items = [
        make_item("over", **WOOD, runs=(Run(start=date(2026, 2, 1)),)),
        make_item("cancelled", **WOOD, runs=(Run(start=date(2026, 5, 1), status=RunStatus.CANCELLED),)),
        make_item("expired", **WOOD, expires=date(2026, 3, 1)),
        make_item("coming", **WOOD, runs=(Run(start=date(2026, 5, 1)),)),
    ]
    assert ids(suggest(items, Wanted("plank zagen", day=today))) == ["coming"]
    assert ids(suggest(items, Wanted("iets heel anders", day=today))) == ["coming"]


def test_the_service_knows_what_day_it_is(store: Store, clock: StoppedClock) -> None:
    with store.work() as work:
        work.items.upsert([make_item("a", **WOOD, expires=clock.now.date())])
    service = SuggestionService(store.work, load_interests(), REGIONS, clock=clock)
    assert ids(service.suggest(Wanted("plank zagen"))) == ["a"]
    clock.advance(days=1)
    assert service.suggest(Wanted("plank zagen")).items == ()
