"""Spares what a process keeps for good from being looked through for garbage."""

import gc

_NEW_OBJECTS = 50_000
"""May come into being before Python looks for garbage: more than a batch makes, nearly all of which is gone without that."""


def spare_what_stays() -> None:
    """Leave alone from now on everything that is in memory: modules, texts, scripts.

    For a process that makes many short-lived objects, once it has read what it needs. Python looks through all that lives again
    and again while there is nothing to find in it: a sixth of sending.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)
