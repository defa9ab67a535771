"""People who read the store: their nudge is stored and ended in one transaction, many at a time."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from bot.channels.memory import MemoryChannel
from bot.channels.web import WebChannel
from bot.dialogue.assembly import make_outlet
from bot.errors import OutcomeUnknown
from bot.learners.rights import RightsService
from bot.messages import Address, Outgoing
from bot.nudges.models import DueState, Rewording
from bot.nudges.ports import NudgeWork
from bot.nudges.sending.limits import NUDGES, Budget
from bot.nudges.sending.sender import Pace
from bot.nudges.sending.switch import NudgeSwitch
from bot.nudges.service import NudgeService
from bot.store.tables.conversation import messages
from bot.store.tables.nudges import due_nudges
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import a_learner, a_script, ends_of, local, make_all_due, open_row, rows_of, shelve

PEOPLE = [f"{n:032x}" for n in range(12)]


@pytest.fixture
def crowd(store: Store, clock: StoppedClock) -> Store:
    """Twelve people whose nudge is due now: the first six on a page, the others on a channel that has to be reached."""
    shelve(store, [a_script("een"), a_script("twee")])
    for n, one in enumerate(PEOPLE):
        with store.work() as work:
            work.learners.add(a_learner(one), Address("web" if n < 6 else "memory", one))
    service(store, clock).plan_missing()
    clock.now = local(2026, 3, 3, 11)
    make_all_due(store, clock.now)
    return store


def service(store: Store, clock: StoppedClock, channel: MemoryChannel | None = None, pace: Pace | None = None) -> NudgeService:
    channels = {"web": WebChannel(), "memory": channel or MemoryChannel()}
    return NudgeService(store.work, clock, make_outlet(store.work, clock, channels, RightsService(store.work, clock)), "first", pace)


def stored_messages(store: Store) -> Counter[str]:
    with store.work() as work:
        rows = work.connection.execute(select(messages.c.learner_id, func.count()).group_by(messages.c.learner_id))
        return Counter({row[0]: row[1] for row in rows})


@pytest.mark.parametrize("pace", [Pace(), Pace(hands=4), Pace(hands=4, batches=2)])
def test_everybody_gets_one_whether_stored_or_brought(crowd: Store, clock: StoppedClock, pace: Pace) -> None:
    channel = MemoryChannel()
    nudges = service(crowd, clock, channel, replace(pace, chunk=3))
    assert nudges.send_due().ends == {"allowed": 12}
    assert nudges.send_due().ends == {}
    assert stored_messages(crowd) == Counter(PEOPLE)
    assert [len(channel.delivered(Address("memory", one))) for one in PEOPLE[6:]] == [1] * 6
    assert {row.state for one in PEOPLE for row in rows_of(crowd, one)[:1]} == {DueState.SENT}
    assert all(open_row(crowd, one).due_at > clock.now for one in PEOPLE)


class SlowChannel(MemoryChannel):
    """While it is busy with its first message, more becomes due."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        super().__init__()
        self._meanwhile = [meanwhile]

    def send(self, address: Address, message: Outgoing) -> None:
        if self._meanwhile:
            self._meanwhile.pop()()
        super().send(address, message)


def let_others_wait_a_second(store: Store, clock: StoppedClock) -> None:
    """Let only one who has to be reached have something due now, and everybody else a second later."""
    make_all_due(store, clock.now + timedelta(seconds=1))
    with store.work() as work:
        first = due_nudges.c.learner_id == PEOPLE[6]
        work.connection.execute(update(due_nudges).where(first).values(due_at=clock.now, wake_at=clock.now))


@pytest.mark.parametrize("pace", [Pace(hands=4), Pace(hands=4, batches=2)])
def test_what_becomes_due_while_something_is_on_its_way_goes_along(crowd: Store, clock: StoppedClock, pace: Pace) -> None:
    let_others_wait_a_second(crowd, clock)
    channel = SlowChannel(lambda: clock.advance(seconds=1))
    report = service(crowd, clock, channel, pace).send_due()
    assert (report.ends, report.unfinished) == ({"allowed": 12}, False)
    assert [len(channel.delivered(Address("memory", one))) for one in PEOPLE[6:]] == [1] * 6


