"""What every suggestion keeps to, whatever the catalogue and the wish."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.daring import Daring, daring_of
from bot.catalogue.fitting import Limits, Relaxed
from bot.catalogue.models import Delivery, Item, Kind, Provider, Run, RunStatus, SmallestStep
from bot.catalogue.regions import load_regions
from bot.catalogue.search import CatalogueIndex
from bot.catalogue.wanted import Wanted
from tests.unit.catalogue.conftest import make_item
from tests.unit.catalogue.test_suggestions import suggest

REGIONS = load_regions()
TODAY = date(2026, 3, 2)
FEW = 3
days = st.none() | st.integers(-20, 20).map(lambda n: TODAY + timedelta(days=n))
places = st.sampled_from([None, "Zwolle", "Kampen", "Goes", "Lelystad", "Nergenshuizen"])
postcodes = st.sampled_from([None, None, "8011", "4461"])
runs = st.lists(
    st.builds(Run, start=days, end=days, enrol_until=days, status=st.sampled_from(RunStatus), place=places, postcode=postcodes), max_size=3
).map(tuple)
items_strategy = st.lists(
    st.builds(
        lambda place, step, word, **facts: make_item(
            place=place, region=REGIONS.code_of(place), smallest_step=SmallestStep(step, "Begin."), title=f"Iets met {word}", **facts
        ),
        source_id=st.integers(0, 10_000).map(str),
        kind=st.sampled_from(Kind),
        delivery=st.sampled_from(Delivery),
        price=st.sampled_from([None, Decimal(0), Decimal(10), Decimal(100)]),
        price_complete=st.sampled_from([True, True, False]),
        minutes=st.sampled_from([None, 5, 30, 600]),
        parts_of_day=st.sampled_from([(), (), ("avond",), ("ochtend", "weekend")]),
        level=st.sampled_from(["none", "none", "nt2", "hbo"]),
        step=st.integers(1, 10),
        place=places,
        postcode=postcodes,
        interests=st.sampled_from([(), ("hout",), ("tuin", "hout")]),
        word=st.sampled_from(["planken", "rozen", "vissen"]),
        runs=runs,
        expires=days,
        tenant=st.sampled_from([None, None, "bakkerij", "haven"]),
    ),
    max_size=20,
    unique_by=lambda item: item.id,
)
wanted_strategy = st.builds(
    Wanted,
    text=st.sampled_from(["", "planken zagen", "rozen", "niks"]),
    interests=st.sampled_from([(), ("hout",), ("tuin",)]),
    place=places,
    max_price=st.sampled_from([None, None, Decimal(0), Decimal(20)]),
    max_minutes=st.sampled_from([None, None, 5, 30]),
    kinds=st.sampled_from([frozenset(), frozenset(), frozenset({Kind.CURSUS, Kind.BOEK})]),
    deliveries=st.sampled_from([frozenset(), frozenset(), frozenset({Delivery.HOME, Delivery.ONLINE})]),
    daring=st.sampled_from([None, None, *Daring]),
    parts_of_day=st.sampled_from([frozenset(), frozenset(), frozenset({"avond"})]),
    easy_dutch=st.booleans(),
    exclude=st.frozensets(st.integers(0, 100).map(lambda n: f"test/{n}"), max_size=5),
    tenant=st.sampled_from([None, "bakkerij"]),
    day=st.just(TODAY),
)


@given(items_strategy, wanted_strategy)
def test_limits_hold_unless_they_are_openly_let_go(items: list[Item], wanted: Wanted) -> None:
    chosen, limits = suggest(items, wanted), Limits(wanted, REGIONS)
    shown = [each.item for each in chosen.items]
    assert len(shown) == len({item.id for item in shown}) <= FEW
    assert not {item.id for item in shown} & wanted.exclude
    assert set(chosen.relaxed) <= set(limits.given())
    kept = {limit: limit not in chosen.relaxed for limit in Relaxed}
    for item in shown:
        assert not (wanted.kinds and kept[Relaxed.KIND]) or item.kind in wanted.kinds or (wanted.easy_dutch and item.level == "nt2")
        assert not (item.parts_of_day and kept[Relaxed.PART]) or wanted.parts_of_day <= {*item.parts_of_day}
        assert not (wanted.deliveries and kept[Relaxed.WAY]) or item.delivery in wanted.deliveries
        assert not (wanted.daring and kept[Relaxed.DARING]) or daring_of(item) is wanted.daring
        assert not (wanted.place and item.place and kept[Relaxed.PLACE]) or limits.is_near(item)
        if wanted.max_minutes is not None:
            known = item.minutes is not None and item.minutes <= wanted.max_minutes
            assert known or (not kept[Relaxed.TIME] and item.smallest_step.minutes <= wanted.max_minutes)


@given(items_strategy, wanted_strategy)
def test_what_is_known_to_cost_too_much_is_never_shown_and_an_unknown_price_is_never_free(items: list[Item], wanted: Wanted) -> None:
    chosen = suggest(items, wanted)
    said_free = [each.item for each in chosen.items if each.because.code in ("small", "free")]
    assert [item.id for item in said_free if item.price != 0 or not item.price_complete] == []
    for item in (each.item for each in chosen.items):
        if wanted.max_price is not None:
            assert item.price is None or item.price <= wanted.max_price
            assert (item.price is not None and item.price_complete) or Relaxed.PRICE in chosen.relaxed


@given(items_strategy, wanted_strategy)
def test_what_is_over_full_cancelled_or_for_others_is_never_shown(items: list[Item], wanted: Wanted) -> None:
    for item in (each.item for each in suggest(items, wanted).items):
        assert item.tenant in (None, wanted.tenant)
        assert item.expires is None or item.expires >= TODAY
        shut = [run for run in item.runs if run.status not in (RunStatus.OPEN, RunStatus.UNKNOWN)]
        late = [run for run in item.runs if any(day and day < TODAY for day in (run.start, run.end, run.enrol_until))]
        assert not item.runs or any(run not in shut and run not in late for run in item.runs)


@given(items_strategy, wanted_strategy, days)
def test_the_index_offers_only_what_somebody_may_still_begin(items: list[Item], wanted: Wanted, day: date | None) -> None:
    offered = CatalogueIndex(items).within(Limits(replace(wanted, day=day), REGIONS))
    assert [item.id for item in offered if day and not item.is_available(day)] == []


@given(items_strategy, wanted_strategy)
def test_free_comes_before_paid_and_paid_before_unknown_and_every_suggestion_has_a_true_reason(items: list[Item], wanted: Wanted) -> None:
    chosen, limits = suggest(items, wanted), Limits(wanted, REGIONS)
    costs = [0 if each.item.is_free else 1 if each.item.price is not None and each.item.price_complete else 2 for each in chosen.items]
    assert costs == sorted(costs)
    for each in chosen.items:
        true = {
            "words": each.because.word in wanted.text and each.because.word in _words_about(each.item),
            "like": False,
            "interest": each.because.word in wanted.interests and each.because.word in each.item.interests,
            "near": limits.is_near(each.item),
            "small": each.item.is_free and each.item.minutes is not None and each.item.minutes <= 30,
            "free": each.item.is_free,
            "other": not each.item.is_free,
        }
        assert true[each.because.code]


def _words_about(item: Item) -> list[str]:
    """Return the words of the wishes above that the title is about."""
    return [word for word in ("planken", "rozen", "zagen") if word in item.title]


@given(items_strategy, wanted_strategy, st.sampled_from(["Rijk BV", "Arme Stichting"]))
def test_nobody_can_pay_for_a_place_in_the_list(items: list[Item], wanted: Wanted, name: str) -> None:
    def offered_by_somebody(item: Item) -> Item:
        return replace(item, provider=Provider(name, example=True), url="https://voorbeeld.nl", licence="CC BY 4.0", description=name)

    changed = suggest([offered_by_somebody(item) for item in items], wanted)
    assert [each.item.id for each in changed.items] == [each.item.id for each in suggest(items, wanted).items]


@given(items_strategy, wanted_strategy)
def test_half_or_more_is_no_course_as_long_as_there_is_something_else(items: list[Item], wanted: Wanted) -> None:
    wanted = replace(wanted, kinds=frozenset())
    chosen = suggest(items, wanted)
    courses = sum(each.item.kind.is_course for each in chosen.items)
    if courses > FEW // 2:
        more = suggest(items, replace(wanted, exclude=wanted.exclude | {each.item.id for each in chosen.items}))
        assert chosen.matched != more.matched or chosen.relaxed != more.relaxed or all(each.item.kind.is_course for each in more.items)


@given(items_strategy, wanted_strategy)
def test_the_place_that_is_named_is_the_nearest_that_is_shown_and_not_near(items: list[Item], wanted: Wanted) -> None:
    chosen, limits = suggest(items, wanted), Limits(wanted, REGIONS)
    if chosen.nearest is None:
        return
    assert Relaxed.PLACE in chosen.relaxed
    away = {each.spot.place: limits.distance(each.item) or 0.0 for each in chosen.items if each.spot and not limits.is_reachable(each.item)}
    assert min(away, key=lambda place: away[place]) == chosen.nearest


@given(items_strategy, wanted_strategy)
def test_the_same_question_gets_the_same_answer(items: list[Item], wanted: Wanted) -> None:
    assert suggest(items, wanted) == suggest(list(reversed(items)), wanted)


@given(items_strategy, wanted_strategy)
def test_something_is_shown_whenever_something_is_allowed(items: list[Item], wanted: Wanted) -> None:
    limits = Limits(wanted, REGIONS)
    allowed = [item for item in items if limits.is_new(item) and limits.is_offered(item) and limits.allow(item)]
    assert bool(suggest(items, wanted).items) >= bool(allowed)


@given(items_strategy, wanted_strategy)
def test_the_index_offers_everything_that_fits(items: list[Item], wanted: Wanted) -> None:
    limits = Limits(wanted, REGIONS)
    fitting = {item.id for item in items if limits.is_new(item) and limits.is_offered(item) and limits.allow(item)}
    assert fitting <= {item.id for item in CatalogueIndex(items).within(limits)}
