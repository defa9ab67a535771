"""Several Rasa processes behind one address: they take turns at one listening socket, and whichever dies is started again.

Only with PostgreSQL, where ``lock_store`` holds a conversation across processes.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

DOOR = "RASA_DOOR"
"""Environment: number of the inherited listening socket. Set for the children only."""
WAITING_CALLS = 256
QUICK_DEATH = 20.0
"""A process that lived shorter than this many seconds did not really start."""
GIVE_UP_AFTER = 6
"""Quick deaths in a row before everything stops; whoever started us may try again."""

_PR_SET_PDEATHSIG = 1


class Several:
    """Keeps ``number`` copies of this program running."""

    def __init__(self, number: int, host: str, port: int) -> None:
        self._door = socket.create_server((host, port), backlog=WAITING_CALLS)
        self._door.set_inheritable(True)
        self._number = number
        self._children: dict[int, tuple[float, subprocess.Popen[bytes]]] = {}
        self._stopping = False

    def run(self) -> int:
        """Return an exit status after SIGTERM or SIGINT (0), or when the processes keep dying (1)."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        for _ in range(self._number):
            self._start()
        quick_deaths = 0
        while self._children:
            pid, _ = os.wait()
            started, _ = self._children.pop(pid)
            if self._stopping:
                continue
            quick_deaths = quick_deaths + 1 if time.monotonic() - started < QUICK_DEATH else 0
            if quick_deaths >= GIVE_UP_AFTER:
                self._stop()
            else:
                self._start()
        return int(quick_deaths >= GIVE_UP_AFTER)

    def _start(self) -> None:
        number = self._door.fileno()
        child = subprocess.Popen(  # noqa: S603
            [sys.executable, str(Path(__file__).with_name("serve.py"))],
            env={**os.environ, DOOR: str(number)},
            pass_fds=(number,),
            preexec_fn=_end_with_parent,
        )
        self._children[child.pid] = (time.monotonic(), child)

    def _stop(self, *_: int | FrameType | None) -> None:
        self._stopping = True
        for _, child in list(self._children.values()):
            child.terminate()


def inherited_door() -> socket.socket | None:
    """Return the socket that a parent listens on, in one of its children."""
    number = os.environ.get(DOOR)
    return socket.socket(fileno=int(number)) if number else None


def _end_with_parent() -> None:
    """Let Linux end the child when the parent is killed, so that no orphan keeps the port."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
