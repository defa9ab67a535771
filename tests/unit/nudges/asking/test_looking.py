from datetime import timedelta

import pytest

from bot.language.saying.texts import load_texts
from bot.learners.models import Barrier, Group, NudgeState
from bot.learners.profile import ProfileService
from bot.learners.rights import RightsService
from bot.messages import Address
from bot.nudges.asking.looking import NextNudge, Why, WhyNot, WhyReminder
from bot.nudges.asking.reminders import ReminderService
from bot.nudges.models import Moment, Occasion, Reason
from bot.nudges.service import NudgeService
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import a_learner, a_script, join, local, open_row, shelve

WHO = "a" * 32


@pytest.fixture(autouse=True)
def scripts(sqlite_store: Store) -> None:
    shelve(sqlite_store, [a_script("een", interests=("koken", "hout"), goal="Iets met hout")])


def test_the_next_nudge_is_known_right_after_the_yes(sqlite_store: Store, nudges: NudgeService) -> None:
    join(sqlite_store, a_learner(weekday=4))
    answer = nudges.next_for(WHO)
    assert answer is not None
    assert answer.state is NudgeState.ON
    assert answer.at == open_row(sqlite_store).due_at
    assert local(2026, 3, 6) < answer.at < local(2026, 3, 7)


def test_after_stop_there_is_no_next_one_and_in_a_pause_it_is_later(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    rights = RightsService(sqlite_store.work, clock)
    rights.pause(WHO)
    paused = nudges.next_for(WHO)
    assert paused is not None
    assert paused.paused_until == clock.now + timedelta(days=30)
    assert paused.at is not None
    assert paused.at >= paused.paused_until
    rights.stop(WHO)
    assert nudges.next_for(WHO) == NextNudge(NudgeState.STOPPED)
    assert nudges.next_for("nobody") is None


def test_when_a_pause_ends_early_what_was_planned_after_it_comes_sooner(
    sqlite_store: Store, nudges: NudgeService, clock: StoppedClock
) -> None:
    join(sqlite_store, a_learner())
    rights = RightsService(sqlite_store.work, clock)
    until = rights.pause(WHO).nudges.paused_until
    nudges.plan_missing()
    rights.resume(WHO)
    nudges.replan(WHO)
    sooner = nudges.next_for(WHO)
    assert until is not None
    assert sooner is not None
    assert sooner.at is not None
    assert sooner.at < until
    nudges.replan("nobody")


def test_why_tells_the_topic_the_rhythm_and_if_it_was_asked_for(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner(interests=("hout",), every_days=14))
    assert nudges.why(WHO) is None
    assert nudges.send_now(WHO)
    asked = nudges.why(WHO)
    assert isinstance(asked, Why)
    assert (asked.asked_for, asked.interest, asked.goal, asked.every_days) == (True, "hout", "Iets met hout", 14)
    nudges.plan_missing()
    clock.now = open_row(sqlite_store).due_at
    nudges.send_due()
    planned = nudges.why(WHO)
    assert isinstance(planned, Why)
    assert (planned.asked_for, planned.sent_at) == (False, clock.now)


def test_why_tells_when_the_yes_that_stands_was_given(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner(state=NudgeState.UNASKED, interests=("koken",)))
    profile = ProfileService(sqlite_store.work, clock)
    profile.choose_nudges(WHO, every_days=7, part=None)
    RightsService(sqlite_store.work, clock).stop(WHO)
    clock.advance(days=1)
    said_yes = clock.now
    profile.choose_nudges(WHO, every_days=7, part=None)
    nudges.plan_missing()
    clock.now = open_row(sqlite_store).due_at
    nudges.send_due()
    answer = nudges.why(WHO)
    assert isinstance(answer, Why)
    assert (answer.since, answer.asked_for) == (said_yes, False)


def test_why_tells_what_the_person_said_that_it_fits(sqlite_store: Store, nudges: NudgeService) -> None:
    shelve(sqlite_store, [a_script("twee", helps=frozenset({"tijd"}), audience=("zzp",), moment=Moment(months=frozenset({3})))])
    join(sqlite_store, a_learner(barrier=Barrier.TIJD, groups=frozenset({Group.ZZP})))
    assert nudges.send_now(WHO)
    why = nudges.why(WHO)
    assert isinstance(why, Why)
    assert (why.script_id, why.barrier, why.group, why.season) == ("twee", Barrier.TIJD, True, True)


def test_under_a_reminder_why_speaks_about_the_reminder(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner())
    reminders = ReminderService(sqlite_store.work, clock, load_texts())
    asked, due = clock.now, clock.now + timedelta(hours=3)
    reminders.ask(WHO, due, "de was")
    nudges.send_now(WHO)
    assert isinstance(nudges.why(WHO), Why), "the reminder is still to come"
    clock.now = due
    reminders.say_due()
    assert nudges.why(WHO) == WhyReminder(asked, due)
    clock.advance(hours=1)
    nudges.send_now(WHO)
    assert not isinstance(nudges.why(WHO), WhyReminder), "the nudge is the latest now"


def test_the_latest_nudge_is_open_until_it_is_answered(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner())
    assert nudges.open_nudge(WHO) is None
    nudges.send_now(WHO)
    opened = nudges.open_nudge(WHO)
    assert opened is not None
    assert (opened.script_id, opened.sent_at) == ("een", clock.now)
    nudges.answer(WHO, opened.due_id, 0)
    assert nudges.open_nudge(WHO) is None


def test_when_none_came_it_tells_why_not(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    due = open_row(sqlite_store)
    clock.now = due.due_at + timedelta(hours=3)
    nudges.send_due()
    assert (nudges.why(WHO), nudges.why_not(WHO)) == (None, WhyNot(Reason.LATE, due.due_at))


def test_why_the_next_one_did_not_come_is_told_until_another_comes(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    shelve(sqlite_store, [a_script("twee"), a_script("drie")])
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    clock.now = open_row(sqlite_store).due_at
    nudges.send_due()
    assert (type(nudges.why(WHO)), nudges.why_not(WHO)) == (Why, None)
    clock.advance(hours=1)
    nudges.answer(WHO, 1, 0)
    nudges.plan_missing()
    missed = open_row(sqlite_store).due_at
    clock.now = missed + timedelta(hours=3)
    nudges.send_due()
    assert (type(nudges.why(WHO)), nudges.why_not(WHO)) == (Why, WhyNot(Reason.LATE, missed))
    clock.now = open_row(sqlite_store).due_at
    assert nudges.send_due().sent == 1
    assert nudges.why_not(WHO) is None


def test_what_a_pause_took_away_is_told_when_its_moment_has_passed(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    due = open_row(sqlite_store).due_at
    RightsService(sqlite_store.work, clock).stop(WHO)
    nudges.plan_missing()
    assert nudges.why_not(WHO) is None, "its moment is still to come"
    clock.now = due
    assert nudges.why_not(WHO) == WhyNot(Reason.STOPPED, due)


def test_after_a_reminder_an_older_refusal_is_told_no_more(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    clock.now = open_row(sqlite_store).due_at + timedelta(hours=3)
    nudges.send_due()
    reminders = ReminderService(sqlite_store.work, clock, load_texts())
    asked = clock.now
    reminders.ask(WHO, asked + timedelta(hours=1), "de was")
    clock.advance(hours=1)
    reminders.say_due()
    assert (nudges.why(WHO), nudges.why_not(WHO)) == (WhyReminder(asked, clock.now), None)


def test_a_refused_follow_up_does_not_hide_why_the_nudge_before_it_came(
    sqlite_store: Store, nudges: NudgeService, clock: StoppedClock
) -> None:
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    clock.now = open_row(sqlite_store).due_at
    nudges.send_due()
    clock.now = open_row(sqlite_store).due_at
    with sqlite_store.work() as work:
        work.learners.mark_seen(WHO, Address("memory", WHO), clock.now - timedelta(hours=1))
    assert nudges.send_due().ends == {"answered": 1}
    came = nudges.why(WHO)
    assert isinstance(came, Why)
    assert came.occasion is Occasion.ORDINARY
    assert nudges.why_not(WHO) is None


def test_a_follow_up_says_that_it_is_one(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    for _ in range(2):
        clock.now = open_row(sqlite_store).due_at
        nudges.send_due()
    came = nudges.why(WHO)
    assert isinstance(came, Why)
    assert came.occasion is Occasion.FOLLOW_UP


def test_who_spoke_hears_of_the_next_ordinary_nudge_and_not_of_a_follow_up(
    sqlite_store: Store, nudges: NudgeService, clock: StoppedClock
) -> None:
    shelve(sqlite_store, [a_script("twee")])
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    clock.now = sent_at = open_row(sqlite_store).due_at
    nudges.send_due()
    waiting = nudges.next_for(WHO)
    with sqlite_store.work() as work:
        work.learners.mark_seen(WHO, Address("memory", WHO), clock.now + timedelta(hours=1))
    after = nudges.next_for(WHO)
    assert waiting is not None
    assert after is not None
    assert (waiting.at, after.at) == (sent_at + timedelta(days=3), sent_at + timedelta(days=7))
