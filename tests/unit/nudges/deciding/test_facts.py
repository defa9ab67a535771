from datetime import timedelta

import pytest

from bot.nudges.deciding.facts import Facts, facts_of, read, write
from bot.nudges.deciding.policy import Case, Current
from bot.nudges.models import DueState
from bot.nudges.ports import OpenNudgeWork
from bot.nudges.service import NudgeService
from bot.nudges.situation import Situation
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import MONDAY, RecordingOutlet, a_learner, a_row, a_script, a_situation, join, open_row, shelve


def facts(situation: Situation) -> Facts:
    return facts_of(Case(a_row(MONDAY, id=99, state=DueState.CLAIMED), situation, Current(a_script()), MONDAY))


def test_facts_tell_the_rhythm_and_the_silence() -> None:
    rows = [a_row(MONDAY - timedelta(days=9), id=1), a_row(MONDAY - timedelta(days=5), id=2)]
    known = facts(a_situation(*rows, seen=MONDAY - timedelta(days=30)))
    assert (known.days_between, known.days_since, known.in_week, known.unanswered) == (14, 5, 1, 2)
    assert not known.talking
    assert not known.snoozed


def test_facts_of_somebody_new_who_is_talking_and_wants_nothing_for_now() -> None:
    snoozed = a_row(MONDAY, id=1, state=DueState.SKIPPED, quiet_until=MONDAY + timedelta(days=7))
    known = facts(a_situation(snoozed, seen=MONDAY - timedelta(minutes=9), reachable=False))
    assert known.days_since is None
    assert (known.talking, known.snoozed, known.reachable) == (True, True, False)


def test_a_talk_a_silence_and_a_week_are_over_at_the_very_moment_they_end() -> None:
    quiet = a_row(MONDAY - timedelta(days=7), id=1, quiet_until=MONDAY)
    known = facts(a_situation(quiet, seen=MONDAY - timedelta(minutes=10)))
    assert (known.talking, known.snoozed, known.in_week) == (False, False, 0)


def test_what_is_written_is_read_back() -> None:
    known = facts(a_situation())
    assert read(write(known)) == known


@pytest.mark.parametrize("allowed", [True, False])
def test_a_row_keeps_on_what_was_decided_and_nothing_about_who(store: Store, clock: StoppedClock, *, allowed: bool) -> None:
    nudges = NudgeService(store.work, clock, RecordingOutlet(clock), owner="first")
    shelve(store, [a_script()])
    join(store, a_learner(wish="schrijnwerker worden", place="Zierikzee"))
    nudges.plan_missing()
    clock.now = open_row(store).due_at + timedelta(hours=0 if allowed else 3)
    assert nudges.send_due().ends == {"allowed" if allowed else "late": 1}
    decided = _first(store.work)
    assert decided is not None
    assert decided.decided_at == clock.now
    assert decided.in_week == 0
    assert "Zierikzee" not in write(decided)
    assert "a" * 32 not in write(decided)


def _first(open_work: OpenNudgeWork) -> Facts | None:
    with open_work() as work:
        return work.deliveries.page()[-1].facts
