"""A small version of ``make test-kill``: real schedulers that are really killed."""

import pytest

from bench.kill.run import Plan, run


@pytest.mark.postgres
def test_killed_schedulers_double_nothing_and_leave_nothing_without_an_end(postgres_url: str) -> None:
    outcome = run(Plan(postgres_url, nudges=100, kills=2, schedulers=2, seed=7))
    assert (outcome.nudges, outcome.duplicates, outcome.without_end_state) == (100, 0, 0)
    assert (outcome.sent_not_received, outcome.not_sent_but_received) == (0, 0)
    assert outcome.is_clean
    assert outcome.ends["sent/allowed"] > 0
