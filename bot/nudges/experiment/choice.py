"""How a nudge was chosen among others that suited as well, kept with its row so that the choice can be made again."""

import json
from dataclasses import dataclass
from enum import StrEnum

from bot.nudges.experiment.thompson import Tally


class ChosenBy(StrEnum):
    """What decided among nudges that suited equally well."""

    LEARNED = "learned"
    """What is more often taken up."""
    LOT = "lot"
    """By lot, although it might have been by what was learned."""
    HOLD_OUT = "hold_out"
    """By lot, because the person is held out."""


@dataclass(frozen=True)
class Option:
    """One of the nudges there was a choice from, with what was known about it."""

    script_id: str
    version: int
    tally: Tally


@dataclass(frozen=True)
class Choice:
    """One choice among ``options``."""

    by: ChosenBy
    chance: float
    """How likely it was, before anything was drawn, that this one would be chosen. 0 to 1."""
    options: tuple[Option, ...]


def write(choice: Choice) -> str:
    """Return ``choice`` as one line to keep."""
    options = [[one.script_id, one.version, one.tally.good, one.tally.seen] for one in choice.options]
    return json.dumps({"by": choice.by, "chance": choice.chance, "options": options}, separators=(",", ":"))


def read(line: str) -> Choice:
    """Return what ``write`` wrote."""
    kept = json.loads(line)
    options = (Option(script_id, version, Tally(good, seen)) for script_id, version, good, seen in kept["options"])
    return Choice(ChosenBy(kept["by"]), kept["chance"], tuple(options))
