"""What left the house is known when the power is back: the note that it leaves waits for the disk, and not every other commit does."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, event

from bot.nudges.service import NudgeService
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import RecordingOutlet, a_learner, a_script, join, open_row, shelve

WHO = "a" * 32
NORMAL, FULL = 1, 2


@pytest.fixture
def levels(sqlite_store: Store) -> Iterator[list[object]]:
    """How each commit waits for the disk."""
    shelve(sqlite_store, [a_script("een"), a_script("twee")])
    join(sqlite_store, a_learner())
    found: list[object] = []

    def note(connection: Connection) -> None:
        found.append(connection.exec_driver_sql("PRAGMA synchronous").scalar())

    event.listen(sqlite_store.engine, "commit", note)
    yield found
    event.remove(sqlite_store.engine, "commit", note)


@pytest.mark.parametrize("by_hand", [False, True])
def test_the_commit_before_a_nudge_leaves_waits_for_the_disk(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock, levels: list[object], by_hand: bool
) -> None:
    last_before: list[object] = []
    outlet.instead = lambda _: last_before.append(levels[-1])
    if by_hand:
        nudges.send_by_hand(WHO)
    else:
        nudges.plan_missing()
        clock.now = open_row(sqlite_store).due_at
        nudges.send_due()
    assert last_before == [FULL]
    assert levels.count(FULL) == 1
    assert levels[-1] == NORMAL
