from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest

from bot.nudges.experiment.choice import ChosenBy
from bot.nudges.experiment.counting import counted, is_enough, may_be_shown
from bot.nudges.experiment.decisions import Decision
from bot.nudges.experiment.findings import Finding, Verdict, finding, read, write
from bot.nudges.experiment.intervals import Part, between_choices, between_people
from bot.nudges.experiment.plan import PLAN, RISKS, Planned
from bot.nudges.experiment.power import detectable
from tests.unit.nudges.makers import MONDAY

EACH, PEOPLE = PLAN
LATER = MONDAY + timedelta(days=400)
SMALL = replace(EACH, base=0.3, effect=0.2)
"""The same question with a large effect, so that few are needed."""
SMALL_PEOPLE = replace(PEOPLE, base=0.3, effect=0.3)


def a_decision(person: object, by: ChosenBy = ChosenBy.LEARNED, *, days: float = 0, taken_up: bool = False) -> Decision:
    return Decision(str(person), by, MONDAY + timedelta(days=days), taken_up)


def world(
    planned: Planned, number: int, *, more: float, seed: int = 3, share: float | None = None
) -> tuple[list[Decision], Mapping[str, Sequence[datetime]]]:
    """``number`` people with ten weekly choices each, of which what was learned has ``more`` chance of a step than the lot."""
    chance, decisions, steps = Random(seed), [], {}  # noqa: S311
    for person in range(number):
        held_out, mine = chance.random() < 0.1, []
        for week in range(10):
            by = ChosenBy.HOLD_OUT if held_out else ChosenBy.LOT if chance.random() < (share or 0.2) else ChosenBy.LEARNED
            one = a_decision(person, by, days=30 * week + person / number)
            decisions.append(one)
            if chance.random() < planned.base + (more if by is ChosenBy.LEARNED else 0):
                mine.append(one.at + timedelta(days=1))
        steps[str(person)] = mine
    return sorted(decisions, key=lambda one: one.at), steps


def asked(planned: Planned, decisions: Sequence[Decision], steps: Mapping[str, Sequence[datetime]], until: datetime = LATER) -> Finding:
    return finding(planned, decisions, steps, until)


@pytest.mark.parametrize(
    ("after", "step"),
    [(timedelta(0), False), (timedelta(seconds=1), True), (timedelta(days=14), True), (timedelta(days=14, seconds=1), False)],
)
def test_a_step_counts_when_it_comes_after_the_nudge_and_in_time(after: timedelta, step: bool) -> None:
    assert [one.step for one in counted(EACH, [a_decision("a")], {"a": [MONDAY + after]}, LATER)] == [step]


def test_a_step_before_the_nudge_does_not_hide_one_after_it() -> None:
    steps = {"a": [MONDAY - timedelta(days=1), MONDAY + timedelta(days=3)]}
    assert [one.step for one in counted(EACH, [a_decision("a")], steps, LATER)] == [True]


def test_only_what_had_all_its_time_counts() -> None:
    decisions = [a_decision("a"), a_decision("b", days=1)]
    assert [one.person for one in counted(EACH, decisions, {}, MONDAY + timedelta(days=14))] == ["a"]
    assert counted(PEOPLE, decisions, {}, MONDAY + timedelta(days=83)) == []


def test_held_out_people_are_no_part_of_the_choices_and_count_once_as_people() -> None:
    decisions = [
        a_decision("a"),
        a_decision("b", ChosenBy.HOLD_OUT),
        a_decision("a", ChosenBy.LOT, days=7),
        a_decision("b", ChosenBy.HOLD_OUT, days=7),
    ]
    assert [(one.person, one.is_compared) for one in counted(EACH, decisions, {}, LATER)] == [("a", False), ("a", True)]
    assert [(one.person, one.is_compared) for one in counted(PEOPLE, decisions, {}, LATER)] == [("a", False), ("b", True)]


def test_counting_ends_at_the_needed_numbers_so_that_a_later_look_sees_the_same() -> None:
    decisions, steps = world(SMALL, 300, more=0.25)
    first = asked(SMALL, decisions, steps)
    assert first.verdict.is_final
    more, later_steps = world(SMALL, 300, more=-0.25, seed=4)
    later = [replace(one, person=f"new {one.person}", at=one.at + timedelta(days=400)) for one in more]
    assert asked(SMALL, [*decisions, *later], steps | {f"new {name}": at for name, at in later_steps.items()}) == first


