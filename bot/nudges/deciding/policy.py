"""May this nudge go out now? Every yes and every no has a reason. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import local_date
from bot.learners.models import NudgeState
from bot.nudges.days import start_of
from bot.nudges.deciding.eligibility import is_eligible, suits, traits_of
from bot.nudges.deciding.extras import extras
from bot.nudges.deciding.shifts import at_work
from bot.nudges.deciding.timetable import in_quiet_hours, is_free_day
from bot.nudges.deciding.verdict import Allow, Decision, Deny
from bot.nudges.history import MOST_A_WEEK, WEEK
from bot.nudges.models import DueNudge, Occasion, Reason, Script
from bot.nudges.situation import Situation, in_pause
from bot.nudges.vocabulary import NEEDS_PLAN
from bot.values import value

LATE = timedelta(hours=2)
"""A nudge that could not go out by then is skipped."""
TALK = timedelta(minutes=10)
"""Nobody is interrupted within this time after their last message."""


@dataclass(frozen=True)
class Current:
    """The version of a script that counts now."""

    script: Script
    archived: bool = False


@value
class Case:
    """One due row and everything needed to decide about it."""

    due: DueNudge
    situation: Situation
    current: Current | None
    now: datetime


def decide(case: Case) -> Decision:
    """Return Allow, or the first reason why not."""
    for rule in RULES:
        denied = rule(case)
        if denied:
            return denied
    return Allow()


def _consent(case: Case) -> Deny | None:
    preferences = case.situation.preferences
    if preferences.state is NudgeState.UNASKED:
        return Deny(Reason.NO_CONSENT)
    if preferences.state is NudgeState.STOPPED:
        return Deny(Reason.STOPPED)
    return Deny(Reason.PAUSED, preferences.paused_until) if in_pause(preferences, case.now) else None


def _address(case: Case) -> Deny | None:
    return None if case.situation.reachable else Deny(Reason.NO_ADDRESS, _tomorrow(case))


def _late(case: Case) -> Deny | None:
    return Deny(Reason.LATE, case.now) if case.now - case.due.due_at > LATE else None


def _script(case: Case) -> Deny | None:
    if case.current is None or case.current.archived:
        return Deny(Reason.SCRIPT_ARCHIVED, case.now)
    return Deny(Reason.SCRIPT_CHANGED, case.now) if case.current.script.version != case.due.version else None


def _overtaken(case: Case) -> Deny | None:
    """Refuse an extra that lost its cause: they answered or were seen, or they know it by now."""
    assert case.current is not None
    occasion = case.due.occasion
    if not occasion.is_extra or any(extra.is_of(case.due) for extra in extras(case.situation, [case.current.script])):
        return None
    return Deny(Reason.ANSWERED if occasion is Occasion.FOLLOW_UP else Reason.GOAL_REACHED, case.now)


def _goal(case: Case) -> Deny | None:
    assert case.current is not None
    needs_plan = NEEDS_PLAN in case.current.script.needs
    return Deny(Reason.GOAL_REACHED, case.now) if needs_plan and not case.situation.idea else None


def _quiet_hours(case: Case) -> Deny | None:
    return Deny(Reason.QUIET_HOURS, case.now) if in_quiet_hours(case.now) else None


def _holiday(case: Case) -> Deny | None:
    today = local_date(case.now)
    return Deny(Reason.HOLIDAY, _tomorrow(case)) if is_free_day(today, case.situation.preferences) else None


def _at_work(case: Case) -> Deny | None:
    return Deny(Reason.AT_WORK, case.now) if at_work(case.now, case.situation.preferences) else None


def _snoozed(case: Case) -> Deny | None:
    until = case.situation.history.quiet_until()
    return Deny(Reason.SNOOZED, until) if until and until > case.now else None


def _cap_day(case: Case) -> Deny | None:
    today = local_date(case.now)
    return Deny(Reason.CAP_DAY, _tomorrow(case)) if today in case.situation.history.days_since(case.now - WEEK) else None


def _cap_week(case: Case) -> Deny | None:
    days = case.situation.history.days_since(start_of(local_date(case.now) - WEEK + timedelta(days=1)))
    return Deny(Reason.CAP_WEEK, start_of(days[-MOST_A_WEEK] + WEEK)) if len(days) >= MOST_A_WEEK else None


def _too_soon(case: Case) -> Deny | None:
    if case.due.occasion.is_extra:
        return None
    day = case.situation.next_day(case.situation.days_between())
    return Deny(Reason.TOO_SOON, start_of(day)) if day and day > local_date(case.now) else None


def _talking(case: Case) -> Deny | None:
    silence_begins = case.situation.learner.last_seen_at + TALK
    return Deny(Reason.TALKING, silence_begins) if silence_begins > case.now else None


def _eligible(case: Case) -> Deny | None:
    assert case.current is not None
    fits = suits(case.current.script, traits_of(case.situation)) if case.due.occasion.is_extra else _fits_rhythm(case)
    return None if fits else Deny(Reason.NOT_ELIGIBLE, case.now)


def _fits_rhythm(case: Case) -> bool:
    assert case.current is not None
    return is_eligible(case.current.script, case.situation, case.now)


def _tomorrow(case: Case) -> datetime:
    return start_of(local_date(case.now) + timedelta(days=1))


RULES: tuple[Callable[[Case], Deny | None], ...] = (
    _consent,
    _address,
    _late,
    _script,
    _overtaken,
    _goal,
    _quiet_hours,
    _holiday,
    _at_work,
    _snoozed,
    _cap_day,
    _cap_week,
    _too_soon,
    _talking,
    _eligible,
)
"""Asked in this order."""
