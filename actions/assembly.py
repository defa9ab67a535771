"""Every action, made with what it needs."""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from rasa_sdk.utils import all_subclasses

import actions
from actions.first.order import goes_first
from actions.turns.base import DuwtjeAction

if TYPE_CHECKING:
    from bot.bootstrap import Services


def every_action(services: "Callable[[], Services]") -> Iterator[DuwtjeAction]:
    """Make each action of this package. ``services`` is first called when one runs: there may be no database yet."""
    for module in walk_packages(actions.__path__, "actions."):
        import_module(module.name)
    for kind in all_subclasses(DuwtjeAction):
        if not inspect.isabstract(kind):
            yield kind(services, goes_first)