def test_below_the_needed_numbers_there_is_no_verdict_however_large_the_difference() -> None:
    decisions, steps = world(EACH, 100, more=0.5)
    found = asked(EACH, decisions, steps)
    assert found.steps is not None
    assert found.steps.interval.low > 0
    assert found.verdict is Verdict.TOO_FEW


@pytest.mark.parametrize(("more", "verdict"), [(0.25, Verdict.BETTER), (-0.25, Verdict.WORSE), (0.0, Verdict.NO_DIFFERENCE)])
def test_with_the_needed_numbers_the_interval_decides(more: float, verdict: Verdict) -> None:
    found = asked(SMALL, *world(SMALL, 300, more=more))
    assert found.verdict is verdict
    assert found.steps is not None
    assert found.steps.interval.low <= more <= found.steps.interval.high


@pytest.mark.parametrize(("more", "verdict"), [(0.3, Verdict.BETTER), (0.0, Verdict.NO_DIFFERENCE)])
def test_people_are_compared_as_people(more: float, verdict: Verdict) -> None:
    chance, decisions, steps = Random(5), [], {}  # noqa: S311
    for person in range(600):
        by = ChosenBy.HOLD_OUT if chance.random() < 0.1 else ChosenBy.LEARNED
        decisions.append(a_decision(person, by, days=person / 600))
        if chance.random() < 0.3 + (more if by is ChosenBy.LEARNED else 0):
            steps[str(person)] = [MONDAY + timedelta(days=60)]
    found = asked(SMALL_PEOPLE, decisions, steps)
    assert found.verdict is verdict
    assert found.taken_up is None


def test_a_draw_that_divided_wrongly_gives_no_verdict_on_the_question() -> None:
    assert asked(SMALL, *world(SMALL, 300, more=0.25, share=0.5)).verdict is Verdict.UNEVEN


def test_figures_of_few_people_are_not_shown_nor_those_of_the_other_side() -> None:
    few = [a_decision(n, ChosenBy.LOT, taken_up=n % 2 == 0) for n in range(9)]
    many = [a_decision(n, days=1, taken_up=n % 2 == 0) for n in range(100, 400)]
    found = asked(EACH, [*few, *many], {})
    assert (found.others, found.compared, found.detectable, found.steps, found.taken_up) == (None, None, None, None, None)
    found = asked(EACH, [*few, *(a_decision(n, ChosenBy.LOT, taken_up=n % 2 == 0) for n in range(10, 26)), *many], {})
    assert (found.others, found.compared) == (300, 25)
    assert found.steps is None  # nobody took a step: that would say it of everybody
    assert found.taken_up is not None
    assert found.taken_up.compared == pytest.approx(13 / 25)


@pytest.mark.parametrize(
    ("good", "there", "shown"), [(10, 20, True), (9, 20, False), (11, 20, False), (20, 20, False), (0, 20, False), (10, 40, True)]
)
def test_those_who_did_and_those_who_did_not_are_both_at_least_ten(good: int, there: int, shown: bool) -> None:
    large = [(Part(n % 2, 1), Part(0, 0)) for n in range(100)]
    small = [(Part(0, 0), Part(int(n < good), 1)) for n in range(there)]
    assert may_be_shown([*large, *small]) is shown


def test_many_choices_of_few_people_are_few_people() -> None:
    assert not may_be_shown([(Part(50, 100), Part(50, 100))] * 9)
    assert may_be_shown([(Part(50, 100), Part(50, 100))] * 10)


def test_numbers_are_rounded_down() -> None:
    decisions = [a_decision(n, ChosenBy.LOT if n < 13 else ChosenBy.LEARNED) for n in range(44)]
    found = asked(EACH, decisions, {})
    assert (found.compared, found.others) == (10, 30)


def test_what_these_numbers_could_show_shrinks_as_they_grow() -> None:
    found = [asked(EACH, *world(EACH, number, more=0.0)) for number in (40, 100, 300)]
    smallest = [one.detectable for one in found]
    assert all(smallest)
    assert smallest == sorted(smallest, reverse=True)  # type: ignore[type-var]


def test_a_finding_is_kept_whole() -> None:
    for found in (asked(SMALL, *world(SMALL, 300, more=0.25)), asked(EACH, [], {})):
        assert read(write(found)) == found


