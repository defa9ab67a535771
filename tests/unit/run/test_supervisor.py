import asyncio
import os
import signal
import sys

import pytest

from bot.run import supervisor as module
from bot.run.procfile import Program
from bot.run.supervisor import Supervisor

SLEEPER = "import time; print('up', flush=True); time.sleep(60)"


class Reports(list[tuple[str, str]]):
    """Collects reports and lets a test wait for one."""

    def __call__(self, name: str, line: str) -> None:
        self.append((name, line))

    async def until(self, name: str, part: str, count: int = 1) -> str:
        while True:
            hits = [line for who, line in self if who == name and part in line]
            if len(hits) >= count:
                return hits[count - 1]
            await asyncio.sleep(0.01)


def program(name: str, code: str) -> Program:
    return Program(name, (sys.executable, "-u", "-c", code))


def pid_in(line: str) -> int:
    return int(line.split("pid ")[1].rstrip(")"))


async def start(reports: Reports, *programs: Program) -> tuple[Supervisor, "asyncio.Task[str | None]"]:
    supervisor = Supervisor(programs, os.environ, reports)
    return supervisor, asyncio.create_task(supervisor.run())


def test_a_killed_process_is_started_again_and_the_others_survive() -> None:
    async def scenario() -> None:
        reports = Reports()
        supervisor, run = await start(reports, program("a", SLEEPER), program("b", SLEEPER))
        first = pid_in(await reports.until("a", "started"))
        other = pid_in(await reports.until("b", "started"))
        await reports.until("a", "up")
        os.kill(first, signal.SIGKILL)
        second = pid_in(await reports.until("a", "started", count=2))
        os.kill(other, 0)
        assert second != first
        supervisor.stop()
        assert await run is None

    asyncio.run(asyncio.wait_for(scenario(), 30))


def test_stop_ends_every_process() -> None:
    async def scenario() -> int:
        reports = Reports()
        supervisor, run = await start(reports, program("a", SLEEPER))
        pid = pid_in(await reports.until("a", "started"))
        await reports.until("a", "up")
        supervisor.stop()
        await run
        return pid

    pid = asyncio.run(asyncio.wait_for(scenario(), 30))
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_program_that_never_starts_ends_the_run_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_WAIT", 0.01)

    async def scenario() -> str | None:
        _, run = await start(Reports(), program("good", SLEEPER), program("bad", "raise SystemExit(3)"))
        return await run

    assert asyncio.run(asyncio.wait_for(scenario(), 60)) == "bad"


def test_a_missing_program_is_reported_and_not_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_WAIT", 0.01)

    async def scenario() -> Reports:
        reports = Reports()
        _, run = await start(reports, Program("ghost", ("/nonexistent/program",)))
        await run
        return reports

    assert any("cannot start" in line for _, line in asyncio.run(asyncio.wait_for(scenario(), 30)))
