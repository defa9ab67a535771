"""The analysis plan: decided before anything was measured. docs/reference/analysis-plan.md says why.

Whoever changes a number here makes another experiment: raise ``NUMBER``, so that nothing old counts for it.
"""

from datetime import timedelta

NUMBER = 1

HOLD_OUT = 0.10
"""Share of people for whom nothing is ever chosen by what was learned."""
BY_LOT = 0.20
"""Share of the choices for everybody else that is made by lot: the floor of the exploration, and what learning is compared with."""

COUNTS_WITHIN = timedelta(days=3)
"""An answer that takes a nudge up teaches something when it comes within this time."""
LEARNS_FROM = timedelta(days=180)
"""What is older teaches nothing any more: people and seasons change."""
