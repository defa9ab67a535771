import threading
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.errors import ScriptConflict
from bot.learners.models import DayPart, NudgePreferences, NudgeState
from bot.nudges.deciding.facts import Facts
from bot.nudges.models import DueNudge, DueState, Reason
from bot.nudges.ports import Draft
from bot.nudges.rows import NewRow
from bot.nudges.sending.delivery_log import DeliveryLog
from bot.nudges.sending.heartbeat import Heartbeats
from bot.store.work import SqlWork, Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import MONDAY, a_learner, a_script, join, shelve

WHO = "a" * 32
LEASE = timedelta(minutes=5)
WANTED = NudgePreferences(NudgeState.ON)
SOME_FACTS = Facts(MONDAY, NudgeState.ON, 7, None, in_week=0, unanswered=0, talking=True, snoozed=False, reachable=True)


@pytest.fixture(autouse=True)
def people_and_scripts(store: Store) -> None:
    shelve(store, [a_script("een"), a_script("twee")])
    for n in range(20):
        join(store, a_learner(f"{n:032x}"))
    join(store, a_learner())


def plan(work: SqlWork, learner_id: str = WHO, script_id: str = "een", slot: str = "mrt-2", due_at: datetime = MONDAY) -> DueNudge | None:
    added = work.due_nudges.plan([NewRow(learner_id, a_script(script_id), slot, due_at, WANTED)])
    return work.due_nudges.open_for(learner_id) if added else None


def planned(work: SqlWork, **where: object) -> DueNudge:
    due = plan(work, **where)
    assert due is not None
    return due


def test_a_slot_is_used_once_for_ever(store: Store) -> None:
    with store.work() as work:
        due = planned(work)
        assert work.due_nudges.end(due.id, None, DueState.SKIPPED, Reason.STOPPED, MONDAY)
    with store.work() as work:
        assert plan(work) is None
        assert plan(work, slot="2026-03-09") is not None


def test_a_person_has_at_most_one_open_row_and_the_transaction_goes_on(store: Store) -> None:
    with store.work() as work:
        due = planned(work)
        assert plan(work, script_id="twee", slot="2026-03-09") is None
        assert work.due_nudges.open_for(WHO) == due
        work.due_nudges.make_way([due.id], MONDAY - LEASE)
        assert plan(work, script_id="twee", slot="2026-03-09") is not None


def test_a_row_that_nothing_happened_with_makes_way_without_a_trace_and_its_number_is_not_used_again(store: Store) -> None:
    with store.work() as work:
        due = planned(work)
        work.due_nudges.make_way([due.id], MONDAY - LEASE)
        assert work.due_nudges.by_id(due.id) is None
        assert planned(work, script_id="twee").id != due.id


def test_a_row_that_was_due_or_decided_about_makes_way_with_a_reason(store: Store) -> None:
    with store.work() as work:
        decided = planned(work, learner_id="0" * 32)
        work.due_nudges.claim("one", MONDAY, MONDAY + LEASE, 1)
        work.due_nudges.keep_facts("one", {decided.id: SOME_FACTS})
        work.due_nudges.let_wait("one", {decided.id: MONDAY + LEASE})
        due = planned(work)
        work.due_nudges.make_way([decided.id], MONDAY - LEASE)
        work.due_nudges.make_way([due.id], MONDAY)
        for row in (due, decided):
            ended = work.due_nudges.by_id(row.id)
            assert ended is not None
            assert (ended.state, ended.reason) == (DueState.SKIPPED, Reason.REPLANNED)


def test_facts_are_kept_by_who_holds_the_row(store: Store) -> None:
    with store.work() as work:
        due = planned(work)
        work.due_nudges.claim("one", MONDAY, MONDAY + LEASE, 1)
        work.due_nudges.keep_facts("two", {due.id: SOME_FACTS})
        assert [row.facts for row in work.deliveries.page()] == [None]
        work.due_nudges.keep_facts("one", {due.id: SOME_FACTS})
        assert [row.facts for row in work.deliveries.page()] == [SOME_FACTS]


