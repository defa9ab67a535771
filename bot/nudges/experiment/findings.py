"""What the experiment says so far, in figures that may be shown. Pure."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from math import ceil

from bot.anonymity import FEWEST, rounded_down
from bot.nudges.experiment.counting import Counted, Steps, counted, is_enough, may_be_shown, parts_of
from bot.nudges.experiment.decisions import Decision
from bot.nudges.experiment.intervals import NOBODY, Interval, between_choices, between_people, is_uneven
from bot.nudges.experiment.plan import RISKS, Planned, Question
from bot.nudges.experiment.power import detectable


class Verdict(StrEnum):
    """What may be concluded."""

    TOO_FEW = "too_few"
    """Not the needed numbers yet: nothing may be concluded, whatever the figures look like."""
    UNEVEN = "uneven"
    """The draw did not divide as it should: something is wrong, and the figures cannot be trusted."""
    BETTER = "better"
    WORSE = "worse"
    NO_DIFFERENCE = "no_difference"
    """None was shown, which is not: there is none."""

    @property
    def is_final(self) -> bool:
        """Whether it is written down and never changes."""
        return self is not Verdict.TOO_FEW


@dataclass(frozen=True)
class Comparison:
    """The rates of both sides from 0 to 1, and their difference."""

    others: float
    compared: float
    interval: Interval


@dataclass(frozen=True)
class Finding:
    """The answer to one question, as far as there is one."""

    question: Question
    verdict: Verdict
    others: int | None
    """How many count, rounded down; None when either side is of too few people to show."""
    compared: int | None
    needed_others: int
    needed_compared: int
    detectable: float | None
    """The smallest rise that these numbers could show, to a thousandth; None when they can show none."""
    steps: Comparison | None
    """None when the groups behind it are too small to show."""
    taken_up: Comparison | None
    """For each choice only, and beside the question: no verdict rests on it."""


def finding(planned: Planned, decisions: Sequence[Decision], steps: Steps, until: datetime) -> Finding:
    """Answer a question from what had all its time before ``until``. ``decisions`` are in the order of sending."""
    units = counted(planned, decisions, steps, until)
    compared = sum(one.is_compared for one in units)
    others = len(units) - compared
    each_choice = planned.question is Question.EACH_CHOICE
    shown = rounded_down(others), rounded_down(compared)
    smallest = detectable(planned.base, shown[1], shown[0], RISKS)
    are_enough = _are_enough_people(units)
    return Finding(
        question=planned.question,
        verdict=_verdict(planned, units, others, compared),
        others=shown[0] if are_enough else None,
        compared=shown[1] if are_enough else None,
        needed_others=planned.others,
        needed_compared=planned.compared,
        detectable=None if smallest is None or not are_enough else ceil(smallest * 1000) / 1000,
        steps=_comparison(planned, units, "step") if _is_showable(units, "step") else None,
        taken_up=_comparison(planned, units, "taken_up") if each_choice and _is_showable(units, "taken_up") else None,
    )


def write(found: Finding) -> str:
    """Return ``found`` as one line to keep."""
    return json.dumps(asdict(found))


def read(line: str) -> Finding:
    """Return what ``write`` wrote."""
    kept = json.loads(line)
    compared = {name: _read_comparison(kept[name]) for name in ("steps", "taken_up")}
    return Finding(**kept | compared | {"question": Question(kept["question"]), "verdict": Verdict(kept["verdict"])})


def _verdict(planned: Planned, units: Sequence[Counted], others: int, compared: int) -> Verdict:
    if not is_enough(planned, compared, others):
        return Verdict.TOO_FEW
    if is_uneven(others, compared, planned.share):
        return Verdict.UNEVEN
    interval = _comparison(planned, units, "step").interval
    if interval.low > 0:
        return Verdict.BETTER
    return Verdict.WORSE if interval.high < 0 else Verdict.NO_DIFFERENCE


def _comparison(planned: Planned, units: Sequence[Counted], outcome: str) -> Comparison:
    people = parts_of(units, outcome)
    others, compared = sum((one for one, _ in people), NOBODY), sum((one for _, one in people), NOBODY)
    level = 1 - RISKS.alpha
    by_person = planned.question is Question.HOLD_OUT
    return Comparison(others.rate, compared.rate, between_people(others, compared, level) if by_person else between_choices(people, level))


def _is_showable(units: Sequence[Counted], outcome: str) -> bool:
    return may_be_shown(parts_of(units, outcome))


def _are_enough_people(units: Sequence[Counted]) -> bool:
    return all(len({one.person for one in units if one.is_compared is side}) >= FEWEST for side in (True, False))


def _read_comparison(kept: dict[str, object] | None) -> Comparison | None:
    if kept is None:
        return None
    interval = kept["interval"]
    assert isinstance(interval, dict)
    return Comparison(**kept | {"interval": Interval(**interval)})  # type: ignore[arg-type]
