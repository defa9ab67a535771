"""What a pressed button changes: the row it stood under, and what the person wants from then on. Pure."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.learners.models import EVERY_DAYS, NudgePreferences, NudgeState
from bot.nudges.models import After, DueNudge, ScriptButton

SNOOZE = timedelta(days=7)


def answered(due: DueNudge, button: ScriptButton, now: datetime) -> DueNudge:
    """Return the row with this answer, given ``now`` (UTC), in the place of an earlier one."""
    quiet_until = now + SNOOZE if button.then.do is After.SNOOZE else None
    return replace(due, answer=button.label, answered_at=now, quiet_until=quiet_until)


def after_answer(preferences: NudgePreferences, button: ScriptButton) -> NudgePreferences:
    """Return what the person wants now that they pressed ``button``."""
    if button.then.do is After.STOP:
        return stopped(preferences)
    if button.then.do is After.LESS_OFTEN:
        return replace(preferences, every_days=EVERY_DAYS[-1])
    return preferences


def stopped(preferences: NudgePreferences) -> NudgePreferences:
    """Return the preferences of somebody who wants no nudges any more."""
    return replace(preferences, state=NudgeState.STOPPED, paused_until=None)


def paused_for_good(preferences: NudgePreferences) -> NudgePreferences:
    """Return the preferences of somebody who hears nothing more until they ask for it."""
    return replace(preferences, state=NudgeState.PAUSED, paused_until=None)
