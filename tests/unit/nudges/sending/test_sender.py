from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Never

import pytest

from bot.errors import OutcomeUnknown, RecipientGone, Refused, TryLater
from bot.learners.models import NudgeState
from bot.learners.rights import RightsService
from bot.nudges.models import DueState, Reason
from bot.nudges.service import NudgeService
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import (
    RecordingOutlet,
    a_learner,
    a_script,
    ends_of,
    join,
    local,
    make_all_due,
    open_row,
    rows_of,
    shelve,
    stored,
)

WHO = "a" * 32


class Killed(BaseException):
    """Stands for a process that dies on the spot."""


@pytest.fixture(autouse=True)
def scripts(sqlite_store: Store) -> None:
    shelve(sqlite_store, [a_script("een"), a_script("twee", text="Wat deed je vandaag anders?")])


@pytest.fixture
def due(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    """Somebody has a nudge that is due now."""
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    clock.now = open_row(sqlite_store).due_at


def raising(error: BaseException) -> Callable[[str], Never]:
    def raise_it(_: str) -> Never:
        raise error

    return raise_it


def broken(clock: StoppedClock) -> Callable[[str], Never]:
    """A provider that answers every call with an error of its own."""

    def fail(_: str) -> Never:
        raise TryLater(clock.now + timedelta(seconds=5))

    return fail


def test_before_its_moment_nothing_is_sent(sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    clock.now = open_row(sqlite_store).due_at - timedelta(seconds=1)
    assert nudges.send_due().sent == 0
    assert outlet.sent == []


@pytest.mark.usefixtures("due")
def test_at_its_moment_it_goes_out_once_with_buttons_and_what_follows_silence_is_planned(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet
) -> None:
    sent_id = open_row(sqlite_store).id
    assert nudges.send_due().ends == {"allowed": 1}
    assert nudges.send_due().ends == {}
    ((who, reply, _),) = outlet.sent
    assert who == WHO
    assert [button.payload for button in reply.buttons] == [f"nudge:{sent_id}:{n}" for n in range(4)]
    assert ends_of(sqlite_store) == [("sent", "allowed")]
    following = open_row(sqlite_store)
    assert following.due_at - rows_of(sqlite_store)[0].due_at == timedelta(days=3)
    assert following.slot == f"follow_up {sent_id}"


@pytest.mark.usefixtures("due")
def test_words_of_the_person_are_filled_in(sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock) -> None:
    with sqlite_store.work() as work:
        for script_id in ("een", "twee"):
            work.scripts.archive(script_id, clock.now)
        learner = work.learners.by_id(WHO)
        assert learner is not None
        work.learners.save(replace(learner, wish="{idee} met {0} hout"))
    shelve(sqlite_store, [a_script("wens", text='Je wens: "{wens}".', needs=frozenset({"interest"}))])
    nudges.send_due()
    nudges.send_due()
    assert outlet.texts == ['Je wens: "{idee} met {0} hout".']


@pytest.mark.usefixtures("due")
def test_what_a_process_leaves_in_sending_when_it_dies_is_unclear_and_never_sent_again(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    outlet.instead = raising(Killed())
    with pytest.raises(Killed):
        nudges.send_due()
    outlet.instead = None
    assert open_row(sqlite_store).state is DueState.SENDING

    second = NudgeService(sqlite_store.work, clock, outlet, owner="second")
    assert second.send_due().unclear == 0, "the first may still be busy"
    clock.advance(minutes=6)
    assert second.send_due().unclear == 1
    for _ in range(6):
        second.plan_missing()
        second.send_due()
        clock.advance(days=1)
    assert ends_of(sqlite_store)[0] == ("unknown", "lease_lost")
    assert all(moment - rows_of(sqlite_store)[0].due_at >= timedelta(days=7) for _, _, moment in outlet.sent)


@pytest.mark.usefixtures("due")
def test_what_a_process_claimed_but_did_not_begin_is_sent_by_another(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.nudges.sending.sender.decide", raising(Killed()))
    with pytest.raises(Killed):
        nudges.send_due()
    monkeypatch.undo()
    assert open_row(sqlite_store).state is DueState.CLAIMED

    second = NudgeService(sqlite_store.work, clock, outlet, owner="second")
    assert second.send_due().sent == 0
    clock.advance(minutes=6)
    report = second.send_due()
    assert (report.recovered, report.sent) == (1, 1)


@pytest.mark.usefixtures("due")
def test_what_waited_for_its_turn_when_its_process_died_is_sent_by_another(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    outlet.meanwhile = raising(Killed())
    with pytest.raises(Killed):
        nudges.send_due()
    assert open_row(sqlite_store).state is DueState.CLAIMED

    clock.advance(minutes=6)
    report = NudgeService(sqlite_store.work, clock, RecordingOutlet(clock), owner="second").send_due()
    assert (report.recovered, report.unclear, report.sent) == (1, 0, 1)


@pytest.mark.usefixtures("due")
def test_who_says_stop_while_it_waits_for_its_turn_gets_nothing(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    outlet.meanwhile = RightsService(sqlite_store.work, clock).stop
    assert nudges.send_due().ends == {"stopped": 1}
    assert outlet.sent == []
    assert ends_of(sqlite_store) == [("skipped", "stopped")]


@pytest.mark.usefixtures("due")
def test_what_has_no_turn_soon_comes_back_and_that_is_no_try(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    outlet.meanwhile = raising(TryLater(clock.now + timedelta(seconds=30), tried=False))
    assert nudges.send_due().ends == {"retry": 1}
    waiting = open_row(sqlite_store)
    assert (waiting.state, waiting.attempts, waiting.sent_at) == (DueState.PLANNED, 0, None)
    outlet.meanwhile = lambda _: None
    assert nudges.send_due().ends == {}
    clock.advance(seconds=30)
    assert nudges.send_due().sent == 1


@pytest.mark.usefixtures("due")
def test_what_never_gets_a_turn_ends_as_late_and_was_never_in_sending(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    outlet.meanwhile = raising(TryLater(clock.now + timedelta(hours=3), tried=False))
    assert nudges.send_due().ends == {"late": 1}
    (ended, following) = rows_of(sqlite_store)
    assert (ended.state, ended.reason, ended.sent_at) == (DueState.NOT_SENT, Reason.LATE, None)
    assert following.due_at > clock.now


@pytest.mark.usefixtures("due")
def test_a_slow_process_whose_lease_ran_out_still_says_how_it_ended(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    def takes_long(_: str) -> None:
        clock.advance(minutes=6)
        outlet.instead = None
        assert NudgeService(sqlite_store.work, clock, outlet, owner="second").send_due().unclear == 1

    outlet.instead = takes_long
    nudges.send_due()
    assert ends_of(sqlite_store) == [("sent", "allowed")]


@pytest.mark.usefixtures("due")
def test_try_later_waits_as_long_as_asked_and_then_sends(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    outlet.instead = raising(TryLater(clock.now + timedelta(seconds=30), tried=False))
    assert nudges.send_due().ends == {"retry": 1}
    outlet.instead = None
    assert nudges.send_due().ends == {}
    clock.advance(seconds=30)
    assert nudges.send_due().sent == 1
    assert ends_of(sqlite_store) == [("sent", "allowed")]


@pytest.mark.usefixtures("due")
def test_trying_later_has_an_end(sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock) -> None:
    outlet.instead = broken(clock)
    for _ in range(3 * 60):
        nudges.send_due()
        clock.advance(minutes=1)
    assert ends_of(sqlite_store) == [("not_sent", "late")]


def test_half_an_hour_of_trouble_loses_no_nudge(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    people = [f"{n:032x}" for n in range(3)]
    for one in people:
        join(sqlite_store, a_learner(one))
    nudges.plan_missing()
    clock.now = local(2026, 3, 3, 11)
    make_all_due(sqlite_store, clock.now)
    outlet.instead = broken(clock)
    for _ in range(15):
        nudges.send_due()
        clock.advance(minutes=2)
    outlet.instead = None
    # In half an hour a ninth try never comes, however short by chance the eight before it waited: nobody waits for more than 32 minutes.
    for _ in range(17):
        nudges.send_due()
        clock.advance(minutes=2)
    assert sorted(who for who, _, _ in outlet.sent) == people


@pytest.mark.usefixtures("due")
def test_what_could_only_go_out_hours_later_does_not_go_out(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    outlet.instead = raising(TryLater(clock.now + timedelta(hours=3)))
    nudges.send_due()
    assert ends_of(sqlite_store) == [("not_sent", "late")]
    assert open_row(sqlite_store).due_at > clock.now


@pytest.mark.usefixtures("due")
@pytest.mark.parametrize(
    ("error", "end", "state"),
    [
        (RecipientGone(), ("not_sent", "blocked"), NudgeState.STOPPED),
        (Refused(), ("not_sent", "refused"), NudgeState.ON),
        (OutcomeUnknown(), ("unknown", "delivery_unclear"), NudgeState.ON),
    ],
)
def test_each_way_to_fail_has_its_own_end(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, error: Exception, end: tuple[str, str], state: NudgeState
) -> None:
    outlet.instead = raising(error)
    nudges.send_due()
    assert ends_of(sqlite_store) == [end]
    assert stored(sqlite_store).nudges.state is state
    nudges.plan_missing()
    with sqlite_store.work() as work:
        assert (work.due_nudges.open_for(WHO) is None) == (state is NudgeState.STOPPED)


def test_a_bug_in_one_row_does_not_stop_the_rest(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    people = [f"{n}" * 32 for n in range(4)]
    for one in people:
        join(sqlite_store, a_learner(one))
    nudges.plan_missing()
    clock.now = local(2026, 3, 3, 11)
    make_all_due(sqlite_store, clock.now)

    def breaks(learner_id: str) -> None:
        if learner_id == people[0]:
            raise ZeroDivisionError

    outlet.instead = breaks
    assert nudges.send_due().ends == {"failed": 1, "allowed": 3}
    assert sorted(who for who, _, _ in outlet.sent) == people[1:]
    assert ends_of(sqlite_store, people[0]) == [("unknown", "failed")], "it may have gone out"


@pytest.mark.usefixtures("due")
def test_a_bug_before_sending_is_tried_a_few_times_and_then_given_up(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.nudges.sending.sender.decide", raising(KeyError("bug")))
    for _ in range(9):
        nudges.send_due()
        clock.advance(minutes=5)
    assert ends_of(sqlite_store) == [("not_sent", "failed")]
    assert outlet.sent == []


@pytest.mark.usefixtures("due")
def test_after_hours_of_downtime_late_rows_are_skipped_and_the_next_is_planned(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    clock.advance(hours=3)
    assert nudges.send_due().ends == {"late": 1}
    assert outlet.sent == []
    following = open_row(sqlite_store)
    assert following.due_at > clock.now
    clock.now = following.due_at
    assert nudges.send_due().sent == 1


@pytest.mark.usefixtures("due")
def test_a_nudge_waits_until_the_talk_is_over(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    with sqlite_store.work() as work:
        work.learners.mark_seen(WHO, work.learners.addresses(WHO)[0], clock.now - timedelta(minutes=4))
    assert nudges.send_due().ends == {"talking": 1}
    clock.advance(minutes=5, seconds=59)
    assert nudges.send_due().ends == {}
    clock.advance(seconds=1)
    assert nudges.send_due().sent == 1
    assert len(outlet.sent) == 1


@pytest.mark.usefixtures("due")
def test_an_edited_script_goes_out_in_its_new_version_at_the_next_tick_once(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet
) -> None:
    planned = open_row(sqlite_store)
    with sqlite_store.work() as work:
        old = work.scripts.version(planned.script_id, 1)
        assert old is not None
        work.scripts.archive("een" if planned.script_id == "twee" else "twee", planned.due_at)
    shelve(sqlite_store, [replace(old, version=2, text="Een nieuwe tekst?")])
    assert nudges.send_due().ends == {"script_changed": 1}
    assert nudges.send_due().ends == {"allowed": 1}
    assert nudges.send_due().ends == {}
    assert outlet.texts == ["Een nieuwe tekst?"]
    assert ends_of(sqlite_store) == [("skipped", "script_changed"), ("sent", "allowed")]


@pytest.mark.usefixtures("due")
def test_publishing_again_after_it_went_out_fires_nothing_retroactively(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    nudges.send_due()
    sent = rows_of(sqlite_store)[0]
    with sqlite_store.work() as work:
        old = work.scripts.version(sent.script_id, 1)
    assert old is not None
    shelve(sqlite_store, [replace(old, version=2)])
    for _ in range(48):
        clock.advance(hours=3)
        nudges.plan_missing()
        nudges.send_due()
    assert len(outlet.sent) == 1


@pytest.mark.usefixtures("due")
def test_who_says_stop_before_it_leaves_gets_nothing(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    RightsService(sqlite_store.work, clock).stop(WHO)
    assert nudges.send_due().ends == {"stopped": 1}
    assert outlet.sent == []


@pytest.mark.usefixtures("due")
def test_who_is_erased_while_it_is_being_sent_leaves_no_trace(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    outlet.instead = lambda learner_id: RightsService(sqlite_store.work, clock).erase(learner_id) and None
    nudges.send_due()
    nudges.plan_missing()
    assert rows_of(sqlite_store) == []


def test_a_tick_is_bounded_in_rows_and_in_time(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(25):
        join(sqlite_store, a_learner(f"{n:032x}"))
    nudges.plan_missing()
    clock.now = local(2026, 3, 3, 11)
    make_all_due(sqlite_store, clock.now)
    assert nudges.send_due(most=12).sent == 12
    seconds = iter(range(1000))
    monkeypatch.setattr("bot.nudges.sending.sender.monotonic", lambda: float(next(seconds)))
    assert nudges.send_due(seconds=0).ends == {}
    assert nudges.send_due(seconds=7).sent == 5, "looking at the clock costs a second here"
    with sqlite_store.work() as work:
        states = [work.due_nudges.open_for(f"{n:032x}").state for n in range(25) if work.due_nudges.open_for(f"{n:032x}")]
    assert set(states) == {DueState.PLANNED}, "what there was no time for is free for others at once"
    monkeypatch.undo()
    assert nudges.send_due().sent == 8
    assert len(outlet.sent) == 25


@pytest.mark.usefixtures("due")
def test_rows_are_claimed_by_one_owner(sqlite_store: Store, clock: StoppedClock) -> None:
    with sqlite_store.work() as work:
        lease = clock.now + timedelta(minutes=5)
        assert len(work.due_nudges.claim("one", clock.now, lease, 10)) == 1
        assert work.due_nudges.claim("two", clock.now, lease, 10) == []
        due = open_row_in(work)
        assert not work.due_nudges.mark_sending(due, "two", clock.now, lease)
        assert work.due_nudges.mark_sending(due, "one", clock.now, lease)
        assert not work.due_nudges.mark_sending(due, "one", clock.now, lease)
        assert not work.due_nudges.end(due, "two", DueState.SENT, Reason.ALLOWED, clock.now)


def open_row_in(work) -> int:  # noqa: ANN001
    due = work.due_nudges.open_for(WHO)
    assert due is not None
    return due.id
