"""What happens next for one person: a nudge at a moment, another look later, or a pause. Pure."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.clock import local_date
from bot.nudges.choose import equals
from bot.nudges.days import start_of
from bot.nudges.deciding.eligibility import Traits, in_season, is_fresh, suits, traits_of
from bot.nudges.deciding.extras import Extra, extras
from bot.nudges.deciding.library import Library
from bot.nudges.deciding.timetable import moment_on, plannable, window_for
from bot.nudges.experiment.choice import Choice
from bot.nudges.history import History, sent_moment
from bot.nudges.models import Moment, Script
from bot.nudges.situation import Situation, in_pause
from bot.values import value

HORIZON = 28
"""Days that are searched for a script that fits."""
LOOK_AGAIN = timedelta(days=1)
"""When nothing fits now."""


@value
class Plan:
    """Send this script at this moment."""

    script: Script
    slot: str
    due_at: datetime
    choice: Choice | None = None
    """How it was chosen among others, where choosing is learned."""


@dataclass(frozen=True)
class LookAgain:
    """Nothing to plan before ``at``."""

    at: datetime


@dataclass(frozen=True)
class PauseNow:
    """The comeback stayed unanswered: nothing more is sent until the person says so."""


NextStep = Plan | LookAgain | PauseNow


def next_step(situation: Situation, library: Library, now: datetime, not_before: datetime | None = None) -> NextStep:
    """Return what comes next for a person who wants nudges. ``not_before`` is what a refusal asked for."""
    comeback = next((row for row in situation.unanswered() if library.is_comeback(row.script_id)), None)
    if comeback:
        patience_ends = start_of(local_date(sent_moment(comeback)) + timedelta(days=situation.rhythm()))
        return PauseNow() if now >= patience_ends else LookAgain(patience_ends)
    bound = _bound(situation, now, not_before)
    earliest = max(bound, start_of(situation.next_day(situation.rhythm()) or local_date(now) + timedelta(days=1)))
    traits = traits_of(situation)
    between = _between(situation, traits, library, bound)
    until = local_date(between.due_at) if between else date.max
    step = next(_plans(situation, traits, library, earliest, until), between)
    if step:
        return step
    return PauseNow() if situation.silent_on(local_date(earliest)) else LookAgain(now + LOOK_AGAIN)


def replacement(situation: Situation, library: Library, due_at: datetime) -> Plan | None:
    """Return another plan for the same moment, None when no script fits it."""
    day, traits = local_date(due_at), traits_of(situation)
    fitting: list[Script] = []
    for moment, scripts in library.suiting(traits, silent=situation.silent_on(day)).items():
        window = window_for(situation.preferences, moment)
        right_day = (not moment.days or day.weekday() in moment.days) and in_season(moment, day)
        if right_day and window and due_at in window:
            fitting += _usable(scripts, situation, day, due_at)
    best = equals(fitting, library.likings(traits), situation.history, library.themes())
    return _plan(best, situation, library, day, dict.fromkeys((script.id for script in best), due_at)) if best else None


def _plans(situation: Situation, traits: Traits, library: Library, earliest: datetime, until: date) -> Iterator[Plan]:
    """Yield what may come in the rhythm, a plan for each day before ``until`` that has one."""
    themes = library.themes()
    for ahead in range(HORIZON):
        day = local_date(earliest) + timedelta(days=ahead)
        if day >= until:
            return
        if not situation.history.has_room(day):
            continue
        moments = _moments_on(day, situation, traits, library, earliest)
        best = equals([script for script, _ in moments], library.likings(traits), situation.history, themes)
        if best:
            yield _plan(best, situation, library, day, {script.id: at for script, at in moments})


def _between(situation: Situation, traits: Traits, library: Library, earliest: datetime) -> Plan | None:
    """Return the soonest extra that may come, None when there is none."""
    plans = [_extra_plan(extra, situation, traits, library, earliest) for extra in extras(situation, library.asked_again())]
    return min((plan for plan in plans if plan), key=lambda plan: (plan.due_at, plan.script.id), default=None)


def _extra_plan(extra: Extra, situation: Situation, traits: Traits, library: Library, earliest: datetime) -> Plan | None:
    current = library.current.get(extra.script_id)
    if current is None or current.archived or not suits(current.script, traits):
        return None
    first = max(extra.first, local_date(earliest))
    for day in (first + timedelta(days=ahead) for ahead in range(HORIZON)):
        if extra.last and day > extra.last:
            return None
        at, slot = _moment_for(current.script.moment, day, situation), extra.slot(day)
        if at and at >= earliest and situation.history.has_room(day) and not situation.history.taken(extra.script_id, slot):
            return Plan(current.script, slot, at)
    return None


def _moments_on(day: date, situation: Situation, traits: Traits, library: Library, earliest: datetime) -> list[tuple[Script, datetime]]:
    found: list[tuple[Script, datetime]] = []
    for window, scripts in library.suiting_on(day, traits, situation.preferences, silent=situation.silent_on(day)).items():
        at = moment_on(day, window, situation.learner.id)
        if at >= earliest:
            found += [(script, at) for script in _usable(scripts, situation, day, at)]
    return found


def _moment_for(moment: Moment, day: date, situation: Situation) -> datetime | None:
    window = window_for(situation.preferences, moment)
    if window is None or not plannable(day, situation.preferences, moment):
        return None
    return moment_on(day, window, situation.learner.id)


def _usable(scripts: Iterable[Script], situation: Situation, day: date, at: datetime) -> list[Script]:
    seen, history = situation.history.planned_scripts(), situation.history
    return [one for one in scripts if one.id not in seen or (is_fresh(one, situation, at) and _slot(one, history, day))]


def _plan(best: Collection[Script], situation: Situation, library: Library, day: date, moments: Mapping[str, datetime]) -> Plan:
    script, choice = library.learning.among(best, situation.learner, day)
    slot = _slot(script, situation.history, day)
    assert slot is not None
    return Plan(script, slot, moments[script.id], choice)


def _slot(script: Script, history: History, day: date) -> str | None:
    """Name the occasion. A script that was edited on its day may use that day once more, as its new version."""
    name = day.isoformat()
    if not history.taken(script.id, name):
        return name
    again = f"{name}/v{script.version}"
    return None if history.taken(script.id, again) else again


def _bound(situation: Situation, now: datetime, not_before: datetime | None) -> datetime:
    """Return before which moment nothing may come, whatever the occasion."""
    bounds = [now, not_before, situation.history.quiet_until()]
    if in_pause(situation.preferences, now):
        bounds.append(situation.preferences.paused_until)
    return max(bound for bound in bounds if bound is not None)
