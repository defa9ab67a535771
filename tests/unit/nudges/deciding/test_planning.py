from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import local_date
from bot.learners.models import EVERY_DAYS, DayPart, NudgeState
from bot.nudges.deciding.planning import LookAgain, PauseNow, Plan, next_step, replacement
from bot.nudges.deciding.policy import Current
from bot.nudges.deciding.timetable import in_quiet_hours, is_free_day
from bot.nudges.models import DueState, Moment, Repeat
from bot.nudges.situation import Situation
from tests.unit.nudges.makers import MONDAY, a_library, a_row, a_script, a_situation, at_moment, local

SILENT = frozenset({"silent_3w"})
LIBRARY = a_library(a_script("een"), a_script("twee"), a_script("weer-klein", needs=SILENT, repeat=Repeat(2, 90)))


def planned(situation: Situation, now: datetime = MONDAY, not_before: datetime | None = None) -> Plan:
    step = next_step(situation, LIBRARY, now, not_before)
    assert isinstance(step, Plan)
    return step


@given(
    now=st.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: local(2026, 1, 1) + timedelta(minutes=minutes)),
    every_days=st.sampled_from(EVERY_DAYS),
    part=st.none() | st.sampled_from(DayPart),
    weekday=st.none() | st.integers(0, 6),
    last=st.none() | st.integers(0, 40),
)
def test_a_plan_keeps_every_rule_of_time(
    now: datetime, every_days: int, part: DayPart | None, weekday: int | None, last: int | None
) -> None:
    rows = [] if last is None else [a_row(now - timedelta(days=last), "twee", answered_at=now - timedelta(days=last))]
    situation = a_situation(*rows, every_days=every_days, part=part, weekday=weekday)
    plan = planned(situation, now)
    assert plan.due_at >= now
    assert not in_quiet_hours(plan.due_at)
    assert not is_free_day(local_date(plan.due_at), situation.preferences)
    assert plan.slot == local_date(plan.due_at).isoformat()
    if last is None:
        assert local_date(plan.due_at) > local_date(now)
    else:
        assert local_date(plan.due_at) - local_date(rows[0].due_at) >= timedelta(days=every_days)


def test_the_first_nudge_comes_on_the_next_working_day() -> None:
    assert local_date(planned(a_situation()).due_at) == date(2026, 3, 3)
    assert local_date(planned(a_situation(), local(2026, 3, 6, 15)).due_at) == date(2026, 3, 9)


def test_the_chosen_weekday_and_part_of_the_day_win() -> None:
    due_at = planned(a_situation(weekday=5, part=DayPart.PAUZE)).due_at
    assert local(2026, 3, 7, 12) <= due_at < local(2026, 3, 7, 13, 30)


def test_a_snooze_and_a_refusal_both_hold_the_next_one_back() -> None:
    snoozed = a_situation(a_row(MONDAY - timedelta(days=30), answered_at=MONDAY, quiet_until=MONDAY + timedelta(days=7)))
    assert planned(snoozed).due_at >= MONDAY + timedelta(days=7)
    assert planned(a_situation(), not_before=MONDAY + timedelta(days=9)).due_at >= MONDAY + timedelta(days=9)


def test_during_a_pause_the_next_one_is_planned_for_after_it() -> None:
    until = MONDAY + timedelta(days=30)
    assert planned(a_situation(state=NudgeState.PAUSED, paused_until=until)).due_at >= until


def test_after_three_weeks_of_silence_the_comeback_script_comes_once_and_then_a_pause() -> None:
    seen = MONDAY - timedelta(days=40)
    silent = [a_row(MONDAY - timedelta(days=days), "een") for days in (28, 14)]
    step = next_step(a_situation(*silent, seen=seen), LIBRARY, MONDAY)
    assert isinstance(step, Plan)
    assert step.script.id == "weer-klein"

    comeback = a_row(MONDAY, "weer-klein")
    waiting = a_situation(*silent, comeback, seen=seen)
    assert next_step(waiting, LIBRARY, MONDAY) == LookAgain(local(2026, 3, 9))
    assert next_step(waiting, LIBRARY, local(2026, 3, 9)) == PauseNow()


def test_whoever_comes_back_after_the_comeback_goes_on_as_before() -> None:
    rows = [a_row(MONDAY - timedelta(days=days), "een") for days in (35, 21)] + [a_row(MONDAY - timedelta(days=7), "weer-klein")]
    plan = planned(a_situation(*rows, seen=MONDAY - timedelta(days=2)))
    assert plan.script.id != "weer-klein"


