"""``make test-kill``: ten thousand nudges, a hundred schedulers killed with nudges in hand, a Telegram on which much goes wrong.

Meanwhile people ask for reminders, stop, pause and come back. Ends with 1 when a nudge was doubled, has no end state or one that is not
true, when a reminder was lost or came again without a doubt, when something was sent to who wanted silence, or when all had ended before
every kill was made. The report is kept in ``bench/results/kill.json``, with the ids of the nudges of which nobody knows whether they
arrived, and of the reminders that came again.
"""

import sys
import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer

from bench.databases import postgres_url
from bench.kill.found import Found
from bench.kill.run import Plan, run
from bench.report import RESULTS, as_table, write


def main(
    nudges: Annotated[int, typer.Option(help="Nudges on PostgreSQL.")] = 10_000,
    kills: Annotated[int, typer.Option(help="Schedulers that die with nudges in hand, on PostgreSQL.")] = 100,
    nudges_sqlite: Annotated[int, typer.Option(help="Nudges on SQLite.")] = 10_000,
    kills_sqlite: Annotated[int, typer.Option(help="The same on SQLite.")] = 100,
    seed: int = 1,
    folder: Annotated[Path, typer.Option(help="Where the report is kept.")] = RESULTS,
) -> None:
    """Run on PostgreSQL with two schedulers, then on SQLite with one."""
    with tempfile.TemporaryDirectory() as temporary, postgres_url() as url:
        plans = {
            "PostgreSQL, 2 schedulers": Plan(url, nudges, kills, 2, seed),
            "SQLite, 1 scheduler": Plan(f"sqlite:///{Path(temporary) / 'kill.db'}", nudges_sqlite, kills_sqlite, 1, seed),
        }
        all_found: dict[str, Found] = {}
        for name, plan in plans.items():
            all_found[name] = _run(name, plan)
            # Kept after each: what one database showed is not lost with the other.
            rows = [row for done, found in all_found.items() for row in found.rows(done)]
            unknown = {done: found.nudges.unknown_by_reason for done, found in all_found.items()}
            again = {done: found.reminders.again for done, found in all_found.items()}
            write("kill", rows, folder, details={"unknown": unknown, "reminders that came again": again})
    print(as_table(rows))
    is_proof = all(found.is_clean and found.nudges.kills == plans[name].kills for name, found in all_found.items())
    sys.exit(0 if is_proof else 1)


def _run(name: str, plan: Plan) -> Found:
    began = time.monotonic()
    found = run(plan)
    print(f"{name}: {time.monotonic() - began:.0f} s, {dict(found.nudges.ends)}")
    for reason, unknown in found.nudges.unknown_by_reason.items():
        print(f"  unknown, {reason}: {len(unknown)}")
    return found


if __name__ == "__main__":
    typer.run(main)
