"""The analysis plan: decided before anything was measured. docs/reference/analysis-plan.md says why.

Whoever changes a number here makes another experiment: raise ``NUMBER``, so that nothing old counts for it.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.nudges.experiment.power import Risks, detectable, needed

NUMBER = 1

HOLD_OUT = 0.10
"""Share of people for whom nothing is ever chosen by what was learned."""
BY_LOT = 0.20
"""Share of the choices for everybody else that is made by lot: the floor of the exploration, and what learning is compared with."""

COUNTS_WITHIN = timedelta(days=3)
"""An answer that takes a nudge up teaches something when it comes within this time."""
LEARNS_FROM = timedelta(days=180)
"""What is older teaches nothing any more: people and seasons change."""

RISKS = Risks(alpha=0.05 / 2, power=0.80)
"""Of each question. Together the two are wrong in at most 5 of 100 (Bonferroni)."""


class Question(StrEnum):
    """What the experiment asks. The outcome of both: somebody did what they had planned to do."""

    EACH_CHOICE = "each_choice"
    """Does a nudge that was chosen by what was learned lead to a step more often than one that was drawn by lot?"""
    HOLD_OUT = "hold_out"
    """Do people for whom choosing is learned take a step more often than people who are held out?"""


@dataclass(frozen=True)
class Planned:
    """How one question is answered."""

    question: Question
    within: timedelta
    """The step must come within this time after the (first) nudge."""
    base: float
    """Share that takes a step without learning, as expected beforehand."""
    effect: float
    """Rise that must not be missed."""
    share: float
    """Share of what is compared with."""

    @property
    def compared(self) -> int:
        """How many to compare with are needed."""
        return needed(self.base, self.effect, RISKS, per_compared=self._ratio)

    @property
    def others(self) -> int:
        """How many others are needed."""
        return round(self.compared * self._ratio)

    @property
    def detectable(self) -> float:
        """Return the smallest rise that the needed numbers show, to a thousandth."""
        return round(detectable(self.base, self.compared, self.others, RISKS) or 1.0, 3)

    @property
    def _ratio(self) -> float:
        return (1 - self.share) / self.share


PLAN = (
    Planned(Question.EACH_CHOICE, timedelta(days=14), base=0.10, effect=0.03, share=BY_LOT),
    Planned(Question.HOLD_OUT, timedelta(days=84), base=0.30, effect=0.10, share=HOLD_OUT),
)
