"""How many may leave: the switch, and bounds on an hour and a day. That claims keep to it is in ``test_settling.py``."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest

from bot.nudges.sending.limits import NUDGES, Budget
from tests.unit.nudges.makers import MONDAY

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class WorkTwin:
    """A switch, and how many left within a period; stands for its own ``switches`` and ``due_nudges``."""

    def __init__(self, sent: Mapping[timedelta, int], *, on: bool = True) -> None:
        self.switches = self.due_nudges = self
        self.held: list[str] = []
        self._sent = sent
        self._on = on

    def is_on(self, name: str) -> bool:
        return self._on and name == NUDGES

    def hold(self, name: str, _: datetime) -> None:
        self.held.append(name)

    def count_sent(self, since: datetime) -> int:
        assert self.held == [NUDGES], "two that count at the same time would both find room"
        return self._sent[MONDAY - since]


@pytest.mark.parametrize(
    ("budget", "room"),
    [
        (Budget(per_hour=5), 2),
        (Budget(per_day=9), 4),
        (Budget(per_hour=5, per_day=9), 2),
        (Budget(per_hour=50, per_day=6), 1),
        (Budget(per_hour=3), 0),
        (Budget(per_hour=2), 0),
        (Budget(per_hour=0), 0),
    ],
)
def test_the_tightest_bound_counts_and_never_less_than_none_may_leave(budget: Budget, room: int) -> None:
    assert budget.room(WorkTwin({HOUR: 3, DAY: 5}), MONDAY) == room  # type: ignore[arg-type]


def test_without_bounds_nothing_is_counted_and_nobody_waits_for_anybody() -> None:
    work = WorkTwin({})
    assert Budget().room(work, MONDAY) is None  # type: ignore[arg-type]
    assert work.held == []


@pytest.mark.parametrize("budget", [Budget(), Budget(per_hour=5)])
def test_nothing_leaves_while_nudges_are_switched_off(budget: Budget) -> None:
    assert budget.room(WorkTwin({HOUR: 0}, on=False), MONDAY) == 0  # type: ignore[arg-type]
