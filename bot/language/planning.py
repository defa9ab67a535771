"""Hears what people ask about the plan they have: to see it, to move it or to take it away."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from bot.language.fold import squeeze
from bot.language.meant import squeezed_words
from bot.language.phrases import Spotter
from bot.language.yaml_files import read_mapping

DATA = Path(__file__).parent / "data" / "planning.yml"
PLAN = frozenset({"plan", "planing"})
"""Squeezed."""


class PlanOrder(StrEnum):
    """What may be asked about a plan."""

    DROP = "drop"
    MOVE = "move"
    SHOW = "show"


def plan_order(text: str) -> PlanOrder | None:
    """Return what ``text`` asks about a plan: "haal mijn plan weg", "verander naar zondag"; None when it asks nothing of it."""
    words = squeezed_words(text)
    if set(words) & set(map(squeeze, _data()["other"])):
        return None
    return next((order for order, spotter in _spotters().items() if spotter.spots(words)), None)


def names_plan(text: str) -> bool:
    """Return whether ``text`` says the word plan."""
    return not PLAN.isdisjoint(squeezed_words(text))


@cache
def _spotters() -> Mapping[PlanOrder, Spotter]:
    return {order: Spotter(_data()[order]) for order in PlanOrder}


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)
