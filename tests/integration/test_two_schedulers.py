"""Two schedulers on one database, with real connections: every row goes out once, whatever dies."""

import threading
from collections import Counter
from datetime import timedelta

import pytest

from bot.language.saying.texts import load_texts
from bot.language.when.rhythm import Rhythm
from bot.learners.rights import RightsService
from bot.messages import Reply
from bot.nudges.asking.reminders import ReminderService
from bot.nudges.models import DueState
from bot.nudges.service import NudgeService
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import a_learner, a_script, join, local, make_all_due, rows_of, shelve

PEOPLE = [f"{n:032x}" for n in range(60)]


class CountingOutlet:
    """Counts what each person gets; from several threads."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def await_turn(self, learner_id: str) -> None:
        """Nobody has to wait."""

    def send(self, learner_id: str, reply: Reply) -> None:
        self.sent.append(learner_id)

    def reads_store(self, homes: object) -> set[str]:
        return set()


@pytest.fixture
def crowd(store: Store, clock: StoppedClock) -> Store:
    """Sixty people whose nudge is due now."""
    shelve(store, [a_script("een"), a_script("twee")])
    for one in PEOPLE:
        join(store, a_learner(one))
    at_once([lambda: NudgeService(store.work, clock, CountingOutlet()).plan_missing() for _ in range(2)])
    clock.now = local(2026, 3, 3, 11)
    make_all_due(store, clock.now)
    return store


def at_once(actions: list) -> None:
    """Run ``actions`` in threads that start together; raise what any of them raised."""
    barrier = threading.Barrier(len(actions))
    failures: list[BaseException] = []

    def run(action) -> None:  # noqa: ANN001
        barrier.wait()
        try:
            action()
        except BaseException as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=run, args=(action,)) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def test_two_planners_give_everybody_one_row(crowd: Store) -> None:
    assert Counter(row.learner_id for one in PEOPLE for row in rows_of(crowd, one)) == dict.fromkeys(PEOPLE, 1)


def test_three_schedulers_send_every_row_once(crowd: Store, clock: StoppedClock) -> None:
    outlet = CountingOutlet()
    services = [NudgeService(crowd.work, clock, outlet, owner=f"scheduler-{n}") for n in range(3)]
    at_once([service.send_due for service in services])
    at_once([service.send_due for service in services])
    assert Counter(outlet.sent) == dict.fromkeys(PEOPLE, 1)
    assert all(rows_of(crowd, one)[0].state is DueState.SENT for one in PEOPLE)


def test_three_schedulers_say_every_reminder_once_and_continue_every_series_once(crowd: Store, clock: StoppedClock) -> None:
    with crowd.work() as work:
        for one in PEOPLE:
            work.reminders.add(one, "naar de les", clock.now, clock.now, Rhythm.WEEK)
    services = [ReminderService(crowd.work, clock, load_texts()) for _ in range(3)]
    at_once([service.say_due for service in services])
    with crowd.work() as work:
        for one in PEOPLE:
            assert [reminder.due_at for reminder in work.reminders.planned(one)] == [clock.now + timedelta(days=7)]
            assert len(work.messages.history(one, 0)) == 1


def test_ticking_and_planning_at_once_loses_and_doubles_nothing_in_two_months(crowd: Store, clock: StoppedClock) -> None:
    outlet = CountingOutlet()
    services = [NudgeService(crowd.work, clock, outlet, owner=f"scheduler-{n}") for n in range(2)]
    for _ in range(4):
        at_once([lambda service=service: (service.plan_missing(), service.send_due()) for service in services])
        clock.advance(days=14)
        make_all_due(crowd, clock.now)
        with crowd.work() as work:
            for one in PEOPLE:
                work.learners.mark_seen(one, work.learners.addresses(one)[0], clock.now - timedelta(hours=1))
    # One of the four was a follow-up, and they were seen since: that one does not go out.
    assert Counter(outlet.sent) == dict.fromkeys(PEOPLE, 3)


def test_people_who_stop_or_are_erased_while_it_is_busy_cause_no_errors(crowd: Store, clock: StoppedClock) -> None:
    outlet = CountingOutlet()
    rights = RightsService(crowd.work, clock)
    stopped, erased = PEOPLE[:20], PEOPLE[20:40]
    services = [NudgeService(crowd.work, clock, outlet, owner=f"scheduler-{n}") for n in range(2)]
    at_once(
        [
            *[lambda service=service: (service.send_due(), service.plan_missing()) for service in services],
            lambda: [rights.stop(one) for one in stopped],
            lambda: [rights.erase(one) for one in erased],
        ]
    )
    services[0].plan_missing()
    assert max(Counter(outlet.sent).values()) == 1
    assert set(PEOPLE[40:]) <= set(outlet.sent)
    assert all(rows_of(crowd, one) == [] for one in erased)
    assert all(row.state.is_end for one in stopped for row in rows_of(crowd, one))
