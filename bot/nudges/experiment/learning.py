"""Choosing among nudges that suit equally well by what was learned, with a floor for exploration. Pure and repeatable.

The rules have decided before: whom a nudge is for, their interests, what rests. Learning takes the place of the lot, no more.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.learners.models import Learner
from bot.nudges.choose import by_lot
from bot.nudges.experiment.choice import Choice, ChosenBy, Option
from bot.nudges.experiment.draw import draw, pick
from bot.nudges.experiment.plan import BY_LOT, HOLD_OUT
from bot.nudges.experiment.thompson import Tally, chances_best
from bot.nudges.models import Script

Version = tuple[str, int]
"""Id and number of a script: another text is another nudge, about which nothing is known."""


@dataclass(frozen=True)
class Learning:
    """What was learned, and for which tenants it may count. By default for none."""

    tenants: frozenset[str] = frozenset()
    tallies: Mapping[Version, Tally] = field(default_factory=dict)
    salt: str = ""
    """Keeps the draws of one installation apart from those of another."""

    def among(self, equals: Collection[Script], learner: Learner, day: date) -> tuple[Script, Choice | None]:
        """Return one of ``equals``, and how it was chosen; by lot and None where there is no choice or no experiment for this person."""
        if learner.outside_experiment or learner.tenant not in self.tenants or len(equals) < 2:
            return by_lot(equals, learner.id, day), None
        options = sorted(equals, key=lambda script: script.id)
        known = tuple(Option(one.id, one.version, self.tallies.get((one.id, one.version), Tally())) for one in options)
        if self.holds_out(learner.id):
            return by_lot(options, learner.id, day), Choice(ChosenBy.HOLD_OUT, 1 / len(options), known)
        return self._drawn(options, known, learner.id, day)

    def holds_out(self, learner_id: str) -> bool:
        """Whether this person belongs, for good, to those for whom nothing is chosen by what was learned."""
        return draw(self.salt, "hold-out", learner_id) < HOLD_OUT

    def _drawn(self, options: Sequence[Script], known: tuple[Option, ...], learner_id: str, day: date) -> tuple[Script, Choice]:
        best = chances_best([option.tally for option in known])
        if draw(self.salt, "by", learner_id, day.isoformat()) < BY_LOT:
            by, place = ChosenBy.LOT, options.index(by_lot(options, learner_id, day))
        else:
            by, place = ChosenBy.LEARNED, pick(best, draw(self.salt, "which", learner_id, day.isoformat()))
        chance = BY_LOT / len(options) + (1 - BY_LOT) * best[place]
        return options[place], Choice(by, chance, known)
