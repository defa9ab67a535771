"""What a person may ask about their nudges: why this one, when the next, and which one is open."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.learners.consent import NUDGES
from bot.learners.models import Barrier, Learner, NudgeState
from bot.nudges.asking.taking_part import takes_part
from bot.nudges.experiment.choice import ChosenBy
from bot.nudges.history import History, sent_moment
from bot.nudges.models import DueNudge, DueState, Occasion, Reason, Script
from bot.nudges.planner import Planner
from bot.nudges.ports import NudgeWork, OpenNudgeWork
from bot.nudges.situation import willing

LOOKS_BACK = timedelta(days=60)


@dataclass(frozen=True)
class Why:
    """Why the latest nudge came."""

    script_id: str
    theme: str
    goal: str
    sent_at: datetime
    asked_for: bool
    every_days: int
    interest: str | None
    """The person's own topic that it matched."""
    occasion: Occasion = Occasion.ORDINARY
    needs: frozenset[str] = frozenset()
    """What the script needed of them, such as a plan."""
    barrier: Barrier | None = None
    """What they said stands in the way, when the script helps with it."""
    group: bool = False
    """Whether it is for a group they said to belong to."""
    season: bool = False
    """Whether it is for this time of the year."""
    chosen_by: ChosenBy | None = None
    """What decided among nudges that suited as well, where choosing is learned."""
    takes_part: bool | None = None
    """Whether the person takes part in the experiment now; None when there is none for them."""
    since: datetime | None = None
    """When they said yes to nudges; None when they take that back now."""


@dataclass(frozen=True)
class WhyNot:
    """Why a nudge that was meant to come did not, after the latest that did."""

    reason: Reason
    due_at: datetime


@dataclass(frozen=True)
class WhyReminder:
    """Why the latest reminder came: the person asked for it."""

    asked_at: datetime
    due_at: datetime


@dataclass(frozen=True)
class NextNudge:
    """What can be said about the next nudge."""

    state: NudgeState
    at: datetime | None = None
    """None when nothing is planned."""
    paused_until: datetime | None = None

    @property
    def is_off(self) -> bool:
        """Whether none comes without a new yes."""
        return self.state in (NudgeState.UNASKED, NudgeState.STOPPED)


@dataclass(frozen=True)
class OpenNudge:
    """The latest nudge, as long as it was not answered."""

    due_id: int
    script_id: str
    sent_at: datetime


class Looking:
    """Answers questions; changes nothing but a missing plan."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock, planner: Planner) -> None:
        self._open_work = open_work
        self._clock = clock
        self._planner = planner

    def why(self, learner_id: str) -> Why | WhyReminder | None:
        """Return why the latest nudge or reminder came; None when none came lately."""
        with self._open_work() as work:
            learner, latest = work.learners.by_id(learner_id), self._latest(work, learner_id)
            reminder = self._reminded(work, learner_id)
            if reminder and (latest is None or reminder[1] >= sent_moment(latest)):
                return reminder[0]
            script = work.scripts.version(latest.script_id, latest.version) if latest else None
            return _why(work, learner, latest, script) if learner and latest and script else None

    def why_not(self, learner_id: str) -> WhyNot | None:
        """Return why the latest nudge in the person's rhythm did not come; None when a nudge or a reminder came after it."""
        with self._open_work() as work:
            rows = self._rows(work, learner_id)
            latest, reminder = History(rows).latest(), self._reminded(work, learner_id)
            refused = _refused(rows, self._clock())
            came = [sent_moment(latest)] if latest else []
            came += [reminder[1]] if reminder else []
            if refused is None or refused.reason is None or any(at > _ended(refused) for at in came):
                return None
            return WhyNot(refused.reason, refused.due_at)

    def next_for(self, learner_id: str) -> NextNudge | None:
        """Return when the next nudge comes, planning it first when needed; None for nobody we know."""
        self._planner.refresh(learner_id)
        with self._open_work() as work:
            learner = work.learners.by_id(learner_id)
            return _next(learner, work.due_nudges.open_for(learner_id)) if learner else None

    def open_nudge(self, learner_id: str) -> OpenNudge | None:
        """Return the latest nudge when it is unanswered."""
        with self._open_work() as work:
            latest = self._latest(work, learner_id)
            if latest is None or latest.answered_at:
                return None
            return OpenNudge(latest.id, latest.script_id, sent_moment(latest))

    def _reminded(self, work: NudgeWork, learner_id: str) -> tuple[WhyReminder, datetime] | None:
        """Return the latest reminder, and when it was said."""
        last = work.reminders.last_said(learner_id)
        if last is None or last.ended_at is None or last.ended_at < self._clock() - LOOKS_BACK:
            return None
        return WhyReminder(last.made_at, last.due_at), last.ended_at

    def _latest(self, work: NudgeWork, learner_id: str) -> DueNudge | None:
        return History(self._rows(work, learner_id)).latest()

    def _rows(self, work: NudgeWork, learner_id: str) -> tuple[DueNudge, ...]:
        return work.due_nudges.of(learner_id, self._clock() - LOOKS_BACK)


def _why(work: NudgeWork, learner: Learner, latest: DueNudge, script: Script) -> Why:
    choice = work.experiment.choice(latest.id)
    return Why(
        script.id,
        script.theme,
        script.goal,
        sent_moment(latest),
        asked_for=latest.reason is Reason.ASKED_FOR,
        every_days=max(learner.nudges.every_days, work.tenants.least_days().get(learner.tenant, 0)),
        interest=next((tag for tag in learner.interests if tag in script.interests), None),
        occasion=latest.occasion,
        needs=script.needs,
        barrier=learner.barrier if learner.barrier in script.helps else None,
        group=not learner.groups.isdisjoint(script.audience),
        season=bool(script.moment.months),
        chosen_by=choice.by if choice else None,
        takes_part=takes_part(work, learner),
        since=work.consents.since(learner.id, NUDGES),
    )


def _refused(rows: tuple[DueNudge, ...], now: datetime) -> DueNudge | None:
    """Return the latest refusal of what should have come by now; who pauses ends a row whose moment is still to come."""
    ended = [row for row in rows if row.state in (DueState.SKIPPED, DueState.NOT_SENT) and row.due_at <= now]
    return max((row for row in ended if not row.occasion.is_extra), key=_ended, default=None)


def _ended(row: DueNudge) -> datetime:
    return row.ended_at or row.due_at


def _next(learner: Learner, due: DueNudge | None) -> NextNudge:
    nudges = learner.nudges
    at = due.due_at if due and willing(nudges) else None
    return NextNudge(nudges.state, at, nudges.paused_until)
