"""What people who do not exist do of their own accord: they talk, pause, come back, and do what they planned."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from random import Random

from bot.clock import local_date
from bot.learners.pausing import paused, resumed
from bot.nudges.days import at_local
from bot.nudges.simulation.people import Person
from bot.nudges.situation import Situation

AWAKE = range(8, 22)
"""Local hours in which a talk may begin."""
MESSAGES = 5
"""In one talk."""
BETWEEN_MESSAGES = timedelta(minutes=5)
PAUSES = (7, 14, 30)
"""Days."""


class What(StrEnum):
    """Something a person does without being asked."""

    TALKS = "talks"
    PAUSES = "pauses"
    RETURNS = "returns"
    """Wants nudges again before the pause is over."""
    FINISHES = "finishes"
    """Did what they planned."""


@dataclass(frozen=True)
class Happening:
    """Something a person does at a moment (UTC). ``days`` is how long a pause lasts."""

    at: datetime
    what: What
    days: int = 0


def happenings(person: Person, start: datetime, until: datetime) -> Iterator[Happening]:
    """Yield what ``person`` does from ``start`` until ``until`` (both UTC), in order; always the same for the same person."""
    chance = Random(f"{person.seed} of their own accord")  # noqa: S311  # a simulation, no secret
    for week in range((until - start).days // 7 + 1):
        found = [one for what in What for one in _in_week(what, person, start + timedelta(weeks=week), chance)]
        yield from sorted((one for one in found if start <= one.at < until), key=lambda one: one.at)


def after(situation: Situation, happening: Happening) -> Situation:
    """Return the situation now that this happened."""
    learner = situation.learner
    nudges = learner.nudges
    match happening.what:
        case What.PAUSES:
            nudges = paused(nudges, happening.at + timedelta(days=happening.days))
        case What.RETURNS:
            nudges = resumed(nudges)
        case What.FINISHES:
            situation = replace(situation, idea=None)
    return situation.with_learner(replace(learner, nudges=nudges, last_seen_at=max(learner.last_seen_at, happening.at)))


def _in_week(what: What, person: Person, week: datetime, chance: Random) -> Iterator[Happening]:
    day = local_date(week) + timedelta(days=chance.randrange(7))
    at = at_local(day, time(chance.choice(AWAKE), chance.randrange(60)))
    days, share = chance.choice(PAUSES), chance.random()
    if share < getattr(person.habits, what):
        messages = MESSAGES if what is What.TALKS else 1
        yield from (Happening(at + number * BETWEEN_MESSAGES, what, days) for number in range(messages))
