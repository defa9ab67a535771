"""The Procfile: which processes make up the product on one machine."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from bot.errors import ConfigurationError

_LINE = re.compile(r"^(?P<name>[a-z][a-z0-9_-]*):\s*(?P<command>\S.*)$")


@dataclass(frozen=True)
class Program:
    """One line of the Procfile."""

    name: str
    arguments: tuple[str, ...]


def read_procfile(path: Path) -> list[Program]:
    """Return the programs of a Procfile in order; raises ConfigurationError at a line that is not ``name: command``."""
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return [_parse(line) for line in lines if line and not line.startswith("#")]


def _parse(line: str) -> Program:
    match = _LINE.match(line)
    if match is None:
        raise ConfigurationError(f"Procfile: {line}")
    return Program(match["name"], tuple(shlex.split(match["command"])))
