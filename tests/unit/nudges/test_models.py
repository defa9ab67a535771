from dataclasses import replace
from datetime import timedelta

import pytest

from bot.nudges.models import DueState, Reason
from tests.unit.nudges.makers import MONDAY, a_row


@pytest.mark.parametrize("state", [DueState.SENT, DueState.SKIPPED, DueState.NOT_SENT])
def test_a_row_that_ended_keeps_all_that_was_known_of_it(state: DueState) -> None:
    row = a_row(MONDAY, id=3, attempts=2, answer="Ja", answered_at=MONDAY, quiet_until=MONDAY, slot="2026-03-02/v7")
    later = MONDAY + timedelta(minutes=1)
    sent_at = later if state is DueState.SENT else None
    assert row.ended(state, Reason.LATE, later) == replace(row, state=state, reason=Reason.LATE, sent_at=sent_at, ended_at=later)
