"""The analysis plan in code is the one that people can read."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.nudges.experiment import plan
from bot.nudges.experiment.plan import PLAN, Question
from bot.nudges.experiment.thompson import PRIOR, Tally

WRITTEN = " ".join((Path(__file__).parents[4] / "docs/reference/analysis-plan.md").read_text("utf-8").split())
EACH, PEOPLE = PLAN


@pytest.mark.parametrize(
    "words",
    [
        f"Plan number {plan.NUMBER}.",
        f"{plan.HOLD_OUT:.0%} of the people, for good",
        f"the others, {plan.BY_LOT:.0%} of their choices",
        f"within {plan.COUNTS_WITHIN.days} days of sending",
        f"in the last {plan.LEARNS_FROM.days} days",
        f"begins at {PRIOR.good} of {PRIOR.seen} taken up",
        f"α = {plan.RISKS.alpha:.1%} (together",
        f"power {plan.RISKS.power:.0%}",
        f"done within {EACH.within.days} days after sending | the same within {PEOPLE.within.days} days",
        f"expected without learning | {EACH.base:.0%} | {PEOPLE.base:.0%} |",
        f"must not be missed | +{EACH.effect * 100:.0f} percentage points | +{PEOPLE.effect * 100:.0f} percentage points |",
        f"needed | {EACH.others:,} with {EACH.compared:,} | {PEOPLE.others:,} with {PEOPLE.compared:,} |",
    ],
)
def test_every_number_of_the_plan_is_the_one_that_is_written(words: str) -> None:
    assert words in WRITTEN


def test_each_question_has_its_own_time_and_what_is_not_known_begins_at_nothing() -> None:
    assert [(one.question, one.within) for one in PLAN] == [
        (Question.EACH_CHOICE, timedelta(days=14)),
        (Question.HOLD_OUT, timedelta(days=84)),
    ]
    assert Tally() == Tally(good=0, seen=0)


def test_the_needed_numbers_show_the_difference_that_must_not_be_missed() -> None:
    assert [one.detectable for one in PLAN] == [one.effect for one in PLAN]
