"""When somebody can begin with an item, as far as its source tells."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.catalogue.models import Delivery, Item, Run, RunStatus
from bot.catalogue.vocabulary import WEEKDAYS


@dataclass(frozen=True)
class Start:
    """When somebody can begin: on ``day``, at any time, or (neither) nobody told."""

    day: date | None = None
    is_final: bool = True
    """False: the day may still move."""
    any_time: bool = False


def start_of(item: Item, today: date) -> Start:
    """Return the first moment from ``today`` on at which somebody can begin with ``item``."""
    runs = [run for run in item.runs if run.can_begin(today)]
    if item.own_pace or any(_is_always_open(run, item) for run in runs) or (not item.runs and _is_up_to_oneself(item)):
        return Start(any_time=True)
    days = [*((run.start, run.is_final) for run in runs if run.start), *((day, True) for day in _open_days(item, today))]
    return Start(*min(days, key=lambda each: each[0])) if days else Start()


def _is_always_open(run: Run, item: Item) -> bool:
    """Whether a run without a date says so, instead of leaving its date out."""
    return run.start is None and (run.status is RunStatus.OPEN or _is_up_to_oneself(item))


def _is_up_to_oneself(item: Item) -> bool:
    return item.delivery is not Delivery.ONSITE and not item.kind.is_course and not item.open_days


def _open_days(item: Item, today: date) -> Iterator[date]:
    for name in item.open_days:
        yield today + timedelta(days=(WEEKDAYS.index(name) - today.weekday()) % len(WEEKDAYS))
