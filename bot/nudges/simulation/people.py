"""People who do not exist: how often they want a nudge, what they like, and how they tend to answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from bot.learners.models import Barrier, DayPart, Group, Learner, NudgePreferences, NudgeState, Shift
from bot.nudges.situation import Situation

RHYTHMS = (4, 7, 7, 7, 14, 30)
"""Days between nudges as people choose them: mostly the default."""
GROUPS: tuple[tuple[Group, ...], ...] = ((), (), (), *((group,) for group in Group), (Group.WERKEND, Group.TEAM))
"""What people tell about their work: mostly nothing."""
BARRIERS = (None, None, *Barrier)
SHIFTS = (None, None, *Shift)
WEEKDAYS = (None,) * 7 + tuple(range(7))
"""Half of them chose a day of the week."""
OUTSIDE = 20
"""One in so many asks to stay out of the experiment."""
TENANT = "simulation"
PLANNED = "plan"
"""Stands for the title of something that somebody planned."""

Kind = tuple[str, str]
"""What people have in common: in what (``answers``, ``rhythm`` in days, ``groups`` or ``shift``), and which."""


@dataclass(frozen=True)
class Habits:
    """How likely somebody is to press a button at all, and to want no more when they do; and what they do in a week. All 0 to 1."""

    answers: float
    stops: float
    talks: float = 0.0
    pauses: float = 0.0
    returns: float = 0.0
    """How likely they come back in a week in which they have a pause."""
    finishes: float = 0.0
    """How likely they do what they planned."""


HABITS = (
    Habits(0.8, 0.0, talks=0.6, pauses=0.01, returns=0.2, finishes=0.05),
    Habits(0.5, 0.02, talks=0.3, pauses=0.02, returns=0.1, finishes=0.02),
    Habits(0.2, 0.05, talks=0.1, pauses=0.02, returns=0.05, finishes=0.01),
    Habits(0.0, 0.0),
)
"""Eager, ordinary, tired, and silent."""


@dataclass(frozen=True)
class Person:
    """Somebody to replay a year for."""

    situation: Situation
    habits: Habits
    seed: int
    """What this person's chance depends on, so that a live and a draft script meet the same person."""

    @property
    def kinds(self) -> list[Kind]:
        """Return every kind of people that this one belongs to."""
        preferences = self.situation.preferences
        kinds = [("answers", f"{self.habits.answers:.0%}"), ("rhythm", str(preferences.every_days))]
        kinds += [("groups", group) for group in sorted(self.situation.learner.groups)]
        return kinds + ([("shift", preferences.shift)] if preferences.shift else [])


def synthetic(number: int, seed: int, start: datetime, interests: Sequence[str]) -> list[Person]:
    """Return ``number`` people who said yes to nudges just before ``start``; the same ``seed`` gives the same people."""
    chance = Random(seed)  # noqa: S311  # a simulation, no secret
    return [_person(chance, start, interests) for _ in range(number)]


def _person(chance: Random, start: datetime, interests: Sequence[str]) -> Person:
    key = f"{chance.getrandbits(128):032x}"
    likes = tuple(chance.sample(list(interests), chance.randint(0, min(3, len(interests)))))
    preferences = NudgePreferences(NudgeState.ON, chance.choice(RHYTHMS), chance.choice([None, None, *DayPart]))
    idea = PLANNED if chance.random() < 0.5 else None
    habits, own_chance = chance.choice(HABITS), chance.getrandbits(32)
    groups = frozenset(chance.choice(GROUPS))
    shift = chance.choice(SHIFTS) if Group.WERKEND in groups else None
    learner = Learner(
        key,
        f"c_{key}",
        TENANT,
        start,
        start - timedelta(hours=1),
        None,
        likes,
        nudges=replace(preferences, shift=shift, weekday=WEEKDAYS[own_chance // OUTSIDE % len(WEEKDAYS)]),
        groups=groups,
        barrier=chance.choice(BARRIERS),
        outside_experiment=own_chance % OUTSIDE == 0,
    )
    return Person(Situation(learner, idea=idea), habits, own_chance)
