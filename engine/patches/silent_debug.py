"""Rasa copies whole conversations for lines in a debug log that nobody asked for. Without that log there is no copy."""

import copy
import logging
from types import SimpleNamespace
from typing import Any

from rasa.core import processor
from rasa.core.actions import forms
from rasa.core.policies import memoization, rule_policy

MODULES = (processor, forms, memoization, rule_policy)
"""In these, ``copy`` is used for nothing else; a test reads their source."""


def apply() -> None:
    """Let ``copy.deepcopy`` in those modules return the thing itself, unless debugging is on."""
    seen_only = SimpleNamespace(deepcopy=_same)
    for module in MODULES:
        module.copy = seen_only


def _same(thing: Any) -> Any:  # noqa: ANN401  # whatever was to be logged
    return copy.deepcopy(thing) if logging.getLogger("rasa").isEnabledFor(logging.DEBUG) else thing
