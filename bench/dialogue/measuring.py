"""Puts a side under load and keeps what it did."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

from bench.dialogue.load import CONVERSATION, Load, put_load
from bench.dialogue.people import People
from bench.dialogue.shares import read_shares
from bench.dialogue.sides import Side, serving

USERS = {1: 6, 16: 20}
"""How many people talk at once, and how many conversations they have together, each time."""
PROFILED = 4
WARM = 2


@dataclass
class Measured:
    """What came out, over all times."""

    loads: dict[int, list[Load]] = field(default_factory=lambda: {users: [] for users in USERS})
    starts: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    cpu: dict[int, list[float]] = field(default_factory=lambda: {users: [] for users in USERS})
    """Processor milliseconds of Rasa for each message."""
    shares: dict[str, float] = field(default_factory=dict)

    def milliseconds(self, users: int, part: int) -> float:
        """Within how long ``part`` percent of the messages was answered, over all times."""
        return pooled(self.loads[users]).percentile(part)

    def per_second(self, users: int) -> float:
        return median(load.per_second for load in self.loads[users])

    @property
    def silent(self) -> int:
        return sum(load.silent for loads in self.loads.values() for load in loads)


def pooled(loads: Sequence[Load]) -> Load:
    """Return all messages of several loads as one."""
    return Load(
        sorted(each for load in loads for each in load.milliseconds),
        sum(load.seconds for load in loads),
        sum(load.silent for load in loads),
    )


def measure_once(side: Side, people: People, folder: Path, measured: Measured) -> None:
    """Start the side, load it with each number of users, stop it, and add what it did."""
    with serving(side, people.actions_url, people.more(1)[0], folder / f"{side.name}.log") as server:
        measured.starts.append(server.first_answer)
        put_load(server.port, people.more(WARM), 1)
        for users, conversations in USERS.items():
            before = server.processor_seconds()
            load = put_load(server.port, people.more(conversations), users)
            measured.loads[users].append(load)
            measured.cpu[users].append(1000 * (server.processor_seconds() - before) / len(load.milliseconds))
        measured.megabytes.append(server.megabytes())


def profile(side: Side, people: People, folder: Path, measured: Measured) -> None:
    """Serve once more under the profiler and add where the time goes."""
    out = folder / f"{side.name}.profile"
    with serving(replace(side, profile_to=out), people.actions_url, people.more(1)[0], folder / f"{side.name}.log") as server:
        put_load(server.port, people.more(PROFILED), 1)
    measured.shares = read_shares(out, 1 + PROFILED * len(CONVERSATION))
