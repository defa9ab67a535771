"""Which script is best for a person on a day: their own interests first, then variety. Pure and repeatable."""

from collections.abc import Collection, Mapping
from datetime import date
from hashlib import sha256

from bot.nudges.deciding.eligibility import Traits, traits_of
from bot.nudges.history import History
from bot.nudges.models import Script
from bot.nudges.situation import Situation
from bot.nudges.vocabulary import NEEDS_PLAN

RESTING = 3
"""A theme rests while it is among this many latest nudges."""

_OWN_INTEREST = 2.0
_OWN_PLAN = 1.5
_OWN_GROUP = 1.0
_OWN_BARRIER = 1.0
_IN_SEASON = 1.0
"""For what fits only now: next month it is too late."""
_THEME_RESTS = -3.0
_ANOTHER_TIME = -1.0


def choose(candidates: Collection[Script], situation: Situation, day: date, themes: Mapping[str, str]) -> Script | None:
    """Return the best of ``candidates`` for ``day``, None when there are none. ``themes`` gives the theme of every known script."""
    traits = traits_of(situation)
    best = equals(candidates, {script.id: liking(script, traits) for script in candidates}, situation.history, themes)
    return by_lot(best, situation.learner.id, day) if best else None


def equals(candidates: Collection[Script], likings: Mapping[str, float], history: History, themes: Mapping[str, str]) -> list[Script]:
    """Return those of ``candidates`` that suit equally well and better than the others; ``likings`` are those of the person."""
    resting, known = {themes.get(script_id) for script_id in history.recent_scripts(RESTING)}, history.scripts()
    scores = {script.id: likings[script.id] + _weariness(script, resting, known) for script in candidates}
    highest = max(scores.values(), default=0.0)
    return [script for script in candidates if scores[script.id] == highest]


def by_lot(scripts: Collection[Script], learner_id: str, day: date) -> Script:
    """Return one of ``scripts``, each as likely as another; raises ValueError when there are none.

    Drawing lots with a hash makes people differ from each other while every attempt for one person and day agrees.
    """
    drawn = sha256(f"{learner_id} {day} ".encode())

    def lot(script: Script) -> bytes:
        own = drawn.copy()
        own.update(script.id.encode())
        return own.digest()

    return min(scripts, key=lot)


def liking(script: Script, traits: Traits) -> float:
    """Return how well ``script`` suits people with ``traits``, whatever came before."""
    score = 0.0
    if not traits.interests.isdisjoint(script.interests):
        score += _OWN_INTEREST
    if not traits.groups.isdisjoint(script.audience):
        score += _OWN_GROUP
    if traits.barrier in script.helps:
        score += _OWN_BARRIER
    if script.moment.months:
        score += _IN_SEASON
    if NEEDS_PLAN in script.needs:
        score += _OWN_PLAN
    return score


def _weariness(script: Script, resting: Collection[str | None], known: Collection[str]) -> float:
    return (_THEME_RESTS if script.theme in resting else 0.0) + (_ANOTHER_TIME if script.id in known else 0.0)
