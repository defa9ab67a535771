from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learners.hours import Hours
from bot.learners.models import Group, Shift
from bot.learners.profile import ProfileService
from bot.learners.rights import RightsService
from bot.learners.working import AT_WORK, Work, forgotten, told
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import a_learner, join

SAID = st.builds(
    Work,
    groups=st.frozensets(st.sampled_from(Group), max_size=2),
    no_longer=st.frozensets(st.sampled_from(Group), max_size=2),
    shift=st.none() | st.sampled_from(Shift),
    office_hours=st.booleans(),
)


@given(st.lists(SAID, max_size=5))
def test_whatever_is_said_nobody_is_at_work_and_without_work_or_works_shifts_without_work(messages: list[Work]) -> None:
    learner = a_learner()
    for said in messages:
        one_kind = Group.ZONDER_WERK not in said.groups or said.groups.isdisjoint(AT_WORK)
        if not one_kind:
            continue
        learner = told(learner, said)
        assert Group.ZONDER_WERK not in learner.groups or learner.groups.isdisjoint(AT_WORK)
        assert learner.nudges.shift is None or not learner.groups.isdisjoint(AT_WORK)
        assert said.groups <= learner.groups or said.shift


@pytest.mark.parametrize(
    ("first", "then", "groups"),
    [
        (Work({Group.ZZP}), Work({Group.ZONDER_WERK}), {Group.ZONDER_WERK}),
        (Work({Group.ZONDER_WERK}), Work({Group.WERKEND}), {Group.WERKEND}),
        (Work({Group.ZONDER_WERK, Group.ZESTIG_PLUS}), Work(shift=Shift.LAAT), {Group.WERKEND, Group.ZESTIG_PLUS}),
        (Work({Group.TEAM, Group.FLEX}), Work({Group.ZESTIG_PLUS}, {Group.WERKEND}), {Group.ZESTIG_PLUS}),
        (Work({Group.ZZP}), Work(no_longer={Group.ZZP}), set()),
    ],
)
def test_what_was_said_last_counts(first: Work, then: Work, groups: set[Group]) -> None:
    learner = told(told(a_learner(), first), then)
    assert learner.groups == groups


def test_office_hours_end_a_shift_and_keep_the_work() -> None:
    learner = told(told(a_learner(), Work({Group.FLEX}, shift=Shift.NACHT)), Work(office_hours=True))
    assert (learner.groups, learner.nudges.shift) == ({Group.FLEX}, None)


def test_it_is_kept_shown_and_forgotten(store: Store, clock: StoppedClock) -> None:
    me = join(store, a_learner())
    profile, rights = ProfileService(store.work, clock), RightsService(store.work, clock)
    profile.told_work(me.id, Work({Group.ZZP, Group.ZESTIG_PLUS}, shift=Shift.WISSELEND))
    known = rights.overview(me.id)
    assert (known.groups, known.nudges.shift) == ({Group.ZZP, Group.ZESTIG_PLUS}, Shift.WISSELEND)
    exported = rights.export(me.id)["learners"][0]
    assert (exported["groups"], exported["shift"]) == (["zestig_plus", "zzp"], "wisselend")
    assert profile.forget_work(me.id) == forgotten(me)
    assert rights.overview(me.id).groups == frozenset()


def test_own_hours_come_with_their_shift_and_stay_while_they_have_it() -> None:
    late, day = Hours(Shift.LAAT, time(14), time(22)), Hours(None, time(9), time(17))
    nobody = a_learner().nudges
    learner = told(a_learner(), Work(hours=(late,)))
    assert (learner.groups, learner.nudges.shift, learner.nudges.hours) == ({Group.WERKEND}, Shift.LAAT, (late,))
    assert told(learner, Work(frozenset({Group.TEAM}))).nudges.hours == (late,)
    both = told(learner, Work(shift=Shift.VROEG, hours=(Hours(Shift.VROEG, time(6), time(14)),))).nudges
    assert (both.shift, len(both.hours)) == (Shift.WISSELEND, 2)
    assert told(learner, Work(hours=(day,))).nudges == replace(nobody, hours=(day,))
    assert told(told(learner, Work(hours=(day,))), Work(hours=(late,))).nudges.hours == (late,)
    assert told(learner, Work(no_longer=frozenset({Group.WERKEND}))).nudges == nobody
    assert told(learner, Work(office_hours=True)).nudges == nobody
    assert forgotten(learner).nudges == nobody
