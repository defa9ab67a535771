import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from apscheduler.schedulers.background import BackgroundScheduler
from prometheus_client import REGISTRY

from bot.garbage import spare_what_stays
from bot.nudges.sending.heartbeat import Heartbeats
from bot.nudges.sending.sender import TickReport
from bot.nudges.service import NudgeService
from bot.store.work import Store
from scheduler.jobs import FIRST_RETENTION, PROCESS, SENDING_SECONDS, SETTLED_AFTER, build_scheduler
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import RecordingOutlet, a_learner, a_script, join, open_row, shelve


@dataclass
class Twin:
    """Stands for every service at once and notes what was asked of it."""

    calls: list[str] = field(default_factory=list)
    seconds: float = 0
    failing: str = ""
    """The step that fails."""
    unfinished: int = 0
    """How many looks leave something."""

    nudges = reminders = rights = source_imports = heartbeats = property(lambda self: self)

    def say_due(self) -> None:
        self._do("remind")

    def plan_missing(self) -> None:
        self._do("plan")

    def send_due(self, seconds: float) -> TickReport:
        self.seconds = seconds
        self._do("send")
        self.unfinished -= 1
        return TickReport(unfinished=self.unfinished >= 0)

    def _do(self, step: str) -> None:
        self.calls.append(step)
        if step == self.failing:
            raise ConnectionError

    def beat(self, process: str) -> None:
        self.calls.append(f"beat {process}")

    def run_due(self) -> None:
        self.calls.append("import")

    def expire(self) -> None:
        self.calls.append("expire")

    def sweep(self) -> None:
        self.calls.append("sweep")

    def forget_gone(self) -> None:
        self.calls.append("forget gone")


def run_until(scheduler: BackgroundScheduler, enough: Callable[[], bool]) -> None:
    """Run ``scheduler`` until ``enough`` holds; fails after ten seconds."""
    scheduler.start()
    end = time.monotonic() + 10
    pause = threading.Event()
    try:
        while not enough():
            assert time.monotonic() < end
            pause.wait(0.01)
    finally:
        scheduler.shutdown()


def job(scheduler: BackgroundScheduler, name: str) -> Callable[[], None]:
    return next(one for one in scheduler.get_jobs() if one.id == name).func


def test_a_tick_reminds_then_plans_then_sends_then_shows_life() -> None:
    twin = Twin()
    job(build_scheduler(lambda: twin, 5.0), "tick")()
    assert twin.calls == ["remind", "plan", "send", f"beat {PROCESS}"]
    assert twin.seconds == SENDING_SECONDS


def failed(step: str) -> float:
    return REGISTRY.get_sample_value("duwtje_tick_steps_failed_total", {"step": step}) or 0.0


@pytest.mark.parametrize("step", ["remind", "plan", "send"])
def test_a_step_that_fails_is_counted_and_holds_no_other_step_up_but_the_tick_shows_no_life(step: str) -> None:
    twin, before = Twin(failing=step), failed(step)
    job(build_scheduler(lambda: twin, 5.0), "tick")()
    assert twin.calls == ["remind", "plan", "send"]
    assert failed(step) == before + 1


def test_a_tick_that_went_well_counts_no_failure() -> None:
    before = [failed(step) for step in ("remind", "plan", "send")]
    job(build_scheduler(Twin, 5.0), "tick")()
    assert [failed(step) for step in ("remind", "plan", "send")] == before


def test_soon_after_the_start_what_stays_is_spared_from_the_search_for_garbage_once() -> None:
    scheduler = build_scheduler(Twin, 5.0)
    memory, tick = (next(one for one in scheduler.get_jobs() if one.id == name) for name in ("memory", "tick"))
    assert memory.trigger.run_date - tick.next_run_time == SETTLED_AFTER
    assert memory.func is spare_what_stays


def test_a_look_that_left_something_is_followed_by_another_at_once() -> None:
    twin = Twin(unfinished=2)
    run_until(build_scheduler(lambda: twin, 3600.0), lambda: twin.calls.count(f"beat {PROCESS}") == 3)
    assert twin.calls == ["remind", "plan", "send", f"beat {PROCESS}"] * 3


def test_a_clock_that_is_asked_to_stop_looks_no_more_however_much_there_is() -> None:
    twin = Twin(unfinished=1_000_000_000)
    run_until(build_scheduler(lambda: twin, 3600.0), lambda: len(twin.calls) > 10)
    assert twin.unfinished > 0
    assert twin.calls[-1] == f"beat {PROCESS}", "the look that was going on ended"


def test_the_retention_job_forgets_and_comes_once_a_day() -> None:
    twin = Twin()
    scheduler = build_scheduler(lambda: twin, 5.0)
    job(scheduler, "retention")()
    assert twin.calls == ["expire", "sweep", "forget gone"]
    retention = next(one for one in scheduler.get_jobs() if one.id == "retention")
    assert retention.trigger.interval == timedelta(days=1)
    assert retention.next_run_time - next(one for one in scheduler.get_jobs() if one.id == "tick").next_run_time == FIRST_RETENTION


def test_sources_are_looked_at_by_a_job_of_their_own_so_that_a_long_import_holds_no_nudge_up() -> None:
    twin = Twin()
    job(build_scheduler(lambda: twin, 5.0), "imports")()
    assert twin.calls == ["import"]


def test_jobs_never_overlap_and_what_was_missed_is_done_once() -> None:
    defaults = build_scheduler(Twin, 5.0)._job_defaults
    assert (defaults["max_instances"], defaults["coalesce"]) == (1, True)


def test_services_are_made_at_the_first_tick_and_not_before() -> None:
    made: list[Twin] = []

    def services() -> Twin:
        made.append(Twin())
        return made[-1]

    scheduler = build_scheduler(services, 0.02)
    assert made == []
    run_until(scheduler, lambda: len(made) > 2)


def test_a_clock_whose_services_cannot_be_made_tries_again() -> None:
    tries: list[Twin] = []

    def services() -> Twin:
        tries.append(Twin())
        if len(tries) < 3:
            raise ConnectionError
        return tries[-1]

    run_until(build_scheduler(services, 0.02), lambda: f"beat {PROCESS}" in tries[-1].calls if tries else False)
    assert len(tries) >= 3


def test_a_running_clock_sends_what_is_due(sqlite_store: Store, clock: StoppedClock) -> None:
    outlet = RecordingOutlet(clock)
    twin = Twin()

    class Services:
        nudges = NudgeService(sqlite_store.work, clock, outlet)
        heartbeats = Heartbeats(sqlite_store.work, clock, "one")
        reminders = rights = source_imports = twin

    shelve(sqlite_store, [a_script()])
    join(sqlite_store, a_learner())
    Services.nudges.plan_missing()
    clock.now = open_row(sqlite_store).due_at
    run_until(build_scheduler(Services, 0.02), lambda: Services.heartbeats.is_alive(PROCESS))
    assert len(outlet.sent) == 1
