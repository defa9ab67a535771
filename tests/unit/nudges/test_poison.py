"""What is stored about one person cannot be read: the others must not notice."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select, update
from structlog.testing import capture_logs

from bot.language.saying.texts import load_texts
from bot.nudges.asking.reminders import ReminderService
from bot.nudges.models import DueState, Reason
from bot.nudges.planner import AFTER_TROUBLE as ALONE
from bot.nudges.sending.rehearsal import Rehearsal
from bot.nudges.sending.sender import LEASE, MOST_TROUBLES, STUCK
from bot.nudges.service import NudgeService
from bot.store.people.learners import SqlLearners
from bot.store.tables.learners import learners
from bot.store.tables.nudges import due_nudges
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import RecordingOutlet, a_learner, a_script, join, local, make_all_due, open_row, shelve
from tests.unit.nudges.numbers import grows

BAD, *GOOD = PEOPLE = [f"{n}" * 32 for n in range(4)]
UNREADABLE = {
    "a wish sealed with another secret": {"wish": "2:bm90IG91cnM="},
    "a group that only a later version knows": {"groups": ["from later"]},
    "interests that are no list": {"interests": 5},
}
HISTORY = "a reason in the past that only a later version knows"


class ReadingOutlet(RecordingOutlet):
    """Everybody reads the store."""

    def reads_store(self, homes: dict[str, object]) -> set[str]:
        return set(homes)

    def keep(self, _work: object, letters: list[tuple[str, object]], _at: object) -> None:
        self.sent += [(who, reply, self.clock()) for who, reply in letters]


@pytest.fixture(autouse=True)
def scripts(store: Store) -> None:
    shelve(store, [a_script("een"), a_script("twee", text="Wat deed je vandaag anders?")])


@pytest.fixture
def outlet(request: pytest.FixtureRequest, clock: StoppedClock) -> RecordingOutlet:
    return getattr(request, "param", RecordingOutlet)(clock)


@pytest.fixture
def nudges(store: Store, clock: StoppedClock, outlet: RecordingOutlet) -> NudgeService:
    for one in PEOPLE:
        join(store, a_learner(one))
    return NudgeService(store.work, clock, outlet, owner="first")


@pytest.fixture(params=[*UNREADABLE, HISTORY])
def poison(request: pytest.FixtureRequest, store: Store, clock: StoppedClock) -> Callable[[], None]:
    def spoil_history() -> None:
        with store.work() as work:
            past = work.due_nudges.record_sent(BAD, a_script("een"), "once", clock(), Reason.ASKED_FOR)
            work.connection.execute(update(due_nudges).where(due_nudges.c.id == past.id).values(reason="from later"))

    def spoil_profile() -> None:
        with store.work() as work:
            work.connection.execute(update(learners).where(learners.c.id == BAD).values(UNREADABLE[request.param]))

    return spoil_history if request.param == HISTORY else spoil_profile


def ends_of_bad(store: Store) -> list[tuple[str, str]]:
    with store.work() as work:
        found = select(due_nudges.c.state, due_nudges.c.reason).where(due_nudges.c.learner_id == BAD, due_nudges.c.reason != "from later")
        return [tuple(row) for row in work.connection.execute(found)]


@pytest.mark.parametrize("outlet", [RecordingOutlet, ReadingOutlet], indirect=True)
def test_sending_goes_on_and_the_row_that_cannot_be_read_ends_after_a_few_tries(
    store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock, poison: Callable[[], None]
) -> None:
    nudges.plan_missing()
    clock.now = local(2026, 3, 3, 11)
    make_all_due(store, clock.now)
    poison()
    assert nudges.send_due().ends == {"allowed": 3, "retry": 1}
    assert sorted(who for who, _, _ in outlet.sent) == GOOD
    for _ in range(MOST_TROUBLES):
        clock.advance(minutes=5)
        nudges.plan_missing()
        nudges.send_due()
    assert ends_of_bad(store) == [("not_sent", "failed")]
    assert sorted(who for who, _, _ in outlet.sent) == GOOD


def test_a_rehearsal_tells_of_the_others_and_the_log_names_the_row_that_cannot_be_read(
    store: Store, nudges: NudgeService, clock: StoppedClock, poison: Callable[[], None]
) -> None:
    nudges.plan_missing()
    clock.now = local(2026, 3, 3, 11)
    make_all_due(store, clock.now)
    poison()
    with capture_logs() as said:
        assert Rehearsal(store.work, clock).next_tick() == {"allowed": 3, "unreadable": 1}
    assert [line["due"] for line in said if line["event"] == "rehearsing_failed"] == [open_row(store, BAD).id]


def test_by_hand_nothing_goes_to_who_cannot_be_read_and_the_log_names_them(
    store: Store, nudges: NudgeService, outlet: RecordingOutlet, poison: Callable[[], None]
) -> None:
    poison()
    with capture_logs() as said:
        assert [nudges.send_by_hand(one) for one in PEOPLE] == [Reason.FAILED, *[Reason.BY_HAND] * 3]
    assert [who for who, _, _ in outlet.sent] == GOOD
    assert [line["learner"] for line in said if line["event"] == "by_hand_failed"] == [BAD]
    assert ends_of_bad(store) == []


def test_whose_address_it_is_can_be_told_of_who_cannot_be_read(store: Store, nudges: NudgeService, poison: Callable[[], None]) -> None:
    poison()
    with store.work() as work:
        [home, *_] = work.learners.addresses(BAD)
        assert work.learners.id_at(home) == BAD


def test_what_was_sent_by_hand_is_recorded_although_the_person_cannot_be_read_any_more(
    store: Store, nudges: NudgeService, outlet: RecordingOutlet, poison: Callable[[], None]
) -> None:
    outlet.instead = lambda _: poison()
    assert nudges.send_by_hand(BAD) is Reason.BY_HAND
    assert ends_of_bad(store) == [("sent", "by_hand")]


def test_planning_goes_on_and_who_cannot_be_read_is_counted_and_left_alone(
    store: Store, nudges: NudgeService, clock: StoppedClock, poison: Callable[[], None]
) -> None:
    poison()
    with grows(1, "nudges_planning_failed_total"):
        assert [nudges.plan_missing() for _ in range(3)] == [4, 0, 0]
    assert all(open_row(store, one) for one in GOOD)
    assert ends_of_bad(store) == []
    clock.now += ALONE
    with grows(1, "nudges_planning_failed_total"):
        assert nudges.plan_missing() == 1


def test_reminders_of_others_are_said_and_one_of_who_cannot_be_read_waits(
    store: Store, nudges: NudgeService, clock: StoppedClock, poison: Callable[[], None]
) -> None:
    reminders = ReminderService(store.work, clock, load_texts())
    for one in PEOPLE:
        reminders.ask(one, clock() + timedelta(hours=1), "bel Sanne")
    poison()
    clock.advance(hours=1)
    assert reminders.say_due() == 4
    assert [reminders.list(one) for one in GOOD] == [(), (), ()]
    assert reminders.say_due() == 0


@pytest.mark.parametrize("poison", [*UNREADABLE][:1], indirect=True)
def test_what_cannot_even_be_put_away_is_left_to_its_lease(
    store: Store,
    nudges: NudgeService,
    outlet: RecordingOutlet,
    clock: StoppedClock,
    poison: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nudges.plan_missing()
    clock.now = local(2026, 3, 3, 11)
    make_all_due(store, clock.now)
    poison()
    monkeypatch.setattr(SqlLearners, "hold", _fails)
    assert nudges.send_due().ends == {"allowed": 3, STUCK: 1}
    assert open_row(store, BAD).state is DueState.CLAIMED
    monkeypatch.undo()
    clock.now += LEASE + timedelta(seconds=1)
    assert (nudges.send_due().recovered, len(outlet.sent)) == (1, 3)
    assert open_row(store, BAD).attempts == 1


@pytest.mark.parametrize("poison", [*UNREADABLE][:1], indirect=True)
def test_who_cannot_even_be_left_alone_does_not_stop_the_planning_of_others(
    store: Store, nudges: NudgeService, poison: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    poison()
    monkeypatch.setattr(SqlLearners, "hold", _fails)
    assert nudges.plan_missing() == 4
    assert all(open_row(store, one) for one in GOOD)


def _fails(_: object, learner_id: str) -> bool:
    raise ZeroDivisionError(learner_id)
