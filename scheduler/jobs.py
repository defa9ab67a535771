"""What the clock wakes up, and how often. Nothing is decided here and nothing of ours lives in APScheduler's memory."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.catalogue.source_imports import SourceImports
from bot.garbage import spare_what_stays
from bot.learners.rights import RightsService
from bot.metrics import FAILED_STEPS
from bot.nudges.asking.reminders import ReminderService
from bot.nudges.isolation import isolated
from bot.nudges.sending.heartbeat import Heartbeats
from bot.nudges.sending.sender import TickReport
from bot.nudges.service import NudgeService

PROCESS = "scheduler"
"""Name under which the process shows that it is alive."""
SENDING_SECONDS = 4.0
"""How long one look may go on sending. When there is more, the next look follows at once: a queue is worked off without a pause."""
SETTLED_AFTER = timedelta(seconds=10)
"""By then a tick has read what the process keeps."""
FIRST_RETENTION = timedelta(minutes=1)
RETENTION_HOURS = 24
FIRST_IMPORTS = timedelta(seconds=30)
IMPORT_SECONDS = 60
"""How often sources are looked at; each says itself when it is due."""


class SchedulerServices(Protocol):
    """The part of ``bot.bootstrap.Services`` that the clock uses."""

    @property
    def nudges(self) -> NudgeService: ...
    @property
    def reminders(self) -> ReminderService: ...
    @property
    def rights(self) -> RightsService: ...
    @property
    def source_imports(self) -> SourceImports: ...
    @property
    def heartbeats(self) -> Heartbeats: ...


def build_scheduler(services: Callable[[], SchedulerServices], tick_seconds: float) -> BackgroundScheduler:
    """Return a scheduler that ticks every ``tick_seconds`` from its start and once a day forgets old data and sweeps.

    A job that fails is logged and runs again at its next time. A step of a tick that fails is logged and counted and holds
    no other step up; only a tick that went well as a whole shows life. Jobs never overlap with themselves; what was missed is
    done once.
    """

    def tick() -> None:
        while _look(services()) and scheduler.running:
            pass

    def forget() -> None:
        made = services()
        made.rights.expire()
        made.nudges.sweep()
        made.heartbeats.forget_gone()

    def bring_in() -> None:
        services().source_imports.run_due()

    scheduler = BackgroundScheduler(timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None})
    now = datetime.now(UTC)
    scheduler.add_job(tick, IntervalTrigger(seconds=tick_seconds, timezone=UTC), id="tick", next_run_time=now)
    scheduler.add_job(spare_what_stays, DateTrigger(now + SETTLED_AFTER), id="memory")
    scheduler.add_job(forget, IntervalTrigger(hours=RETENTION_HOURS, timezone=UTC), id="retention", next_run_time=now + FIRST_RETENTION)
    scheduler.add_job(bring_in, IntervalTrigger(seconds=IMPORT_SECONDS, timezone=UTC), id="imports", next_run_time=now + FIRST_IMPORTS)
    return scheduler


def _look(made: SchedulerServices) -> bool:
    """Do what is due, each step whatever became of the others; return whether sending left something."""
    reports: list[TickReport] = []
    steps: dict[str, Callable[[], object]] = {
        "remind": made.reminders.say_due,
        "plan": made.nudges.plan_missing,
        "send": lambda: reports.append(made.nudges.send_due(seconds=SENDING_SECONDS)),
    }
    failed = [name for name, step in steps.items() if not _went_well(name, step)]
    if not failed:
        made.heartbeats.beat(PROCESS)
    return any(report.unfinished for report in reports)


def _went_well(name: str, step: Callable[[], object]) -> bool:
    def done() -> bool:
        step()
        return True

    def failed() -> bool:
        FAILED_STEPS.labels(name).inc()
        return False

    return isolated("tick_step_failed", done, failed, step=name)
