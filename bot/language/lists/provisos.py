"""Hears one of a list with a "but" to it: "die tweede maar dan dichterbij", "nummer 1, alleen dan korter"."""

import re

from bot.language.words.meant import mended_text

_BUT = re.compile(r"[\s,]+(?:maar|mar|ma|alleen|allen)\s+(?:dan\s+|wel\s+|liever\s+|graag\s+|eigenlijk\s+)*", re.IGNORECASE)


def parted_at_but(text: str) -> tuple[str, str] | None:
    """Return what ``text`` says before a "maar" and what behind it; None when one of the two is missing."""
    before, *behind = _BUT.split(mended_text(text), maxsplit=1)
    return (before, behind[0].strip()) if behind and before.strip() and behind[0].strip() else None