def test_what_goes_along_counts_for_what_one_call_may_handle(crowd: Store, clock: StoppedClock) -> None:
    let_others_wait_a_second(crowd, clock)
    nudges = service(crowd, clock, SlowChannel(lambda: clock.advance(seconds=1)), Pace(hands=4))
    report = nudges.send_due(most=8)
    assert (report.ends, report.unfinished) == ({"allowed": 8}, True)
    report = nudges.send_due(most=8)
    assert (report.ends, report.unfinished) == ({"allowed": 4}, False)


def test_a_call_without_time_says_that_it_is_unfinished(crowd: Store, clock: StoppedClock) -> None:
    report = service(crowd, clock).send_due(seconds=0)
    assert (report.ends, report.unfinished) == ({}, True)


def test_a_stored_nudge_keeps_what_its_buttons_mean(crowd: Store, clock: StoppedClock) -> None:
    service(crowd, clock).send_due()
    with crowd.work() as work:
        said = work.messages.latest_out(PEOPLE[0], None)
    assert said is not None
    due = rows_of(crowd, PEOPLE[0])[0]
    assert [button.payload for button in said.buttons] == [f"nudge:{due.id}:{n}" for n in range(4)]


def test_a_stored_nudge_speaks_the_way_the_person_asked_for(crowd: Store, clock: StoppedClock) -> None:
    with crowd.work() as work:
        learner = work.learners.by_id(PEOPLE[0])
        assert learner is not None
        work.learners.save(replace(learner, manner=replace(learner.manner, easy=True)))
        for script_id in ("een", "twee"):
            work.scripts.publish(replace(a_script(script_id), version=2, easy=Rewording(text="Wat ging goed?")), clock.now, None)
    for _ in range(2):
        service(crowd, clock).send_due()
    with crowd.work() as work:
        said = work.messages.latest_out(PEOPLE[0], None)
    assert said is not None
    assert said.text == "Wat ging goed?"