def test_a_row_on_its_way_makes_way_for_nothing(store: Store) -> None:
    with store.work() as work:
        due = planned(work)
        work.due_nudges.claim("one", MONDAY, MONDAY + LEASE, 10)
        work.due_nudges.make_way([due.id], MONDAY)
        assert work.due_nudges.open_for(WHO) == replace(due, state=DueState.CLAIMED)


def test_the_oldest_rows_are_claimed_first_and_only_when_it_is_time(store: Store) -> None:
    with store.work() as work:
        for n in range(5):
            planned(work, learner_id=f"{n:032x}", due_at=MONDAY - timedelta(minutes=n))
        planned(work, due_at=MONDAY + timedelta(seconds=1))
    with store.work() as work:
        claimed = work.due_nudges.claim("one", MONDAY, MONDAY + LEASE, 3)
        assert [due.learner_id for due in claimed] == [f"{n:032x}" for n in (4, 3, 2)]
        assert {due.state for due in claimed} == {DueState.CLAIMED}
        assert len(work.due_nudges.claim("one", MONDAY, MONDAY + LEASE, 10)) == 2


def test_every_step_needs_the_step_before_it_and_the_right_owner(store: Store) -> None:
    with store.work() as work:
        rows, due = work.due_nudges, planned(work)
        assert not rows.mark_sending(due.id, "one", MONDAY, MONDAY + LEASE)
        rows.claim("one", MONDAY, MONDAY + LEASE, 1)
        assert not rows.end(due.id, None, DueState.SKIPPED, Reason.STOPPED, MONDAY), "claimed rows are not cancelled from outside"
        assert not rows.put_back(due.id, "two", MONDAY, attempts=1)
        assert rows.mark_sending(due.id, "one", MONDAY, MONDAY + LEASE)
        assert rows.end(due.id, "one", DueState.SENT, Reason.ALLOWED, MONDAY)
        assert not rows.end(due.id, "one", DueState.NOT_SENT, Reason.REFUSED, MONDAY)
        ended = rows.by_id(due.id)
        assert ended is not None
        assert (ended.state, ended.sent_at, ended.ended_at) == (DueState.SENT, MONDAY, MONDAY)


def test_a_row_that_is_put_back_keeps_its_promise_and_waits(store: Store) -> None:
    later = MONDAY + timedelta(minutes=10)
    with store.work() as work:
        due = planned(work)
        work.due_nudges.claim("one", MONDAY, MONDAY + LEASE, 1)
        work.due_nudges.mark_sending(due.id, "one", MONDAY, MONDAY + LEASE)
        assert work.due_nudges.put_back(due.id, "one", later, attempts=1)
        assert work.due_nudges.claim("two", MONDAY, MONDAY + LEASE, 1) == []
        (again,) = work.due_nudges.claim("two", later, later + LEASE, 1)
        assert (again.due_at, again.attempts, again.sent_at) == (MONDAY, 1, None)


def test_many_claimed_rows_wait_without_that_counting_as_a_try_and_only_the_own_ones(store: Store) -> None:
    later = MONDAY + timedelta(minutes=10)
    with store.work() as work:
        mine, other = planned(work), planned(work, learner_id="0" * 32)
        work.due_nudges.claim("one", MONDAY, MONDAY + LEASE, 2)
        work.due_nudges.let_wait("two", {mine.id: later})
        assert work.due_nudges.claim("two", later, later + LEASE, 2) == []
        work.due_nudges.let_wait("one", {mine.id: later, other.id: MONDAY})
        assert [due.id for due in work.due_nudges.claim("two", MONDAY, MONDAY + LEASE, 2)] == [other.id]
        (again,) = work.due_nudges.claim("two", later, later + LEASE, 2)
        assert (again.id, again.due_at, again.attempts) == (mine.id, MONDAY, 0)


def test_lost_leases_are_dealt_with_once(store: Store) -> None:
    with store.work() as work:
        for n in range(2):
            planned(work, learner_id=f"{n:032x}")
        claimed = work.due_nudges.claim("one", MONDAY, MONDAY + LEASE, 2)
        work.due_nudges.mark_sending(claimed[0].id, "one", MONDAY, MONDAY + LEASE)
    with store.work() as work:
        assert work.due_nudges.recover(MONDAY + LEASE) == {DueState.UNKNOWN: 0, DueState.PLANNED: 0}
        after = MONDAY + LEASE + timedelta(seconds=1)
        assert work.due_nudges.recover(after) == {DueState.UNKNOWN: 1, DueState.PLANNED: 1}
        assert work.due_nudges.recover(after) == {DueState.UNKNOWN: 0, DueState.PLANNED: 0}


