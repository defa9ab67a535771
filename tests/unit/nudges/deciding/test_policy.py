from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.learners.models import DayPart, NudgeState, Shift
from bot.nudges.deciding.policy import Case, Current, decide
from bot.nudges.deciding.verdict import Allow, Decision, Deny
from bot.nudges.models import DueNudge, DueState, Reason, Script
from bot.nudges.situation import Situation
from tests.unit.nudges.makers import MONDAY, a_row, a_script, a_situation, local

SCRIPT = a_script()
ARCHIVED = Current(SCRIPT, archived=True)
NEWER = Current(replace(SCRIPT, version=2))


CURRENT = Current(SCRIPT)


def decided(situation: Situation, now: datetime = MONDAY, *, due_at: datetime | None = None, current: Current | None = CURRENT) -> Decision:
    return decide(Case(a_row(due_at or now, state=DueState.CLAIMED), situation, current, now))


def days_ago(days: float, **changes: object) -> DueNudge:
    return a_row(MONDAY - timedelta(days=days), "iets-anders", **changes)


def test_who_wants_nudges_and_got_none_lately_gets_one() -> None:
    assert decided(a_situation()) == Allow()


@pytest.mark.parametrize(
    ("state", "reason"),
    [(NudgeState.UNASKED, Reason.NO_CONSENT), (NudgeState.STOPPED, Reason.STOPPED), (NudgeState.PAUSED, Reason.PAUSED)],
)
def test_without_a_yes_that_still_holds_nothing_goes_out(state: NudgeState, reason: Reason) -> None:
    assert decided(a_situation(state=state)) == Deny(reason)


def test_a_pause_with_an_end_says_when_to_try_again_and_is_over_at_its_end() -> None:
    until = MONDAY + timedelta(hours=1)
    paused = a_situation(state=NudgeState.PAUSED, paused_until=until)
    assert decided(paused) == Deny(Reason.PAUSED, until)
    assert decided(paused, until) == Allow()


def test_nothing_is_sent_to_someone_without_an_address() -> None:
    assert decided(a_situation(reachable=False)).reason is Reason.NO_ADDRESS


@pytest.mark.parametrize(("late", "reason"), [(120, Reason.ALLOWED), (121, Reason.LATE)])
def test_more_than_two_hours_late_is_too_late(late: int, reason: Reason) -> None:
    assert decided(a_situation(), MONDAY + timedelta(minutes=late), due_at=MONDAY).reason is reason


@pytest.mark.parametrize(
    ("current", "reason"), [(None, Reason.SCRIPT_ARCHIVED), (ARCHIVED, Reason.SCRIPT_ARCHIVED), (NEWER, Reason.SCRIPT_CHANGED)]
)
def test_an_archived_or_edited_script_does_not_go_out(current: Current | None, reason: Reason) -> None:
    assert decided(a_situation(), current=current).reason is reason


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        (local(2026, 3, 2, 7, 59), Reason.QUIET_HOURS),
        (local(2026, 3, 2, 20, 0), Reason.QUIET_HOURS),
        (local(2026, 3, 29, 12, 0), Reason.HOLIDAY),
        (local(2026, 4, 27, 12, 0), Reason.HOLIDAY),
        (local(2026, 12, 25, 12, 0), Reason.HOLIDAY),
    ],
    ids=["before eight", "at eight in the evening", "sunday", "king's day", "christmas"],
)
def test_quiet_hours_sundays_and_holidays_are_respected(now: datetime, reason: Reason) -> None:
    denied = decided(a_situation(), now)
    assert denied.reason is reason
    assert denied.again_at is not None


def test_nobody_gets_one_during_their_shift() -> None:
    for shift, hour, allowed in ((Shift.LAAT, 11, True), (Shift.LAAT, 17, False), (Shift.NACHT, 11, False), (Shift.WISSELEND, 17, False)):
        now = local(2026, 3, 3, hour)
        expected = Allow() if allowed else Deny(Reason.AT_WORK, now)
        assert decided(a_situation(shift=shift), now) == expected


def test_whoever_chose_sundays_gets_it_on_sunday_but_not_at_night() -> None:
    assert decided(a_situation(weekday=6), local(2026, 3, 29, 12, 0)) == Allow()
    assert decided(a_situation(weekday=4), local(2026, 12, 25, 12, 0)).reason is Reason.HOLIDAY
    assert decided(a_situation(weekday=6, part=DayPart.AVOND), local(2026, 3, 29, 21, 0)).reason is Reason.QUIET_HOURS


def test_niet_nu_holds_everything_back_until_its_silence_is_over() -> None:
    until = MONDAY + timedelta(days=2)
    snoozed = a_situation(days_ago(30, answered_at=MONDAY - timedelta(days=5), quiet_until=until))
    assert decided(snoozed) == Deny(Reason.SNOOZED, until)
    assert decided(snoozed, until) == Allow()
    assert decided(snoozed, local(2026, 3, 4, 11)) == Allow()


@pytest.mark.parametrize("state", [DueState.SENT, DueState.UNKNOWN, DueState.SENDING])
def test_one_a_day_at_most_also_when_it_is_unclear_whether_the_first_arrived(state: DueState) -> None:
    denied = decided(a_situation(days_ago(0.05, state=state)))
    assert denied == Deny(Reason.CAP_DAY, local(2026, 3, 3))


def test_two_in_seven_days_at_most_whatever_the_rhythm() -> None:
    rows = [days_ago(4), days_ago(6)]
    assert decided(a_situation(*rows, every_days=4)) == Deny(Reason.CAP_WEEK, local(2026, 3, 3))
    assert decided(a_situation(days_ago(4), days_ago(7), every_days=4)) == Allow()


