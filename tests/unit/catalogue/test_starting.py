"""Today is Monday 2 March 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.models import Delivery, Item, Kind, Run, RunStatus
from bot.catalogue.starting import Start, start_of
from bot.catalogue.vocabulary import WEEKDAYS
from tests.unit.catalogue.conftest import make_item

TODAY = date(2026, 3, 2)
LATER = TODAY + timedelta(days=20)
ANY, NOBODY_TOLD = Start(any_time=True), Start()
COURSE = {"kind": Kind.CURSUS, "delivery": Delivery.ONSITE}
PLACE = {"kind": Kind.LEERPLEK, "delivery": Delivery.ONSITE}


@pytest.mark.parametrize(
    ("item", "start"),
    [
        (make_item(), ANY),
        (make_item(**PLACE), NOBODY_TOLD),
        (make_item(**COURSE), NOBODY_TOLD),
        (make_item(kind=Kind.CURSUS, delivery=Delivery.ONLINE), NOBODY_TOLD),
        (make_item(kind=Kind.CURSUS, delivery=Delivery.ONLINE, own_pace=True), ANY),
        (make_item(**COURSE, runs=(Run(LATER), Run(LATER + timedelta(days=1)))), Start(LATER)),
        (make_item(**COURSE, runs=(Run(LATER, is_final=False),)), Start(LATER, is_final=False)),
        (make_item(**COURSE, runs=(Run(TODAY, status=RunStatus.FULL), Run(LATER))), Start(LATER)),
        (make_item(**COURSE, runs=(Run(TODAY - timedelta(days=1)), Run(LATER))), Start(LATER)),
        (make_item(**COURSE, runs=(Run(), Run(LATER))), Start(LATER)),
        (make_item(**COURSE, runs=(Run(status=RunStatus.OPEN), Run(LATER))), ANY),
        (make_item(**COURSE, runs=(Run(),)), NOBODY_TOLD),
        (make_item(**PLACE, runs=(Run(LATER),)), Start(LATER)),
        (make_item(**PLACE, open_days=("maandag",)), Start(TODAY)),
        (make_item(**PLACE, open_days=("zaterdag", "woensdag")), Start(date(2026, 3, 4))),
        (make_item(**PLACE, open_days=("zondag",), runs=(Run(date(2026, 3, 3)),)), Start(date(2026, 3, 3))),
    ],
    ids=lambda each: str(each.day or each.any_time) if isinstance(each, Start) else "",
)
def test_a_start_is_the_first_that_is_left_and_is_never_guessed(item: Item, start: Start) -> None:
    assert start_of(item, TODAY) == start


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.sets(st.sampled_from(WEEKDAYS), min_size=1))
def test_a_place_opens_on_one_of_its_days_within_a_week(today: date, days: set[str]) -> None:
    day = start_of(make_item(**PLACE, open_days=tuple(days)), today).day
    assert day is not None
    assert today <= day < today + timedelta(days=7)
    assert WEEKDAYS[day.weekday()] in days


@given(st.lists(st.builds(Run, start=st.dates(TODAY - timedelta(9), LATER), status=st.sampled_from(RunStatus)), max_size=4))
def test_who_is_told_a_day_can_begin_on_it(runs: list[Run]) -> None:
    item = make_item(**COURSE, runs=tuple(runs))
    start = start_of(item, TODAY)
    assert (start.day is not None) == (bool(runs) and item.is_available(TODAY))
    assert start.day is None or any(run.start == start.day and run.can_begin(TODAY) for run in runs)
