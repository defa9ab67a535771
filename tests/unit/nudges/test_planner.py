from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.learners.hours import Hours
from bot.learners.models import DayPart, NudgeState, Shift
from bot.learners.profile import ProfileService
from bot.learners.rights import RightsService
from bot.learners.working import Work
from bot.nudges.deciding.window import Window
from bot.nudges.models import DueState
from bot.nudges.sending.delivery_log import DeliveryLog
from bot.nudges.service import NudgeService
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import a_learner, a_script, ends_of, join, local, open_row, rows_of, shelve, stored

WHO = "a" * 32


@pytest.fixture(autouse=True)
def scripts(sqlite_store: Store) -> None:
    shelve(sqlite_store, [a_script("een"), a_script("twee"), a_script("drie")])


def test_everybody_who_wants_nudges_has_one_planned_and_nobody_else(sqlite_store: Store, nudges: NudgeService) -> None:
    for n, state in enumerate(NudgeState):
        join(sqlite_store, a_learner(f"{n}" * 32, state=state))
    assert nudges.plan_missing() == 3, "all but who was never asked"
    planned = [state for n, state in enumerate(NudgeState) if rows_of(sqlite_store, f"{n}" * 32)]
    assert planned == [NudgeState.ON]
    assert nudges.plan_missing() == 0


def test_planning_goes_in_batches(sqlite_store: Store, nudges: NudgeService) -> None:
    for n in range(5):
        join(sqlite_store, a_learner(f"{n}" * 32))
    assert [nudges.plan_missing(limit=2) for _ in range(4)] == [2, 2, 1, 0]


def test_another_rhythm_moves_the_plan_at_the_next_tick(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    ProfileService(sqlite_store.work, clock).set_rhythm(WHO, part=DayPart.AVOND, weekday=3)
    nudges.plan_missing()
    assert local(2026, 3, 5, 17) <= open_row(sqlite_store).due_at < local(2026, 3, 5, 19, 30)
    assert nudges.plan_missing() == 0
    ProfileService(sqlite_store.work, clock).any_moment(WHO)
    nudges.plan_missing()
    assert local(2026, 3, 3) <= open_row(sqlite_store).due_at < local(2026, 3, 4)


def test_a_row_that_waits_for_the_end_of_a_talk_says_why_it_never_came_when_the_rhythm_changes(
    sqlite_store: Store, nudges: NudgeService, clock: StoppedClock
) -> None:
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    waiting = open_row(sqlite_store)
    clock.now = waiting.due_at
    with sqlite_store.work() as work:
        work.learners.mark_seen(WHO, work.learners.addresses(WHO)[0], clock.now)
    assert nudges.send_due().ends == {"talking": 1}
    ProfileService(sqlite_store.work, clock).set_rhythm(WHO, part=DayPart.AVOND, weekday=3)
    nudges.plan_missing()
    assert ends_of(sqlite_store) == [("skipped", "replanned")]
    assert open_row(sqlite_store).id != waiting.id
    assert DeliveryLog(sqlite_store.work, clock).page(before_id=waiting.id + 1)[0].facts is not None


def test_an_answer_leaves_a_row_that_is_due_to_the_rules(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner())
    asked = nudges.send_now(WHO)
    nudges.plan_missing()
    due = open_row(sqlite_store)
    clock.now = due.due_at
    assert asked is not None
    nudges.answer(WHO, int(asked.buttons[1].payload.split(":")[1]), 1)
    assert open_row(sqlite_store) == due
    assert nudges.send_due().ends == {"snoozed": 1}


@pytest.mark.parametrize(("right", "reason"), [("stop", "stopped"), ("pause", None)])
def test_stop_and_pause_cancel_the_plan_at_the_next_tick(
    sqlite_store: Store, nudges: NudgeService, clock: StoppedClock, right: str, reason: str | None
) -> None:
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    getattr(RightsService(sqlite_store.work, clock), right)(WHO)
    nudges.plan_missing()
    if reason:
        assert ends_of(sqlite_store) == [("skipped", reason)]
    else:
        assert open_row(sqlite_store).due_at >= clock.now + timedelta(days=30)
    assert nudges.plan_missing() == 0


def test_after_an_erasure_nothing_is_left_of_plans(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    RightsService(sqlite_store.work, clock).erase(WHO)
    assert nudges.plan_missing() == 0
    assert rows_of(sqlite_store) == []


def test_a_pause_that_is_over_ends_by_itself(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner(state=NudgeState.PAUSED, paused_until=clock.now))
    nudges.plan_missing()
    assert stored(sqlite_store).nudges.state is NudgeState.ON
    assert open_row(sqlite_store).state is DueState.PLANNED


def test_when_nothing_suits_nobody_is_searched_for_until_tomorrow(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    with sqlite_store.work() as work:
        for script_id in ("een", "twee", "drie"):
            work.scripts.archive(script_id, clock.now)
    join(sqlite_store, a_learner())
    assert [nudges.plan_missing(), nudges.plan_missing()] == [1, 0]
    with sqlite_store.work() as work:
        work.scripts.archive("een", None)
    clock.advance(days=1)
    assert nudges.plan_missing() == 1
    assert open_row(sqlite_store).script_id == "een"


def test_trouble_with_one_person_leaves_the_others_alone(
    sqlite_store: Store, nudges: NudgeService, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(3):
        join(sqlite_store, a_learner(f"{n}" * 32))
    monkeypatch.setattr("bot.nudges.planner.situations_of", _breaks_for("1" * 32))
    assert nudges.plan_missing() == 3
    assert open_row(sqlite_store, "0" * 32)
    assert open_row(sqlite_store, "2" * 32)
    assert nudges.plan_missing() == 0
    clock.advance(hours=1)
    assert nudges.plan_missing() == 1


def _breaks_for(learner_id: str):  # noqa: ANN202
    from bot.nudges.loading import situations_of

    def broken(work, people, now):  # noqa: ANN001, ANN202
        if any(learner.id == learner_id for learner in people):
            raise KeyError(learner_id)
        return situations_of(work, people, now)

    return broken


def test_the_plan_is_for_the_version_that_counts(sqlite_store: Store, nudges: NudgeService) -> None:
    with sqlite_store.work() as work:
        for script_id in ("twee", "drie"):
            work.scripts.archive(script_id, local(2026, 3, 1))
    shelve(sqlite_store, [replace(a_script("een"), version=2)])
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    assert open_row(sqlite_store).version == 2


def test_other_hours_of_work_plan_anew(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    ProfileService(sqlite_store.work, clock).told_work(WHO, Work(hours=(Hours(Shift.LAAT, time(11), time(19, 30)),)))
    nudges.plan_missing()
    due = open_row(sqlite_store)
    assert due.due_at in Window(time(10), time(10, 30))
    nudges.sweep()
    nudges.plan_missing()
    assert open_row(sqlite_store) == due
