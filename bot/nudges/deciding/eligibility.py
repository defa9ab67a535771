"""Whether a script suits a person at all. Pure."""

from datetime import date, datetime, timedelta

from bot.clock import local_date
from bot.learners.models import Barrier, Group
from bot.nudges.deciding.declining import declines
from bot.nudges.deciding.extras import is_learned
from bot.nudges.models import Moment, Script
from bot.nudges.render import values_for, variables_in
from bot.nudges.situation import Situation
from bot.nudges.vocabulary import EVERYONE, IDEA, NEEDS_INTEREST, NEEDS_PLAN, NEEDS_SILENCE, WISH
from bot.nudges.wording import suits_reader, worded
from bot.registers import Register
from bot.values import value

COMES_BACK = timedelta(days=180)
"""After this rest a script may come once more, however often it came: without it whoever reads every week would have seen all that fits
in ten months and hear nothing for two. What was said no to stays away for the rest of the year."""


def is_eligible(script: Script, situation: Situation, at: datetime) -> bool:
    """Whether ``script`` may come at ``at``: meant for them, its needs met, its variables known and not seen too often."""
    right_time = in_season(script.moment, local_date(at)) and (NEEDS_SILENCE in script.needs) == situation.silent_on(local_date(at))
    return right_time and suits(script, traits_of(situation)) and is_fresh(script, situation, at)


def in_season(moment: Moment, day: date) -> bool:
    """Whether ``day`` is in the months of ``moment``."""
    return not moment.months or day.month in moment.months


@value
class Traits:
    """All that decides whether a script suits somebody, and how well. Many people are alike in these."""

    register: Register
    groups: frozenset[Group]
    interests: frozenset[str]
    known: frozenset[str]
    """Variables that can be filled in for them."""
    barrier: Barrier | None = None


def traits_of(situation: Situation) -> Traits:
    """Return what scripts are judged by for this person."""
    learner = situation.learner
    known = values_for(learner.wish, situation.idea)
    return Traits(learner.register, learner.groups, frozenset(learner.interests), frozenset(known), learner.barrier)


def suits(script: Script, traits: Traits) -> bool:
    """Whether ``script`` is meant for the person, its needs apart from silence met, its words right and its variables known."""
    if not is_meant_for(script, traits.groups):
        return False
    if NEEDS_PLAN in script.needs and IDEA not in traits.known:
        return False
    if NEEDS_INTEREST in script.needs and not _interested(script, traits):
        return False
    if not suits_reader(script, traits.register):
        return False
    return variables_in(worded(script, traits.register).text) <= traits.known


def is_meant_for(script: Script, groups: frozenset[Group]) -> bool:
    """Whether ``script`` is for everybody or for a group the person said to belong to: nothing about them is guessed."""
    return EVERYONE in script.audience or not groups.isdisjoint(script.audience)


def _interested(script: Script, traits: Traits) -> bool:
    if script.interests:
        return not traits.interests.isdisjoint(script.interests)
    return WISH in traits.known or bool(traits.interests)


def is_fresh(script: Script, situation: Situation, at: datetime) -> bool:
    """Whether the person did not get ``script`` too often or too recently, and does not know it yet."""
    times = situation.history.times_of(script.id, at)
    if not times:
        return True
    rest = local_date(at) - local_date(times[-1])
    if rest < timedelta(days=script.repeat.every_days) or is_learned(script, situation.history):
        return False
    return situation.history.occasions_of(script.id, at) < script.repeat.max or (
        rest >= COMES_BACK and not _was_declined(script, situation)
    )


def _was_declined(script: Script, situation: Situation) -> bool:
    return any(row.answer is not None and declines(row.answer) for row in situation.history.series_of(script.id)[-1:])
