"""People who do not exist talk, pause, come back and do what they planned, whatever is sent to them."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from bot.learners.models import NudgeState
from bot.nudges.days import local_time
from bot.nudges.simulation.happenings import AWAKE, PAUSES, Happening, What, after, happenings
from bot.nudges.simulation.people import HABITS, PLANNED, Habits, Person
from tests.unit.nudges.makers import MONDAY, a_situation

UNTIL = MONDAY + timedelta(days=365)
BUSY = Person(a_situation(idea=PLANNED, seen=MONDAY), Habits(0.5, 0.0, talks=0.5, pauses=0.5, returns=0.5, finishes=0.5), seed=7)
WEEK_LATER = MONDAY + timedelta(days=7)


def test_a_person_does_the_same_in_every_replay_and_another_something_else() -> None:
    year = list(happenings(BUSY, MONDAY, UNTIL))
    assert year == list(happenings(BUSY, MONDAY, UNTIL)) != list(happenings(replace(BUSY, seed=8), MONDAY, UNTIL))
    assert {one.what for one in year} == set(What)
    assert {one.days for one in year if one.what is What.PAUSES} == set(PAUSES)


def test_all_of_it_is_in_order_by_day_and_within_the_time() -> None:
    year = list(happenings(BUSY, MONDAY, UNTIL))
    assert all(one.at <= other.at for one, other in pairwise(year))
    assert MONDAY <= year[0].at < WEEK_LATER
    assert UNTIL - timedelta(days=14) < year[-1].at < UNTIL
    assert {local_time(one.at).hour for one in year} <= {*AWAKE, AWAKE.stop}


def test_a_talk_is_several_messages_and_the_silent_do_nothing() -> None:
    talker = replace(BUSY, habits=Habits(0.0, 0.0, talks=1.0))
    first, *others = list(happenings(talker, MONDAY, WEEK_LATER))[:5]
    assert [one.at - first.at for one in others] == [timedelta(minutes=minutes) for minutes in (5, 10, 15, 20)]
    assert list(happenings(replace(BUSY, habits=HABITS[-1]), MONDAY, UNTIL)) == []


def test_what_happens_changes_what_is_known() -> None:
    paused = after(BUSY.situation, Happening(MONDAY, What.PAUSES, days=14))
    assert (paused.preferences.state, paused.preferences.paused_until) == (NudgeState.PAUSED, MONDAY + timedelta(days=14))
    back = after(paused, Happening(WEEK_LATER, What.RETURNS))
    assert (back.preferences.state, back.preferences.paused_until) == (NudgeState.ON, None)
    assert back.learner.last_seen_at == WEEK_LATER
    assert after(back, Happening(MONDAY, What.TALKS)).learner.last_seen_at == WEEK_LATER, "an answer came later"
    assert (after(back, Happening(WEEK_LATER, What.TALKS)).idea, after(back, Happening(WEEK_LATER, What.FINISHES)).idea) == (PLANNED, None)
