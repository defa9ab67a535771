"""How long to wait before something that failed is tried again: ever longer, and never everybody at the same moment."""

from datetime import timedelta
from random import uniform

FIRST = timedelta(seconds=15)
_MOST_DOUBLINGS = 20
"""Far beyond any use; keeps the doubling within what a timedelta holds."""


def pause_after(failures: int, longest: timedelta) -> timedelta:
    """Return the pause after so many ``failures`` (1 or more): 15 s, doubled each time up to ``longest``, of which a random half to all.

    The random share ("equal jitter": M. Brooker, Exponential backoff and jitter, AWS 2015) keeps those who failed together
    from coming back together.
    """
    whole = min(FIRST * float(2 ** min(failures - 1, _MOST_DOUBLINGS)), longest)
    return whole * uniform(0.5, 1)  # noqa: S311  # nobody gains by guessing it