def test_what_never_left_counts_for_nothing() -> None:
    rows = [days_ago(0.1, state=state, reason=Reason.REFUSED) for state in (DueState.SKIPPED, DueState.NOT_SENT)]
    assert decided(a_situation(*rows)) == Allow()


def test_what_a_person_asked_for_counts_for_nothing() -> None:
    assert decided(a_situation(days_ago(0.05, reason=Reason.ASKED_FOR), days_ago(0.1, reason=Reason.ASKED_FOR))) == Allow()


@pytest.mark.parametrize(("every_days", "days", "reason"), [(7, 6, Reason.TOO_SOON), (7, 7, Reason.ALLOWED), (30, 29, Reason.TOO_SOON)])
def test_the_person_s_own_rhythm_counts_in_days_not_hours(every_days: int, days: int, reason: Reason) -> None:
    later_that_day = days_ago(days - 0.2)
    assert decided(a_situation(later_that_day, every_days=every_days)).reason is reason


def test_after_two_unanswered_nudges_two_weeks_go_by() -> None:
    silent = a_situation(days_ago(14), days_ago(7), seen=MONDAY - timedelta(days=20))
    assert decided(silent) == Deny(Reason.TOO_SOON, local(2026, 3, 9))


@pytest.mark.parametrize("sign", ["typed", "pressed"])
def test_any_sign_of_life_ends_the_back_off(sign: str) -> None:
    answered = MONDAY - timedelta(days=6)
    rows = [days_ago(14), days_ago(7, answered_at=answered if sign == "pressed" else None)]
    assert decided(a_situation(*rows, seen=answered if sign == "typed" else MONDAY - timedelta(days=20))) == Allow()


def test_nobody_is_interrupted_within_ten_minutes_of_talking() -> None:
    talking = a_situation(seen=MONDAY - timedelta(minutes=9))
    assert decided(talking) == Deny(Reason.TALKING, MONDAY + timedelta(minutes=1))
    assert decided(talking, MONDAY + timedelta(minutes=1)) == Allow()


@pytest.mark.parametrize(
    ("script", "situation"),
    [
        (a_script(needs=frozenset({"silent_3w"})), a_situation()),
        (a_script(audience=("zzp",)), a_situation()),
        (a_script(text="Je idee: {idee}.", needs=frozenset({"plan"})), a_situation(idea=" ")),
    ],
    ids=["came back", "other audience", "nothing to fill in"],
)
def test_a_script_that_no_longer_suits_does_not_go_out(script: Script, situation: Situation) -> None:
    assert decided(situation, current=Current(script)).reason is Reason.NOT_ELIGIBLE


def test_a_script_about_a_plan_that_is_done_does_not_go_out() -> None:
    about_a_plan = Current(a_script(needs=frozenset({"plan"})))
    assert decided(a_situation(), current=about_a_plan).reason is Reason.GOAL_REACHED
    assert decided(a_situation(idea="Fiets maken"), current=about_a_plan) == Allow()


def test_a_clock_that_was_set_back_does_not_make_the_next_one_come_early() -> None:
    from_the_future = a_row(MONDAY + timedelta(days=3), "iets-anders")
    assert decided(a_situation(from_the_future, seen=MONDAY - timedelta(days=1))).reason is Reason.TOO_SOON


NOON, SUNDAY_NIGHT, BEFORE_EIGHT = local(2026, 3, 3, 12), local(2026, 3, 29, 21), local(2026, 3, 3, 7, 59)
TOO_LATE = MONDAY + timedelta(hours=3)
ABOUT_A_PLAN, FOR_OTHERS = Current(a_script(needs=frozenset({"plan"}))), Current(a_script(audience=("zzp",)))
QUIET = a_row(MONDAY - timedelta(days=30), id=5, quiet_until=NOON + timedelta(days=1))


@pytest.mark.parametrize(
    ("situation", "now", "current", "reason"),
    [
        (a_situation(state=NudgeState.STOPPED, reachable=False), NOON, CURRENT, Reason.STOPPED),
        (a_situation(reachable=False), TOO_LATE, CURRENT, Reason.NO_ADDRESS),
        (a_situation(), TOO_LATE, ARCHIVED, Reason.LATE),
        (a_situation(), BEFORE_EIGHT, ABOUT_A_PLAN, Reason.GOAL_REACHED),
        (a_situation(), SUNDAY_NIGHT, CURRENT, Reason.QUIET_HOURS),
        (a_situation(shift=Shift.VROEG), local(2026, 3, 29, 11), CURRENT, Reason.HOLIDAY),
        (a_situation(QUIET, shift=Shift.VROEG), NOON, CURRENT, Reason.AT_WORK),
        (a_situation(QUIET, a_row(NOON)), NOON, CURRENT, Reason.SNOOZED),
        (a_situation(a_row(NOON - timedelta(days=5)), a_row(NOON)), NOON, CURRENT, Reason.CAP_DAY),
        (a_situation(a_row(NOON - timedelta(days=1)), a_row(NOON - timedelta(days=5))), NOON, CURRENT, Reason.CAP_WEEK),
        (a_situation(a_row(NOON - timedelta(days=1)), seen=NOON), NOON, CURRENT, Reason.TOO_SOON),
        (a_situation(seen=NOON), NOON, FOR_OTHERS, Reason.TALKING),
    ],
    ids=lambda value: value.value if isinstance(value, Reason) else "",
)
def test_of_several_reasons_the_first_in_the_order_of_the_rules_is_told(
    situation: Situation, now: datetime, current: Current, reason: Reason
) -> None:
    due_at = MONDAY if now == TOO_LATE else now
    assert decided(situation, now, due_at=due_at, current=current).reason is reason
