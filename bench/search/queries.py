"""The written queries with what answers them, in two halves: one to tune on, one to measure on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.language.words.yaml_files import read_mapping

FILE = Path(__file__).parent / "queries.yml"
_BEST, _FITS = 2, 1


@dataclass(frozen=True)
class Asked:
    """A query as typed, how it was typed (``misspelt``, ``compound`` …) and the grade of each demo item that answers it."""

    text: str
    style: str
    grades: Mapping[str, int]


def tuning() -> list[Asked]:
    """Return the queries on which settings may be chosen."""
    return _queries(0)


def held_out() -> list[Asked]:
    """Return the queries that are measured: other needs than those of ``tuning``."""
    return _queries(1)


def _queries(half: int) -> list[Asked]:
    needs = list(read_mapping(FILE).values())[half::2]
    graded = [(dict.fromkeys(need["fits"], _FITS) | dict.fromkeys(need["best"], _BEST), need["asked"]) for need in needs]
    return [Asked(text, style, grades) for grades, asked in graded for style, text in asked.items()]