def test_the_queue_names_who_is_new_and_who_changed_until_they_were_looked_at(store: Store) -> None:
    with store.work() as work:
        everybody = [*(f"{n:032x}" for n in range(20)), WHO]
        assert work.planning_queue.waiting(MONDAY, 100) == everybody
        assert work.planning_queue.waiting(MONDAY, 3) == everybody[:3]
        work.planning_queue.forget(everybody)
        assert work.planning_queue.waiting(MONDAY, 100) == []
        learner = work.learners.by_id(WHO)
        assert learner is not None
        for days in (14, 7):
            work.learners.save(replace(learner, nudges=replace(learner.nudges, every_days=days)))
        assert work.planning_queue.waiting(MONDAY, 100) == [WHO]


def test_a_row_of_a_process_that_died_while_sending_puts_its_person_in_the_queue(store: Store) -> None:
    with store.work() as work:
        due = planned(work)
        work.due_nudges.claim("one", MONDAY, MONDAY + LEASE, 1)
        work.due_nudges.mark_sending(due.id, "one", MONDAY, MONDAY + LEASE)
        work.planning_queue.forget([WHO])
        work.due_nudges.recover(MONDAY + 2 * LEASE)
        assert WHO in work.planning_queue.waiting(MONDAY, 100)


def test_a_sweep_finds_who_has_no_row_whose_row_is_outdated_and_whose_is_unwanted_and_nobody_else(store: Store) -> None:
    changed = {
        0: {"every_days": 14},
        1: {"part": DayPart.AVOND},
        2: {"weekday": 0},
        3: {"state": NudgeState.STOPPED},
        4: {"state": NudgeState.PAUSED},
    }
    with store.work() as work:
        for n in range(20):
            planned(work, learner_id=f"{n:032x}")
        for n, change in changed.items():
            learner = work.learners.by_id(f"{n:032x}")
            assert learner is not None
            work.learners.save(replace(learner, nudges=replace(learner.nudges, **change)))
        work.planning_queue.forget([*(f"{n:032x}" for n in range(20)), WHO])
    with store.work() as work:
        for _ in range(2):
            work.planning_queue.sweep()
        assert sorted(work.planning_queue.waiting(MONDAY, 100)) == [*(f"{n:032x}" for n in changed), WHO]


def test_a_pause_with_an_end_only_disturbs_what_falls_inside_it(store: Store) -> None:
    with store.work() as work:
        inside, outside = planned(work, learner_id="0" * 32), planned(work, learner_id=f"{1:032x}", due_at=MONDAY + timedelta(days=9))
        for due in (inside, outside):
            learner = work.learners.by_id(due.learner_id)
            assert learner is not None
            nudges = replace(learner.nudges, state=NudgeState.PAUSED, paused_until=MONDAY + timedelta(days=5))
            work.learners.save(replace(learner, nudges=nudges))
        assert work.planning_queue.outdated([inside.id, outside.id]) == {inside.id}


def test_looking_again_waits_until_its_moment(store: Store) -> None:
    with store.work() as work:
        work.planning_queue.forget([f"{n:032x}" for n in range(20)])
        for days in (3, 1):
            work.planning_queue.look_again({WHO: MONDAY + timedelta(days=days)})
        assert work.planning_queue.waiting(MONDAY, 9) == []
        assert work.planning_queue.waiting(MONDAY + timedelta(days=1), 9) == [WHO]
        work.planning_queue.forget([WHO])
        assert work.planning_queue.waiting(MONDAY + timedelta(days=1), 9) == []


