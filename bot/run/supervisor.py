"""Keeps the product's processes alive on one machine: prefixes their output, restarts what dies, stops all of them together.

The usual Procfile runners end everything when one process ends; here the others must survive
(docs/decisions/0004-own-supervisor.md).
"""

import asyncio
import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.run.procfile import Program

STOP_AFTER = 8.0
"""Seconds a process gets to end by itself."""
QUICK_DEATH = 20.0
"""A process that lived shorter than this many seconds did not really start."""
GIVE_UP_AFTER = 6
"""Quick deaths in a row before everything stops."""
LONGEST_WAIT = 15.0

_PR_SET_PDEATHSIG = 1

Report = Callable[[str, str], None]
"""Receives the name of a process and a line about it."""


@dataclass
class Supervisor:
    """Runs programs until ``stop`` is called or one of them refuses to start."""

    programs: Sequence[Program]
    environment: Mapping[str, str]
    report: Report
    _running: dict[str, asyncio.subprocess.Process] = field(default_factory=dict)
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)
    _failed: str | None = None

    async def run(self) -> str | None:
        """Return None after a requested stop, or the name of the program that would not start."""
        keepers = [asyncio.create_task(self._keep(program)) for program in self.programs]
        await self._stopping.wait()
        await self._end_all()
        await asyncio.gather(*keepers)
        return self._failed

    def stop(self) -> None:
        """Ask every process to end; ``run`` returns when they have."""
        self._stopping.set()

    async def _keep(self, program: Program) -> None:
        quick_deaths = 0
        while not self._stopping.is_set():
            started = time.monotonic()
            code = await self._run_once(program)
            if self._stopping.is_set():
                return
            quick_deaths = quick_deaths + 1 if time.monotonic() - started < QUICK_DEATH else 0
            if quick_deaths >= GIVE_UP_AFTER:
                self._failed = program.name
                self.stop()
                return
            wait = min(LONGEST_WAIT, 0.5 * 2**quick_deaths)
            self.report(program.name, f"ended with {code}, starts again in {wait:g} s")
            await self._pause(wait)

    async def _run_once(self, program: Program) -> int:
        try:
            process = await asyncio.create_subprocess_exec(
                *program.arguments,
                env=dict(self.environment),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C reaches only us, so that we decide the order
                preexec_fn=_end_with_parent,
                limit=2**20,
            )
        except OSError as error:
            self.report(program.name, f"cannot start: {error}")
            return 127
        self._running[program.name] = process
        self.report(program.name, f"started (pid {process.pid})")
        await self._relay(program.name, process)
        return await process.wait()

    async def _relay(self, name: str, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        while True:
            try:
                line = await process.stdout.readline()
            except ValueError:  # longer than the limit; what follows is still worth reading
                continue
            if not line:
                return
            self.report(name, line.decode(errors="replace").rstrip())

    async def _pause(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return

    async def _end_all(self) -> None:
        alive = [process for process in self._running.values() if process.returncode is None]
        for process in alive:
            _signal_group(process, signal.SIGTERM)
        try:
            async with asyncio.timeout(STOP_AFTER):
                await asyncio.gather(*(process.wait() for process in alive))
        except TimeoutError:
            for process in alive:
                _signal_group(process, signal.SIGKILL)


def _signal_group(process: asyncio.subprocess.Process, number: signal.Signals) -> None:
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        return


def _end_with_parent() -> None:
    """Let Linux end the child when the supervisor is killed, so that no orphan keeps a port."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
