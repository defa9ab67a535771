"""A pause from nudges, and its end. Pure."""

from dataclasses import replace
from datetime import datetime

from bot.learners.models import NudgePreferences, NudgeState


def paused(preferences: NudgePreferences, until: datetime | None) -> NudgePreferences:
    """Return the preferences of somebody who wants nothing before ``until``, or (None) before they say so.

    Whoever did not switch nudges on stays as they were.
    """
    if preferences.state not in (NudgeState.ON, NudgeState.PAUSED):
        return preferences
    return replace(preferences, state=NudgeState.PAUSED, paused_until=until)


def resumed(preferences: NudgePreferences) -> NudgePreferences:
    """Return the preferences of somebody whose pause ends; after a stop nothing changes: that needs a new yes."""
    if preferences.state is not NudgeState.PAUSED:
        return preferences
    return replace(preferences, state=NudgeState.ON, paused_until=None)