def test_versions_are_immutable_and_unique(store: Store) -> None:
    with store.work() as work:
        with pytest.raises(ScriptConflict):
            work.scripts.publish(a_script("een", text="Iets anders"), MONDAY, "beheer")
        work.scripts.publish(a_script("een", version=2, text="Iets anders"), MONDAY, "beheer")
    with store.work() as work:
        current = work.scripts.current("een")
        assert current is not None
        assert (current.script.version, current.script.text) == (2, "Iets anders")
        assert work.scripts.version("een", 1) == a_script("een")
        assert work.scripts.version("een", 3) is None
        assert set(work.scripts.all()) == {"een", "twee"}


def test_a_draft_is_kept_as_it_was_written(store: Store) -> None:
    drafts = [Draft("een", {"id": "een", "text": text, "minutes": "twee"}, 1, MONDAY, "beheer") for text in ("Eerst", "Daarna é €")]
    with store.work() as work:
        for draft in drafts:
            work.script_drafts.save(draft)
    with store.work() as work:
        assert work.script_drafts.all() == drafts[1:]
        work.script_drafts.remove("een")
        assert work.script_drafts.get("een") is None


def test_the_delivery_log_pages_filters_and_counts_without_saying_who(store: Store, clock: StoppedClock) -> None:
    with store.work() as work:
        for n in range(6):
            due = planned(work, learner_id=f"{n:032x}", script_id="een" if n % 2 else "twee")
            reason = Reason.STOPPED if n < 4 else Reason.PAUSED
            work.due_nudges.end(due.id, None, DueState.SKIPPED, reason, MONDAY - timedelta(days=n))
    log = DeliveryLog(store.work, clock)
    first = log.page(limit=4)
    second = log.page(limit=4, before_id=first[-1].id)
    ids = [row.id for row in (*first, *second)]
    assert ids == sorted(ids, reverse=True)
    assert len(set(ids)) == 6
    assert {row.script_id for row in log.page(script_id="een")} == {"een"}
    assert len(log.page(reason=Reason.PAUSED)) == 2
    assert log.counts(days=7) == {(DueState.SKIPPED, Reason.STOPPED): 4, (DueState.SKIPPED, Reason.PAUSED): 2}
    assert log.counts(days=2) == {(DueState.SKIPPED, Reason.STOPPED): 3}
    assert "learner" not in repr(first)


def test_a_process_is_alive_for_a_minute_after_its_last_sign(store: Store, clock: StoppedClock) -> None:
    heartbeats = Heartbeats(store.work, clock, "one")
    assert not heartbeats.is_alive("scheduler")
    for _ in range(2):
        heartbeats.beat("scheduler")
        clock.advance(seconds=60)
        assert heartbeats.is_alive("scheduler")
    clock.advance(seconds=1)
    assert not heartbeats.is_alive("scheduler")


def test_a_process_that_hangs_is_not_alive_because_another_of_its_kind_is(store: Store, clock: StoppedClock) -> None:
    one, other = (Heartbeats(store.work, clock, name) for name in ("one", "other"))
    one.beat("scheduler")
    clock.advance(seconds=61)
    other.beat("scheduler")
    assert [one.is_own_alive("scheduler"), other.is_own_alive("scheduler")] == [False, True]
    assert one.is_alive("scheduler")
    assert not other.is_own_alive("web")


def test_a_process_that_is_gone_for_a_day_is_forgotten(store: Store, clock: StoppedClock) -> None:
    one, other = (Heartbeats(store.work, clock, name) for name in ("one", "other"))
    one.beat("scheduler")
    for waited, known in [({"days": 1}, True), ({"seconds": 1}, False)]:
        clock.advance(**waited)
        other.forget_gone()
        with store.work() as work:
            assert (work.heartbeats.latest("scheduler", "one") is not None) is known


def test_claims_from_several_threads_never_overlap(store: Store) -> None:
    with store.work() as work:
        for n in range(20):
            planned(work, learner_id=f"{n:032x}")
    taken: list[int] = []
    start = threading.Barrier(4)

    def claim(owner: str) -> None:
        start.wait()
        while True:
            with store.work() as work:
                rows = work.due_nudges.claim(owner, MONDAY, MONDAY + LEASE, 3)
            if not rows:
                return
            taken.extend(due.id for due in rows)

    threads = [threading.Thread(target=claim, args=(f"owner-{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == len(set(taken)) == 20