def test_silence_without_a_comeback_script_becomes_a_pause() -> None:
    silent = a_situation(*[a_row(MONDAY - timedelta(days=days), "een") for days in (28, 14)], seen=MONDAY - timedelta(days=40))
    assert next_step(silent, a_library(a_script("een")), MONDAY) == PauseNow()


def test_when_nothing_suits_we_look_again_tomorrow() -> None:
    nothing = a_library(a_script("zzp", audience=("zzp",)))
    assert next_step(a_situation(), nothing, MONDAY) == LookAgain(MONDAY + timedelta(days=1))


def test_archived_scripts_are_not_planned() -> None:
    library = a_library(a_script("een"))
    gone = replace(library, current={"een": Current(a_script("een"), archived=True)})
    assert isinstance(next_step(a_situation(), gone, MONDAY), LookAgain)


def test_a_script_for_friday_waits_for_friday_when_there_is_nothing_else() -> None:
    step = next_step(a_situation(), a_library(at_moment(a_script(), 4, part="middag")), MONDAY)
    assert isinstance(step, Plan)
    assert local(2026, 3, 6, 13, 30) <= step.due_at < local(2026, 3, 6, 17)


def test_an_edited_script_may_take_the_place_of_its_older_version_at_the_same_moment() -> None:
    ended = a_row(MONDAY, "een", state=DueState.SKIPPED)
    edited = a_library(replace(a_script("een"), version=2))
    plan = replacement(a_situation(ended), edited, MONDAY)
    assert plan == Plan(edited.current["een"].script, "2026-03-02/v2", MONDAY)


@pytest.mark.parametrize("used", ["2026-03-02/v2", None])
def test_a_slot_is_used_once_for_ever(used: str | None) -> None:
    rows = [a_row(MONDAY, "een", state=DueState.SKIPPED), a_row(MONDAY, "een", state=DueState.SKIPPED, slot=used or "other")]
    plan = replacement(a_situation(*rows), a_library(replace(a_script("een"), version=2)), MONDAY)
    assert (plan is None) == (used is not None)


def test_a_replacement_fits_the_moment_it_takes_over() -> None:
    fits = at_moment(a_script("ochtend"), 0, part="ochtend")
    others = [at_moment(a_script("avond"), part="avond"), at_moment(a_script("vrijdag"), 4)]
    plan = replacement(a_situation(), a_library(fits, *others), MONDAY)
    assert plan is not None
    assert plan.script == fits


def test_out_of_season_another_script_is_planned_and_nothing_replaces_into_it() -> None:
    summer, always = a_script("zomer", moment=Moment(months=frozenset({7}))), a_script("altijd")
    step = next_step(a_situation(), a_library(summer, always), MONDAY)
    assert isinstance(step, Plan)
    assert step.script.id == "altijd"
    assert replacement(a_situation(), a_library(summer), step.due_at) is None
    july = next_step(a_situation(), a_library(summer, always), local(2026, 7, 1, 9))
    assert isinstance(july, Plan)
    assert july.script.id == "zomer"


def test_what_comes_into_season_within_four_weeks_is_planned_and_what_comes_later_waits() -> None:
    summer = a_library(a_script(moment=Moment(months=frozenset({7}))))
    too_early = local(2026, 6, 2, 9)
    assert next_step(a_situation(), summer, too_early) == LookAgain(too_early + timedelta(days=1))
    step = next_step(a_situation(), summer, local(2026, 6, 3, 9))
    assert isinstance(step, Plan)
    assert local_date(step.due_at) == date(2026, 7, 1)


def test_a_refusal_until_the_very_moment_of_a_person_allows_that_moment() -> None:
    due_at = planned(a_situation()).due_at
    assert planned(a_situation(), not_before=due_at).due_at == due_at
    assert local_date(planned(a_situation(), not_before=due_at + timedelta(seconds=1)).due_at) == date(2026, 3, 4)


@pytest.mark.parametrize(("days_ago", "day"), [((3, 7), date(2026, 3, 3)), ((3, 6), date(2026, 3, 3)), ((3, 4), date(2026, 3, 5))])
def test_a_third_in_seven_days_waits_until_the_first_is_a_week_ago(days_ago: tuple[int, ...], day: date) -> None:
    rows = [a_row(MONDAY - timedelta(days=days), "een", answered_at=MONDAY) for days in days_ago]
    assert local_date(planned(a_situation(*rows, every_days=4)).due_at) == day
