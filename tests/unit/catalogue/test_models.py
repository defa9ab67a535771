from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.models import ALWAYS, NEVER, Run, RunStatus
from tests.unit.catalogue.conftest import make_item

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
NO = [RunStatus.CLOSED, RunStatus.FULL, RunStatus.CANCELLED]


@pytest.mark.parametrize(
    ("run", "can"),
    [
        (Run(), True),
        (Run(TODAY), True),
        (Run(TODAY - DAY), False),
        (Run(TODAY + DAY, enrol_until=TODAY - DAY), False),
        (Run(TODAY + DAY, enrol_until=TODAY), True),
        (Run(end=TODAY - DAY), False),
        (Run(end=TODAY), True),
        (Run(TODAY, TODAY + DAY), True),
        (Run(TODAY - DAY, TODAY + DAY), False),
        *((Run(TODAY + DAY, status=status), False) for status in NO),
    ],
    ids=str,
)
def test_a_run_can_begin_unless_it_is_over_or_shut(run: Run, can: bool) -> None:
    assert run.can_begin(TODAY) is can


def test_an_item_of_which_every_run_is_over_is_not_available_and_one_without_runs_is() -> None:
    assert make_item().is_available(TODAY)
    assert not make_item(runs=(Run(TODAY - DAY),)).is_available(TODAY)
    assert make_item(runs=(Run(TODAY - DAY), Run(TODAY + DAY))).is_available(TODAY)


def test_an_item_is_available_up_to_the_day_it_expires() -> None:
    assert make_item(expires=TODAY).is_available(TODAY)
    assert not make_item(expires=TODAY - DAY).is_available(TODAY)


def test_the_last_day_is_that_of_the_run_that_can_begin_latest_and_never_after_it_expires() -> None:
    runs = (Run(TODAY), Run(TODAY + 3 * DAY, enrol_until=TODAY + DAY), Run(TODAY + 9 * DAY, status=RunStatus.FULL))
    assert make_item(runs=runs).last_day == TODAY + DAY
    assert make_item(runs=runs, expires=TODAY).last_day == TODAY
    assert (make_item().last_day, make_item(runs=runs[2:]).last_day) == (ALWAYS, NEVER)


def test_an_item_of_a_tenant_is_for_its_people_only() -> None:
    assert make_item().is_for(None)
    assert make_item().is_for("werkgever")
    assert not make_item(tenant="werkgever").is_for(None)
    assert not make_item(tenant="werkgever").is_for("ander")
    assert make_item(tenant="werkgever").is_for("werkgever")


@given(st.sampled_from([None, Decimal(0), Decimal(1)]), st.booleans())
def test_only_what_is_known_to_cost_nothing_more_is_free(price: Decimal | None, complete: bool) -> None:
    assert make_item(price=price, price_complete=complete).is_free is (price == 0 and complete)
