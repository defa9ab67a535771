"""A part of the product in a process of its own, at a daytime hour whenever the measurement runs."""

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.crowd import SECRET
from bench.kill.telegram import TOKEN
from bot.clock import AMSTERDAM

ROOT = Path(__file__).parent.parent.parent
WORKER, POSTMAN = "bench.kill.worker", "bench.kill.postman"


def eleven_o_clock() -> datetime:
    """Return the coming Tuesday, late in the morning: time enough to finish before a nudge is too late."""
    now = datetime.now(AMSTERDAM)
    day = now + timedelta(days=(1 - now.weekday()) % 7 or 7)
    return day.replace(hour=11, minute=0, second=0, microsecond=0).astimezone(UTC)


def environment_of(url: str, telegram: str, home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a process on the database at ``url``, with ``telegram`` as its Bot API."""
    databases = {"DATABASE_URL": url, "RASA_DATABASE": f"sqlite:///{home / 'rasa.db'}", "DUWTJE_HOME": str(home), "DUWTJE_SECRET": SECRET}
    return os.environ | databases | {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_BASE": telegram} | more


def start(environment: Mapping[str, str], ahead: float, module: str = WORKER) -> subprocess.Popen[bytes]:
    """Start a scheduler, or another ``module``, whose clock is so many seconds ``ahead``; whoever starts it ends it."""
    shifted = {**environment, "BENCH_AHEAD": str(ahead)}
    return subprocess.Popen([sys.executable, "-m", module], cwd=ROOT, env=shifted)
