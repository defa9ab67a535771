"""``make bench-nudges``: planning and sending beside one APScheduler job per person, lateness, and Telegram's pace."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from bench.databases import postgres_url
from bench.nudges import lateness, memory, ours, over_telegram, pace, schedulers, usual, usual_job
from bench.report import RESULTS, Row, as_table, write
from bot.store.conversation.turns import PER_SECOND

PEOPLE = [10_000, 100_000, 1_000_000]
Database = Callable[[], AbstractContextManager[str]]
"""Makes an empty one, and gives its address."""


@contextmanager
def _sqlite_url() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{Path(folder) / 'bench.db'}"


def main(
    people: Annotated[list[int], typer.Option(help="People in the store.")] = PEOPLE,  # typer copies it
    due: Annotated[int, typer.Option(help="Nudges that are due at once.")] = 5_000,
    jobs: Annotated[int, typer.Option(help="Jobs of the usual way that are due at once.")] = 1_000,
    folder: Annotated[Path, typer.Option(help="Where the report is kept.")] = RESULTS,
) -> None:
    """Measure on SQLite and on PostgreSQL."""
    least = max(due + 2 * schedulers.WARM_UP, 2 * jobs + usual_job.WARM_UP)
    if min(people) < least:
        raise typer.BadParameter(f"at least {least:,} people are needed for what is due and for warming up", param_hint="--people")
    rows: list[Row] = []
    for name, database, processes in (("SQLite", _sqlite_url, [1]), ("PostgreSQL", postgres_url, [1, 2])):
        for count in people:
            rows += _say(list(_speed(f"{name}, {count:,} people", database, count, due, jobs, processes)))
        with database() as url:
            median, late = lateness.measure(url)
        rows += _say([Row(f"{name}: lateness p50", median, "s"), Row(f"{name}: lateness p99", late, "s")])
        with database() as url:
            rows += _say(list(_pace(f"{name}, Telegram, ten simulated minutes of {pace.PROCESSES} processes", url)))
        with database() as url:
            rows += _say(list(_over_telegram(f"{name}, over a network to Telegram", url)))
    for many in memory.DUE:
        with _sqlite_url() as url:
            rows += _say([Row(f"SQLite, {many:,} due: memory to send them", memory.grown_mb(url, many), "MB")])
    write("nudges", rows, folder)


def _speed(name: str, database: Database, people: int, due: int, jobs: int, processes: Sequence[int]) -> Iterator[Row]:
    with database() as url:
        usual_way = lent = usual.measure(url, people, jobs)
    if database is _sqlite_url:
        with database() as url:
            usual_way = usual.measure(url, people, jobs, usual.as_it_comes)
        yield Row(f"{name}: jobs on SQLite as it comes that never ended", usual_way.lost, "count")
    for count in processes:
        with database() as url:
            speed = ours.measure(url, people, due, count)
        sent = f"{name}, {due:,} due: sent by {count} scheduler{'s' * (count > 1)}, beside {jobs:,} jobs that do"
        yield Row(f"{sent} the same", speed.nudges, "nudges/s", usual_way.same_work)
        if lent is not usual_way:
            yield Row(f"{sent} the same, lent our settings", speed.nudges, "nudges/s", lent.same_work)
        yield Row(f"{sent} nothing", speed.nudges, "nudges/s", lent.nothing)
    yield Row(f"{name}: planned", speed.plans, "people/s")
    yield Row(f"{name}: tick with nothing due", speed.idle_tick_ms, "ms")
    yield Row(f"{name}: memory that sending takes", speed.memory_mb, "MB")


def _pace(name: str, url: str) -> Iterator[Row]:
    a_second, breaches = pace.simulate(url)
    yield Row(f"{name}: turns", a_second, "messages/s")
    yield Row(f"{name}: limits broken", breaches, "count")


def _over_telegram(name: str, url: str) -> Iterator[Row]:
    speeds, (median, late) = over_telegram.measure(url)
    for speed in speeds:
        answers = f"{name} that answers {f'in {speed.answers_in * 1000:.0f} ms' if speed.answers_in else 'at once'}"
        yield Row(f"{answers}: sent as fast as it goes", speed.free, "messages/s")
        yield Row(f"{answers}: sent at the product's pace of {PER_SECOND} a second", speed.paced, "messages/s")
    yield Row(f"{answers}: lateness p50", median, "s")
    yield Row(f"{answers}: lateness p99", late, "s")


def _say(rows: list[Row]) -> list[Row]:
    print(as_table(rows), flush=True)
    return rows


if __name__ == "__main__":
    typer.run(main)
