"""Every script that ships reaches somebody: within a year it is chosen for a person it is meant for."""

from datetime import timedelta
from itertools import pairwise

import pytest

from bot.learners.models import MAX_INTERESTS, Group
from bot.nudges.models import Reason, Script
from bot.nudges.simulation.people import Habits, Person
from bot.nudges.simulation.year import live
from bot.nudges.situation import Situation
from bot.nudges.vocabulary import EVERYONE, NEEDS_PLAN, NEEDS_SILENCE
from tests.unit.nudges.makers import MONDAY, a_learner, a_library, shipped

LIBRARY = a_library(*shipped())


def meant_for(script: Script, number: int) -> Person:
    groups = frozenset({Group(script.audience[0])} if EVERYONE not in script.audience else ())
    interests = script.interests[:MAX_INTERESTS] or ("hout",)
    weekday = min(script.moment.days, default=None) if NEEDS_SILENCE in script.needs else None
    learner = a_learner(f"{number:032x}", seen=MONDAY, every_days=4, weekday=weekday, groups=groups, interests=interests, wish="lassen")
    idea = "Een kruk maken" if NEEDS_PLAN in script.needs else None
    return Person(Situation(learner, idea=idea), Habits(0.0 if NEEDS_SILENCE in script.needs else 1.0, 0.0), number)


def got(person: Person) -> set[str | None]:
    events = live(person, LIBRARY, MONDAY, MONDAY + timedelta(days=365))
    return {event.script_id for event in events if event.reason is Reason.ALLOWED}


def test_every_script_is_chosen_for_somebody_within_a_year() -> None:
    waiting = {script.id: script for script in shipped()}
    for number in range(200):
        if not waiting:
            break
        person = meant_for(list(waiting.values())[number % len(waiting)], number)
        for script_id in got(person):
            waiting.pop(str(script_id), None)
    assert not waiting


def test_a_script_for_a_group_comes_only_to_who_said_to_belong_to_it() -> None:
    for_groups = {script.id: set(script.audience) for script in shipped() if EVERYONE not in script.audience}
    assert got(meant_for(next(script for script in shipped() if EVERYONE in script.audience), 1)).isdisjoint(for_groups)
    retired = got(meant_for(next(script for script in shipped() if script.audience == ("zestig_plus",)), 2))
    assert retired & for_groups.keys()
    assert all("zestig_plus" in for_groups[script_id] for script_id in retired & for_groups.keys())


@pytest.mark.parametrize("interests", [(), ("hout",)])
def test_whoever_reads_every_week_keeps_hearing_for_two_years(interests: tuple[str, ...]) -> None:
    learner = a_learner(seen=MONDAY, interests=interests, wish="lassen")
    events = live(Person(Situation(learner), Habits(1.0, 0.0), 7), LIBRARY, MONDAY, MONDAY + timedelta(days=730))
    moments = [event.at for event in events if event.reason is Reason.ALLOWED]
    assert max(later - earlier for earlier, later in pairwise(moments)) < timedelta(weeks=4), "a no gives a quiet week, never a quiet month"
    assert moments[-1] > MONDAY + timedelta(days=700)
