"""Runs the whole product on one machine, from checks to a clean end."""

import asyncio
import signal
import sys
from collections.abc import Callable

import httpx
from rich.console import Console
from rich.text import Text

from bot.run.environment import Inside, child_environment, inside_addresses, remember
from bot.run.ports import Ports
from bot.run.preflight import check_home, check_model, check_port
from bot.run.procfile import read_procfile
from bot.run.supervisor import Supervisor
from bot.settings import ROOT, Settings

COLOURS = ("cyan", "magenta", "yellow", "green", "blue")
READY_EVERY = 0.3


def check(settings: Settings) -> None:
    """Raise a clear error for whatever would stop the start."""
    check_home(settings.home)
    check_model(settings.home / "models")
    check_port(settings.host, settings.port)


async def run(settings: Settings, on_ready: Callable[[], None]) -> str | None:
    """Run every process until Ctrl-C; returns None, or the name of the process that would not start."""
    with Ports() as ports:
        return await _run_on(inside_addresses(settings, ports), settings, on_ready)


async def _run_on(inside: Inside, settings: Settings, on_ready: Callable[[], None]) -> str | None:
    programs = read_procfile(ROOT / "Procfile")
    colours = dict(zip([program.name for program in programs], COLOURS, strict=False))
    remember(inside, settings.home)
    supervisor = Supervisor(programs, child_environment(settings, inside), _printer(colours))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, supervisor.stop)
    announcing = asyncio.create_task(_when_ready(f"http://{_reachable(settings.host)}:{settings.port}/healthz", on_ready))
    try:
        return await supervisor.run()
    finally:
        announcing.cancel()


async def _when_ready(url: str, on_ready: Callable[[], None]) -> None:
    async with httpx.AsyncClient(timeout=5) as client:
        while True:
            try:
                response = await client.get(url)
            except httpx.HTTPError:
                response = None
            if response is not None and response.is_success:
                on_ready()
                return
            await asyncio.sleep(READY_EVERY)


def _printer(colours: dict[str, str]) -> Callable[[str, str], None]:
    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    width = max(map(len, colours))

    def report(name: str, line: str) -> None:
        console.print(Text(f"{name:<{width}} | ", style=colours[name]) + Text.from_ansi(line))

    return report


def _reachable(host: str) -> str:
    return "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104  # compared, not bound
