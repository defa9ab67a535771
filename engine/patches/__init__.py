"""Rasa without its waiting: few changes to its inside, one a file, each with its reason.

They replace parts that are private to one version of Rasa, so they refuse any other. What they are worth together is measured
by ``make bench-dialogue`` (docs/reference/dialogue-speed.md), and each by ``python -m bench.dialogue.patches`` (patches.md).
"""

from importlib import import_module
from importlib.metadata import version

MADE_FOR = "3.6.21"
BEFORE_IMPORT = ("left_out",)
"""Patches that change what importing Rasa brings in."""
FOR_TRAINING = ("kept_crf",)
"""What makes the first start after a training as quick as the next."""
AFTER_IMPORT = (
    "action_schema",
    "buttons",
    "event_kinds",
    "event_types",
    "handled_once",
    "honest_store",
    "kept_crf",
    "kept_moments",
    "kept_session",
    "only_tokens",
    "plain_runner",
    "shared_door",
    "silent_debug",
    "told_domain",
    "trained_domain",
)


class OtherRasa(Exception):
    """The installed Rasa is not the one that the patches were made for."""


def check_version() -> None:
    """Raise OtherRasa unless the installed Rasa is ``MADE_FOR``."""
    installed = version("rasa")
    if installed != MADE_FOR:
        raise OtherRasa(installed)


def apply(names: tuple[str, ...]) -> None:
    """Apply patches by name; raises OtherRasa."""
    check_version()
    for name in names:
        import_module(f"{__name__}.{name}").apply()
