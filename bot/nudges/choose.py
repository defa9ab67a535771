"""Which script is best for a person on a day: their own interests first, then variety. Pure and repeatable."""

from collections.abc import Collection, Mapping
from datetime import date
from hashlib import sha256

from bot.nudges.models import Script
from bot.nudges.situation import Situation
from bot.nudges.vocabulary import NEEDS_PLAN

RESTING = 3
"""A theme rests while it is among this many latest nudges."""

_OWN_INTEREST = 2.0
_OWN_PLAN = 1.5
_THEME_RESTS = -3.0
_ANOTHER_TIME = -1.0


def choose(candidates: Collection[Script], situation: Situation, day: date, themes: Mapping[str, str]) -> Script | None:
    """Return the best of ``candidates`` for ``day``, None when there are none. ``themes`` gives the theme of every known script."""
    resting = {themes.get(script_id) for script_id in situation.history.recent_scripts(RESTING)}
    ranked = sorted(candidates, key=lambda script: (-_score(script, situation, resting), _lot(script, situation, day)))
    return ranked[0] if ranked else None


def _score(script: Script, situation: Situation, resting: Collection[str | None]) -> float:
    learner = situation.learner
    score = 0.0
    if not set(script.interests).isdisjoint(learner.interests):
        score += _OWN_INTEREST
    if NEEDS_PLAN in script.needs:
        score += _OWN_PLAN
    if script.theme in resting:
        score += _THEME_RESTS
    if script.id in {row.script_id for row in situation.history.rows if row.may_have_arrived}:
        score += _ANOTHER_TIME
    return score


def _lot(script: Script, situation: Situation, day: date) -> bytes:
    # Drawing lots with a hash makes people differ from each other while every attempt for one person and day agrees.
    return sha256(f"{situation.learner.id} {day} {script.id}".encode()).digest()
