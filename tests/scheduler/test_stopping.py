"""A real process that is asked to stop."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PROGRAM = """
import time
from bot.nudges.sending.sender import TickReport
from scheduler.jobs import build_scheduler
from scheduler.stopping import run_until_stopped

class Twin:
    nudges = reminders = rights = source_imports = heartbeats = property(lambda self: self)
    def say_due(self): pass
    def plan_missing(self): print("begin", flush=True)
    def send_due(self, seconds): time.sleep(0.5); return TickReport(unfinished=True)
    def beat(self, process): print("end", flush=True)

run_until_stopped(build_scheduler(Twin, 60.0))
print("stopped", flush=True)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_tick_that_is_going_on_ends_first_and_the_process_ends_well(number: signal.Signals) -> None:
    process = subprocess.Popen([sys.executable, "-c", PROGRAM], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "begin\n"
    process.send_signal(number)
    out, err = process.communicate(timeout=20)
    assert out.split() == ["end", "stopped"]
    assert (process.returncode, err) == (0, "")


def test_more_signals_do_no_harm() -> None:
    process = subprocess.Popen([sys.executable, "-c", PROGRAM], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    for _ in range(3):
        process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=20)
    assert (out.split(), process.returncode, err) == (["end", "stopped"], 0, "")
