"""A simulated year: whatever people do and whatever happens to clocks and processes, the rules of domain §5.3 hold."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import cycle, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import local_date
from bot.learners.models import EVERY_DAYS, DayPart, NudgeState, Shift
from bot.nudges.days import is_working_day
from bot.nudges.deciding.eligibility import COMES_BACK
from bot.nudges.deciding.extras import FOLLOW_UP_AFTER, FOLLOW_UP_WITHIN
from bot.nudges.deciding.planning import Plan, next_step
from bot.nudges.history import REMEMBERED, sent_moment
from bot.nudges.models import DueNudge, Occasion, Reason, Script
from bot.nudges.situation import Situation
from tests.unit.nudges.living import HAPPENINGS, REACTIONS, WHO, Life, a_life
from tests.unit.nudges.makers import a_learner, a_library, at_moment, local, rows_of, shipped, stored

OFTEN = {"appje-nieuw-nummer", "hand-aan-de-pan", "maandag-terugblik", "vrijdag-makkelijker", "weer-klein"}
FEW = [at_moment(script) for script in shipped() if script.id in OFTEN]
"""So little that it would soon be too much of the same: two questions, two that come often, and a comeback; for any day."""
REPEATS = {script.id: script.repeat for script in shipped()}
EVENTS = st.tuples(st.integers(0, 30 * 24), st.sampled_from(sorted(HAPPENINGS)), st.integers(1, 40))


YEARS = max(15, settings().max_examples // 10)
"""A year takes long: fifteen of them, or a tenth of what a profile wants that looks further."""


@settings(max_examples=YEARS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    start=st.sampled_from([local(2026, 1, 1, 9), local(2026, 3, 27, 18), local(2027, 10, 30, 12), local(2028, 2, 25, 11)]),
    every_days=st.just(7) | st.sampled_from(EVERY_DAYS),
    part=st.none() | st.sampled_from(DayPart),
    weekday=st.none() | st.none() | st.integers(0, 6),
    shift=st.none() | st.none() | st.sampled_from(Shift),
    reactions=st.lists(st.sampled_from(sorted(REACTIONS)), min_size=1, max_size=5),
    scripts=st.sampled_from([FEW, None]),
    events=st.just([]) | st.lists(EVENTS, max_size=14),
)
def test_whatever_happens_in_a_year_no_rule_is_broken(
    start: datetime,
    every_days: int,
    part: DayPart | None,
    weekday: int | None,
    shift: Shift | None,
    reactions: list[str],
    scripts: list[Script] | None,
    events: list[tuple[int, str, int]],
) -> None:
    with a_life(start, scripts, every_days=every_days, part=part, weekday=weekday, shift=shift) as life:
        live_through(life, reactions, events, start + timedelta(days=365))
        check(life)


@pytest.mark.parametrize("reaction", ["answers", "says something else"])
def test_in_a_year_of_reacting_every_other_time_there_are_follow_ups_and_no_rule_is_broken(reaction: str) -> None:
    with a_life(local(2026, 1, 1, 9), FEW) as life:
        live_through(life, [reaction, "stays silent"], [], local(2027, 1, 1, 9))
        check(life)
        assert [row.occasion for row in rows_of(life.store)].count(Occasion.FOLLOW_UP) > 5


def test_a_follow_up_that_could_not_go_out_never_comes_another_day() -> None:
    with a_life(local(2026, 1, 1, 9), FEW, every_days=14) as life:
        # The nudge of Friday is followed on Monday, when nothing runs; Tuesday and Wednesday would do too.
        live_through(life, ["stays silent"], [(83, "is down", 40)], local(2026, 1, 15, 9))
        ends = [(row.occasion, row.reason) for row in rows_of(life.store) if row.state.is_end]
        assert ends == [(Occasion.ORDINARY, Reason.ALLOWED), (Occasion.FOLLOW_UP, Reason.LATE)]


def test_who_chose_a_day_of_the_week_gets_no_follow_up_a_week_later() -> None:
    with a_life(local(2026, 1, 1, 9), FEW, every_days=14, weekday=4) as life:
        life.live_until(local(2026, 1, 15, 9))
        assert [row.occasion for row in rows_of(life.store) if row.state.is_end] == [Occasion.ORDINARY]


def live_through(life: Life, reactions: Sequence[str], events: Sequence[tuple[int, str, int]], until: datetime) -> None:
    reaction = cycle(reactions)
    life.answers = lambda one: REACTIONS[next(reaction)](one)
    for hours, what, n in events:
        life.live_until(life.clock.now + timedelta(hours=hours))
        HAPPENINGS[what](life, n)
        life.tick()
    life.live_until(max(life.clock.now, until))


def check(life: Life) -> None:
    assert life.broken == []
    check_caps([local_date(moment) for moment in life.sent])
    arrived = [row for row in rows_of(life.store) if row.may_have_arrived and row.reason is not Reason.ASKED_FOR]
    assert len(arrived) == len(life.sent), "everything that left is in the log, once"
    check_follow_ups(arrived, life.signs)
    check_repeats(row for row in arrived if not row.occasion.is_extra)


def check_caps(days: list[date]) -> None:
    assert max(Counter(days).values(), default=0) <= 1
    assert all(later - earlier >= timedelta(days=7) for earlier, later in zip(days, days[2:], strict=False))


def check_follow_ups(arrived: Sequence[DueNudge], signs: Sequence[datetime]) -> None:
    for before, row in pairwise(sorted(arrived, key=sent_moment)):
        if row.occasion is Occasion.FOLLOW_UP:
            days = (local_date(sent_moment(row)) - local_date(sent_moment(before))).days
            assert (before.occasion, before.script_id) == (Occasion.ORDINARY, row.script_id), "one, and of what came last"
            assert FOLLOW_UP_AFTER <= days <= FOLLOW_UP_WITHIN
            assert not any(sent_moment(before) < sign < sent_moment(row) for sign in signs), "only to who was silent"


def check_repeats(rhythm: Iterable[DueNudge]) -> None:
    days_of: dict[str, list[date]] = defaultdict(list)
    for row in sorted(rhythm, key=sent_moment):
        days_of[row.script_id].append(local_date(sent_moment(row)))
    for script_id, days in days_of.items():
        repeat = REPEATS[script_id]
        for times, (earlier, later) in enumerate(pairwise(days), start=1):
            rest = later - earlier
            assert rest >= timedelta(days=repeat.every_days)
            assert rest >= COMES_BACK or in_a_year(days[:times], later) < repeat.max


def in_a_year(days: Sequence[date], until: date) -> int:
    return sum(until - day < REMEMBERED for day in days)


def test_whoever_answers_gets_one_a_week_all_year_and_never_the_same_in_a_row() -> None:
    with a_life(local(2026, 1, 5, 9)) as life:
        life.answers = lambda one: one.press(0)
        life.live_until(local(2027, 1, 4, 9))
        assert len(life.sent) >= 45
        scripts = [row.script_id for row in rows_of(life.store) if row.may_have_arrived and not row.occasion.is_extra]
        assert all(one != other for one, other in pairwise(scripts))
        assert len(set(scripts)) >= 30


def test_whoever_stays_silent_gets_three_nudges_and_one_follow_up_and_then_none() -> None:
    with a_life(local(2026, 1, 5, 9)) as life:
        life.live_until(local(2027, 1, 4, 9))
        days = [local_date(moment) for moment in life.sent]
        # Monday the 5th was not a day yet to begin on: Tuesday, its follow-up, a week later, and the comeback after three weeks.
        assert [(day - days[0]).days for day in days] == [0, 3, 7, 21]
        comeback = rows_of(life.store)[-1]
        assert "silent_3w" in {script.id: script for script in shipped()}[comeback.script_id].needs
        assert stored(life.store).nudges.state is NudgeState.PAUSED
        life.talk()
        life.rights.resume(WHO)
        life.live_until(local(2027, 2, 15, 9))
        assert len(life.sent) > len(days)


@pytest.mark.parametrize("part", [None, DayPart.AVOND])
def test_a_year_without_a_scheduler_leads_to_one_late_row_and_no_flood(part: DayPart | None) -> None:
    with a_life(local(2026, 1, 5, 9), part=part) as life:
        life.tick()
        life.clock.now = local(2027, 1, 5, 3)
        for _ in range(5):
            life.tick()
        assert life.sent == []
        assert [row.reason for row in rows_of(life.store) if row.reason] == ["late"]
        life.live_until(local(2027, 1, 8, 22))
        assert len(life.sent) == 1


def test_after_stop_nothing_comes_for_the_rest_of_the_year() -> None:
    with a_life(local(2026, 1, 5, 9), every_days=4) as life:
        life.answers = lambda one: one.press(0)
        life.live_until(local(2026, 2, 5, 9))
        got = len(life.sent)
        life.rights.stop(WHO)
        life.live_until(local(2027, 1, 5, 9))
        assert got > 3
        assert len(life.sent) == got


def test_every_day_of_a_leap_year_can_be_the_first() -> None:
    situation, library = Situation(a_learner(interests=("hout",))), a_library(*shipped())
    for day in range(366):
        step = next_step(situation, library, local(2028, 1, 1, 9) + timedelta(days=day))
        assert isinstance(step, Plan), day
        assert is_working_day(local_date(step.due_at)), day
