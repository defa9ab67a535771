"""A small version of ``make test-kill``: real schedulers that are really killed."""

import pytest

from bench.kill.run import Plan, run


@pytest.mark.postgres
def test_killed_schedulers_double_nothing_leave_nothing_without_an_end_and_keep_silent_where_asked(postgres_url: str) -> None:
    # So long on the way that who is seen sending still is when it dies.
    found = run(Plan(postgres_url, nudges=100, kills=2, schedulers=2, seed=7, on_the_way=0.25, aims=True))
    outcome = found.nudges
    assert outcome.kills == 2
    assert outcome.kills_while_sending > 0
    assert (outcome.nudges, outcome.duplicates, outcome.without_end_state) == (100, 0, 0)
    assert (outcome.sent_not_received, outcome.not_sent_but_received) == (0, 0)
    assert outcome.is_clean
    assert outcome.ends["sent/allowed"] > 0
    assert outcome.ends["unknown/lease_lost"] > 0
    assert found.reminders.asked > 0
    assert found.reminders.said + found.reminders.held == found.reminders.asked
    assert {silence.stopped for silence in found.silences} == {True, False}
    assert found.is_clean
