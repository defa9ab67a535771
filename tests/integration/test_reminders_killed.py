"""A scheduler that is killed between any two steps of saying a reminder that comes back."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from bot.language.when.rhythm import Rhythm
from bot.store.work import Store
from tests.unit.nudges.makers import MONDAY, a_learner, join

ROOT = Path(__file__).parents[2]


def test_a_series_is_never_lost_and_never_two_wherever_who_says_it_dies(store: Store, store_url: str) -> None:
    join(store, a_learner())
    with store.work() as work:
        work.reminders.add("a" * 32, "naar de les", MONDAY, MONDAY - timedelta(days=1), Rhythm.DAY)
    done = subprocess.run(
        [sys.executable, "-m", "tests.integration.dying", store_url], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    today, tomorrow = MONDAY.isoformat(), (MONDAY + timedelta(days=1)).isoformat()
    waiting = [[["planned", today]], 0]
    said = [[["said", today], ["planned", tomorrow]], 1]
    deaths_before = found.count(waiting)
    assert deaths_before >= 10, "every statement before the one commit that counts"
    assert found == [waiting] * deaths_before + [said] * (len(found) - deaths_before)
    assert len(found) - deaths_before >= 2, "one dies after it, and the next has nothing left to say"
