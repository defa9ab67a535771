from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.nudges.history import History, sent_moment
from bot.nudges.models import DueState
from tests.unit.nudges.makers import MONDAY, a_row

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("days_ago", "room"),
    [((), True), ((0,), False), ((1,), True), ((1, 2), False), ((6, 1), False), ((7, 1), True)],
)
def test_one_nudge_a_day_and_two_in_seven_days_is_the_cap(days_ago: tuple[int, ...], room: bool) -> None:
    rows = [a_row(MONDAY - n * DAY, id=n) for n in days_ago]
    assert History(tuple(rows)).has_room(date(2026, 3, 2)) is room


def test_what_was_sent_at_the_very_moment_is_not_after_it() -> None:
    history = History((a_row(MONDAY, id=1), a_row(MONDAY + DAY, id=2)))
    assert history.days_since(MONDAY) == [date(2026, 3, 3)]


def test_the_latest_is_the_last_that_arrived_and_nothing_before_the_first() -> None:
    first, second = a_row(MONDAY, id=1), a_row(MONDAY + DAY, id=2)
    assert History().latest() is None
    assert History((first, second)).latest() == second
    assert History((first, replace(second, state=DueState.NOT_SENT))).latest() == first


def test_the_moment_of_a_nudge_is_when_it_was_handed_over_else_when_it_was_due() -> None:
    late = replace(a_row(MONDAY), sent_at=None)
    assert sent_moment(late) == MONDAY
    assert sent_moment(replace(late, sent_at=MONDAY + DAY)) == MONDAY + DAY
