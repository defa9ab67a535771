"""A small version of ``make test-kill``: real schedulers that are really killed."""

import pytest

from bench.kill.run import Plan, run


@pytest.mark.postgres
def test_killed_schedulers_double_nothing_and_leave_nothing_without_an_end(postgres_url: str) -> None:
    # So long on the way that who is seen sending still is when it dies.
    outcome = run(Plan(postgres_url, nudges=100, kills=2, schedulers=2, seed=7, on_the_way=0.25, aims=True))
    assert outcome.kills == 2
    assert outcome.kills_while_sending > 0
    assert (outcome.nudges, outcome.duplicates, outcome.without_end_state) == (100, 0, 0)
    assert (outcome.sent_not_received, outcome.not_sent_but_received) == (0, 0)
    assert outcome.is_clean
    assert outcome.ends["sent/allowed"] > 0
    assert outcome.ends["unknown/lease_lost"] > 0