def test_with_nothing_there_is_nothing_to_say() -> None:
    for planned in PLAN:
        found = asked(planned, [], {})
        assert (found.verdict, found.others, found.steps) == (Verdict.TOO_FEW, None, None)


FEW = replace(EACH, base=0.1, effect=0.8, share=0.5)
"""Needs a handful on each side."""


def test_counting_ends_with_the_very_choice_that_completes_both_sides() -> None:
    learned, lot = [a_decision(n) for n in range(20)], [a_decision(n, ChosenBy.LOT) for n in range(20)]
    for first, second in ((learned, lot), (lot, learned)):
        units = counted(FEW, [*first, *second], {}, LATER)
        sides = [one.is_compared for one in units]
        assert len(units) == 20 + (FEW.compared if second is lot else FEW.others)
        assert is_enough(FEW, sum(sides), len(sides) - sum(sides))
    assert len(counted(FEW, learned, {}, LATER)) == 20


def test_enough_is_the_needed_numbers_themselves_on_both_sides() -> None:
    assert is_enough(FEW, FEW.compared, FEW.others)
    assert not is_enough(FEW, FEW.compared - 1, FEW.others)
    assert not is_enough(FEW, FEW.compared, FEW.others - 1)


@pytest.mark.parametrize(("people", "shown"), [(9, False), (10, True)])
def test_numbers_are_shown_when_each_side_has_ten_people(people: int, shown: bool) -> None:
    enough = [a_decision(n) for n in range(30)]
    few = [a_decision(100 + n % people, ChosenBy.LOT, days=n / 100) for n in range(30)]
    for decisions in ([*enough, *few], [replace(one, by=_other_side(one.by)) for one in (*enough, *few)]):
        found = asked(EACH, decisions, {})
        assert (found.others is not None) is shown
        assert (found.compared is not None) is shown


def _other_side(by: ChosenBy) -> ChosenBy:
    return ChosenBy.LOT if by is ChosenBy.LEARNED else ChosenBy.LEARNED


def test_ten_people_with_one_good_outcome_each_are_enough_to_show_it() -> None:
    once = [(Part(1, 2), Part(1, 2))] * 10
    assert may_be_shown(once)
    for missing in ((Part(0, 0), Part(1, 2)), (Part(1, 2), Part(0, 0))):
        assert not may_be_shown([*once[:9], missing])


@pytest.mark.parametrize("number", range(100, 200, 5))
def test_the_smallest_rise_is_rounded_up_to_a_thousandth(number: int) -> None:
    decisions = [a_decision(n) for n in range(2 * number)] + [a_decision(n, ChosenBy.LOT) for n in range(number)]
    smallest = detectable(EACH.base, number, 2 * number, RISKS)
    assert smallest is not None
    shown = asked(EACH, decisions, {}).detectable
    assert shown is not None
    assert smallest <= shown < smallest + 0.001
    assert shown == round(shown, 3)


def test_where_nobody_took_a_step_no_difference_was_shown() -> None:
    decisions = [a_decision(n, ChosenBy.LOT if n % 2 else ChosenBy.LEARNED) for n in range(2 * FEW.compared)]
    assert asked(FEW, decisions, {}).verdict is Verdict.NO_DIFFERENCE


def test_people_are_compared_as_people_and_choices_as_choices() -> None:
    decisions = [a_decision(n, ChosenBy.HOLD_OUT if n % 2 else ChosenBy.LEARNED) for n in range(100)]
    steps = {str(n): [MONDAY + timedelta(days=1)] for n in range(0, 100, 3)}
    found = asked(PEOPLE, decisions, steps)
    assert found.steps is not None
    assert found.steps.interval == between_people(Part(17, 50), Part(17, 50), 1 - RISKS.alpha)
    mixed = [replace(one, by=ChosenBy.LOT if one.by is ChosenBy.HOLD_OUT else one.by) for one in decisions]
    of_choices = asked(EACH, mixed, steps).steps
    assert of_choices is not None
    parts = [(Part(n % 3 == 0, 1), Part(0, 0)) if n % 2 == 0 else (Part(0, 0), Part(n % 3 == 0, 1)) for n in range(100)]
    assert of_choices.interval == between_choices(parts, 1 - RISKS.alpha)