def test_a_process_that_dies_while_storing_leaves_neither_message_nor_end(
    crowd: Store, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.nudges.sending.settling.Aftermath.follow", die)
    with pytest.raises(KeyboardInterrupt):
        service(crowd, clock).send_due()
    monkeypatch.undo()
    assert stored_messages(crowd) == Counter()
    clock.advance(minutes=6)
    report = service(crowd, clock).send_due()
    assert (report.recovered, report.unclear, report.sent) == (12, 0, 12)
    assert stored_messages(crowd) == Counter(PEOPLE)


def test_a_switch_that_is_turned_off_while_sending_holds_back_what_did_not_leave_yet(crowd: Store, clock: StoppedClock) -> None:
    channel = SwitchingOff(crowd, clock)
    assert service(crowd, clock, channel).send_due().ends == {"allowed": 7, "switched_off": 5}
    assert service(crowd, clock).send_due().ends == {}
    NudgeSwitch(crowd.work, clock).turn(on=True)
    assert service(crowd, clock, channel).send_due().ends == {"allowed": 5}
    assert [len(channel.delivered(Address("memory", one))) for one in PEOPLE[6:]] == [1] * 6


def test_a_switch_that_is_turned_off_after_the_claim_holds_back_all_of_it(crowd: Store, clock: StoppedClock) -> None:
    pace = Pace(SwitchedOffAfterTheClaim())
    assert service(crowd, clock, pace=pace).send_due().ends == {"switched_off": 12}
    assert stored_messages(crowd) == Counter()
    NudgeSwitch(crowd.work, clock).turn(on=True)
    assert service(crowd, clock).send_due().ends == {"allowed": 12}


class SwitchedOffAfterTheClaim(Budget):
    """As soon as rows are claimed somebody switches nudges off."""

    def room(self, work: NudgeWork, now: datetime) -> int | None:
        room = super().room(work, now)
        work.switches.turn(NUDGES, now, on=False)
        return room


class SwitchingOff(MemoryChannel):
    """During the first delivery somebody switches nudges off."""

    def __init__(self, store: Store, clock: StoppedClock) -> None:
        super().__init__()
        self._turns = iter([NudgeSwitch(store.work, clock)])

    def send(self, address: Address, message: Outgoing) -> None:
        for switch in self._turns:
            switch.turn(on=False)
        super().send(address, message)


@pytest.mark.parametrize("right", ["stop", "pause", "erase"])
def test_who_withdraws_after_the_batch_was_decided_about_gets_nothing(crowd: Store, clock: StoppedClock, right: str) -> None:
    last = PEOPLE[-1]

    class Withdrawing(MemoryChannel):
        def send(self, address: Address, message: Outgoing) -> None:
            if not self.delivered(Address("memory", PEOPLE[6])):
                getattr(RightsService(crowd.work, clock), right)(last)
            super().send(address, message)

    channel = Withdrawing()
    ends = service(crowd, clock, channel).send_due().ends
    assert ends["allowed"] == 11
    assert ends[{"stop": "stopped", "pause": "paused", "erase": "erased"}[right]] == 1
    assert channel.delivered(Address("memory", last)) == []


def test_one_bad_row_makes_the_batch_go_one_by_one(crowd: Store, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.nudges.render import message

    bad = rows_of(crowd, PEOPLE[0])[0].id

    def breaks(due, script, situation):  # noqa: ANN001, ANN202
        if due.id == bad:
            raise KeyError(due.id)
        return message(due, script, situation)

    monkeypatch.setattr("bot.nudges.sending.settling.message", breaks)
    assert service(crowd, clock).send_due(seconds=600).ends == {"retry": 1, "allowed": 11}
    assert stored_messages(crowd) == Counter(PEOPLE[1:])


def test_refusals_in_one_batch_each_keep_their_reason_and_what_follows(crowd: Store, clock: StoppedClock) -> None:
    rights = RightsService(crowd.work, clock)
    rights.stop(PEOPLE[0])
    rights.stop(PEOPLE[1])
    rights.erase(PEOPLE[2])
    with crowd.work() as work:
        work.learners.mark_seen(PEOPLE[3], Address("web", PEOPLE[3]), clock.now - timedelta(minutes=4))
    assert service(crowd, clock).send_due().ends == {"stopped": 2, "talking": 1, "allowed": 8}
    assert ends_of(crowd, PEOPLE[0]) == [("skipped", "stopped")]
    assert open_row(crowd, PEOPLE[3]).state is DueState.PLANNED


def test_what_nobody_knows_is_not_tried_again(crowd: Store, clock: StoppedClock) -> None:
    channel = MemoryChannel([OutcomeUnknown()])
    nudges = service(crowd, clock, channel)
    assert nudges.send_due().ends == {"allowed": 11, "delivery_unclear": 1}
    assert nudges.send_due().ends == {}


def test_switched_off_nothing_leaves_and_switched_on_again_in_time_it_does(crowd: Store, clock: StoppedClock) -> None:
    nudges = service(crowd, clock)
    for on in (True, False):
        with crowd.work() as work:
            work.switches.turn(NUDGES, clock.now, on=on)
    assert nudges.send_due().ends == {}
    with crowd.work() as work:
        work.switches.turn(NUDGES, clock.now, on=True)
    clock.advance(hours=1)
    assert nudges.send_due().sent == 12


def test_a_budget_bounds_an_hour_and_a_day_over_processes(crowd: Store, clock: StoppedClock) -> None:
    pace = Pace(Budget(per_hour=5, per_day=7))
    assert [service(crowd, clock, pace=pace).send_due().sent for _ in range(2)] == [5, 0]
    clock.advance(hours=1, seconds=1)
    assert [service(crowd, clock, pace=pace).send_due().sent for _ in range(2)] == [2, 0]
    clock.advance(hours=2)
    assert service(crowd, clock).send_due().ends == {"late": 5}


def test_a_budget_of_nothing_is_nothing(crowd: Store, clock: StoppedClock) -> None:
    assert service(crowd, clock, pace=Pace(Budget(per_hour=0))).send_due().ends == {}
