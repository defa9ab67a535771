"""``make bench-nudges``: planning and sending beside one APScheduler job per person, lateness, and Telegram's pace."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from bench.databases import postgres_url
from bench.nudges import lateness, ours, pace, usual
from bench.report import RESULTS, Row, as_table, write

PEOPLE = [10_000, 100_000, 1_000_000]


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
    rows: list[Row] = []
    for name, database in (("SQLite", _sqlite_url), ("PostgreSQL", postgres_url)):
        for count in people:
            rows += _say(list(_speed(f"{name}, {count:,} people", database, count, due, jobs)))
        with database() as url:
            median, late = lateness.measure(url)
        rows += _say([Row(f"{name}: lateness p50", median, "s"), Row(f"{name}: lateness p99", late, "s")])
        with database() as url:
            rows += _say(list(_pace(f"{name}, Telegram, ten simulated minutes of {pace.PROCESSES} processes", url)))
    write("nudges", rows, folder)


def _speed(name: str, database: Callable[[], AbstractContextManager[str]], people: int, due: int, jobs: int) -> Iterator[Row]:
    with database() as url:
        speed = ours.measure(url, people, due)
    with database() as url:
        baseline = usual.measure(url, people, jobs)
    yield Row(f"{name}: planned", speed.plans, "people/s")
    for schedulers, nudges in speed.nudges.items():
        sent = f"{name}, {due:,} due: sent by {schedulers} scheduler{'s' * (schedulers > 1)}, beside {jobs:,} jobs that do"
        yield Row(f"{sent} the same", nudges, "nudges/s", baseline.same_work)
        yield Row(f"{sent} nothing", nudges, "nudges/s", baseline.nothing)
    yield Row(f"{name}: tick with nothing due", speed.idle_tick_ms, "ms")
    yield Row(f"{name}, {due:,} due: memory that sending takes", speed.memory_mb, "MB")


def _pace(name: str, url: str) -> Iterator[Row]:
    a_second, breaches = pace.simulate(url)
    yield Row(f"{name}: turns", a_second, "messages/s")
    yield Row(f"{name}: limits broken", breaches, "count")


def _say(rows: list[Row]) -> list[Row]:
    print(as_table(rows), flush=True)
    return rows


if __name__ == "__main__":
    typer.run(main)
