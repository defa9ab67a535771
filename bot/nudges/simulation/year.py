"""Lives through a stretch of time with one person, with the planning and the policy that real nudges go through."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from bot.learners.models import NudgeState
from bot.nudges.deciding.answered import after_answer, answered, paused_for_good, stopped
from bot.nudges.deciding.following import following, moment_left
from bot.nudges.deciding.library import Library
from bot.nudges.deciding.planning import LookAgain, PauseNow, Plan
from bot.nudges.deciding.policy import Case, decide
from bot.nudges.deciding.verdict import Decision, Deny
from bot.nudges.experiment.choice import ChosenBy
from bot.nudges.history import sent_moment
from bot.nudges.models import DueNudge, DueState, Reason, ScriptButton
from bot.nudges.simulation.happenings import Happening, after, happenings
from bot.nudges.simulation.people import Person
from bot.nudges.situation import Situation, willing

ANSWERED_AFTER = timedelta(minutes=20)
SHORTEST_WAIT = timedelta(minutes=1)
"""Time always goes on, whatever a refusal asks for."""


@dataclass(frozen=True)
class Event:
    """Something the policy decided. ``reason`` is ALLOWED for what was sent; ``script_id`` is None for a pause."""

    at: datetime
    reason: Reason
    script_id: str | None = None
    chosen_by: ChosenBy | None = None
    """What decided among equals, where choosing is learned."""


@dataclass(frozen=True)
class _Moment:
    """How things stand at ``now``, and what happened since the moment before."""

    situation: Situation
    now: datetime
    not_before: datetime | None = None
    instead_at: datetime | None = None
    events: tuple[Event, ...] = ()
    is_last: bool = False


def live(person: Person, library: Library, start: datetime, until: datetime) -> Iterator[Event]:
    """Yield what happens to ``person`` from ``start`` until ``until`` (both UTC), in order."""
    own = deque(happenings(person, start, until))
    moment = _Moment(person.situation, start)
    while moment.now < until and not moment.is_last:
        moment = _next(person, moment, own, library, until)
        yield from moment.events


def _next(person: Person, moment: _Moment, own: deque[Happening], library: Library, until: datetime) -> _Moment:
    now, situation = moment.now, _lived(moment.situation, own, moment.now)
    step = following(situation, library, now, moment.not_before, moment.instead_at)
    if isinstance(step, PauseNow):
        return _paused(situation, own, now)
    if isinstance(step, LookAgain):
        return _Moment(situation, _later(step.at, now))
    if step.due_at >= until:
        return _Moment(situation, now, is_last=True)
    return _meet(person, now, situation, own, step, library)


def _paused(situation: Situation, own: deque[Happening], now: datetime) -> _Moment:
    paused = paused_for_good(situation.preferences)
    situation, back_at = _return(situation.with_learner(replace(situation.learner, nudges=paused)), own)
    if back_at is None:
        return _Moment(situation, now, events=(Event(now, Reason.PAUSED),), is_last=True)
    return _Moment(situation, _later(back_at, now))


def _later(at: datetime, now: datetime) -> datetime:
    return max(at, now + SHORTEST_WAIT)


def _lived(situation: Situation, own: deque[Happening], now: datetime) -> Situation:
    """Return the situation at ``now``; takes from ``own`` what they did until then."""
    while own and own[0].at <= now:
        situation = after(situation, own.popleft())
    return situation


def _return(situation: Situation, own: deque[Happening]) -> tuple[Situation, datetime | None]:
    """Return when somebody who hears nothing any more wants nudges again, None for never; takes from ``own`` all until then."""
    while own:
        happening = own.popleft()
        situation = after(situation, happening)
        if willing(situation.preferences):
            return situation, happening.at
    return situation, None


def _meet(person: Person, now: datetime, situation: Situation, own: deque[Happening], plan: Plan, library: Library) -> _Moment:
    row = DueNudge(len(situation.history.rows) + 1, situation.learner.id, plan.script.id, plan.script.version, plan.slot, plan.due_at)
    at, situation, decision = _decided(row, max(plan.due_at, now), situation, own, library)
    event = Event(at, decision.reason, plan.script.id, plan.choice.by if plan.choice else None)
    if isinstance(decision, Deny):
        ended = replace(row, state=DueState.SKIPPED, reason=decision.reason, ended_at=at)
        return _moment_after(event, situation.with_row(ended), now, decision.again_at, moment_left(ended, decision.reason))
    sent = replace(row, state=DueState.SENT, reason=decision.reason, sent_at=at, ended_at=at)
    return _moment_after(event, _answered(person, situation.with_row(sent), sent, plan), now)


def _moment_after(
    event: Event, situation: Situation, now: datetime, not_before: datetime | None = None, instead_at: datetime | None = None
) -> _Moment:
    then = max(event.at, now) + SHORTEST_WAIT
    if situation.preferences.state is NudgeState.STOPPED:
        return _Moment(situation, then, events=(event, Event(then, Reason.STOPPED)), is_last=True)
    return _Moment(situation, then, not_before, instead_at, (event,))


def _decided(
    row: DueNudge, at: datetime, situation: Situation, own: deque[Happening], library: Library
) -> tuple[datetime, Situation, Decision]:
    """Decide about ``row``, from ``at`` on, as often as it waits for the end of a talk; return when that was for good, and how."""
    while True:
        situation = _lived(situation, own, at)
        decision = decide(Case(row, situation, library.current.get(row.script_id), at))
        if not isinstance(decision, Deny) or decision.waits_until is None:
            return at, situation, decision
        at = decision.waits_until


def _answered(person: Person, situation: Situation, sent: DueNudge, plan: Plan) -> Situation:
    # Drawn per person and slot: the same person takes the same moment the same way, whatever the script.
    chance = Random(f"{person.seed} {plan.slot}")  # noqa: S311  # a simulation, no secret
    if chance.random() >= person.habits.answers:
        return situation
    button = chance.choice(plan.script.buttons)
    at = sent_moment(sent) + ANSWERED_AFTER
    wanted = after_answer(situation.preferences, button)
    if _has_enough(button, chance, person):
        wanted = stopped(wanted)
    learner = replace(situation.learner, last_seen_at=at, nudges=wanted)
    return situation.with_row(answered(sent, button, at)).with_learner(learner)


def _has_enough(button: ScriptButton, chance: Random, person: Person) -> bool:
    return button.then.do is not None and chance.random() < person.habits.stops
