"""Whether a script suits a person at all. Pure."""

from datetime import datetime, timedelta

from bot.learners.models import Learner
from bot.nudges.days import local_date
from bot.nudges.declining import declines
from bot.nudges.extras import is_learned
from bot.nudges.models import Script
from bot.nudges.render import values_for, variables_in
from bot.nudges.situation import Situation
from bot.nudges.vocabulary import EVERYONE, NEEDS_INTEREST, NEEDS_PLAN, NEEDS_SILENCE
from bot.nudges.wording import suits_reader, worded

COMES_BACK = timedelta(days=180)
"""After this rest a script may come once more, however often it came: without it whoever reads every week would have seen all that fits
in ten months and hear nothing for two. What was said no to stays away for the rest of the year."""


def is_eligible(script: Script, situation: Situation, at: datetime) -> bool:
    """Whether ``script`` may come at ``at``: meant for them, its needs met, its variables known and not seen too often."""
    return (NEEDS_SILENCE in script.needs) == situation.silent_at(at) and suits(script, situation) and is_fresh(script, situation, at)


def suits(script: Script, situation: Situation) -> bool:
    """Whether ``script`` is meant for the person, its needs apart from silence met, its words right and its variables known."""
    if not is_meant_for(script, situation.learner):
        return False
    if NEEDS_PLAN in script.needs and not situation.idea:
        return False
    if NEEDS_INTEREST in script.needs and not _interested(script, situation):
        return False
    if not suits_reader(script, situation.learner.register):
        return False
    return variables_in(worded(script, situation.learner.register).text) <= values_for(situation.learner.wish, situation.idea).keys()


def is_meant_for(script: Script, learner: Learner) -> bool:
    """Whether ``script`` is for everybody or for a group the person said to belong to: nothing about them is guessed."""
    return EVERYONE in script.audience or not learner.groups.isdisjoint(script.audience)


def _interested(script: Script, situation: Situation) -> bool:
    learner = situation.learner
    if script.interests:
        return not set(script.interests).isdisjoint(learner.interests)
    return bool(learner.wish or learner.interests)


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
