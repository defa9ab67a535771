"""What counts for a question, and until when: the part of the analysis that is fixed before any outcome is looked at. Pure."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.anonymity import FEWEST
from bot.nudges.experiment.choice import ChosenBy
from bot.nudges.experiment.decisions import Decision
from bot.nudges.experiment.intervals import NOBODY, Part
from bot.nudges.experiment.plan import Planned, Question

Steps = Mapping[str, Sequence[datetime]]
"""When each person did what they had planned, oldest first."""


@dataclass(frozen=True)
class Counted:
    """One choice, or one person."""

    person: str
    is_compared: bool
    """Chosen by lot, or held out."""
    step: bool
    taken_up: bool


def counted(planned: Planned, decisions: Sequence[Decision], steps: Steps, until: datetime) -> list[Counted]:
    """Return what counts for the question: of ``decisions``, in their order, what had all its time before ``until``.

    It ends at the needed numbers, which makes looking again harmless: every look from then on sees the same.
    """
    ripe = [one for one in decisions if one.at + planned.within <= until]
    if planned.question is Question.HOLD_OUT:
        found = (_counted(one, one.by is ChosenBy.HOLD_OUT, planned.within, steps) for one in _first_of_each(ripe))
    else:
        found = (_counted(one, one.by is ChosenBy.LOT, planned.within, steps) for one in ripe if one.by is not ChosenBy.HOLD_OUT)
    return list(_until_enough(planned, found))


def is_enough(planned: Planned, compared: int, others: int) -> bool:
    """Whether these are the needed numbers."""
    return compared >= planned.compared and others >= planned.others


def parts_of(units: Sequence[Counted], outcome: str) -> list[tuple[Part, Part]]:
    """Return for each person the others and the compared, with how many had ``outcome``: ``step`` or ``taken_up``."""
    found: dict[str, tuple[Part, Part]] = defaultdict(lambda: (NOBODY, NOBODY))
    for one in units:
        others, compared = found[one.person]
        more = Part(int(getattr(one, outcome)), 1)
        found[one.person] = (others, compared + more) if one.is_compared else (others + more, compared)
    return list(found.values())


def may_be_shown(people: Sequence[tuple[Part, Part]]) -> bool:
    """Whether the good outcomes of each side come from enough people to hide each of them, and its other outcomes too."""
    return all(_are_hidden([parts[side] for parts in people]) for side in (0, 1))


def _are_hidden(side: Sequence[Part]) -> bool:
    return sum(part.good > 0 for part in side) >= FEWEST <= sum(part.good < part.all for part in side)


def _counted(one: Decision, is_compared: bool, within: timedelta, steps: Steps) -> Counted:
    theirs = steps.get(one.person, ())
    place = bisect_right(theirs, one.at)
    return Counted(one.person, is_compared, place < len(theirs) and theirs[place] <= one.at + within, one.taken_up)


def _first_of_each(decisions: Sequence[Decision]) -> Iterator[Decision]:
    seen: set[str] = set()
    for one in decisions:
        if one.person not in seen:
            seen.add(one.person)
            yield one


def _until_enough(planned: Planned, found: Iterator[Counted]) -> Iterator[Counted]:
    compared = others = 0
    for one in found:
        yield one
        compared, others = compared + one.is_compared, others + (not one.is_compared)
        if is_enough(planned, compared, others):
            return
