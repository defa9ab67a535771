"""Makes typed text safe to store, to show and to hand to Rasa."""

import re
import unicodedata
from itertools import groupby

MAX_CHARACTERS = 500
_RAW_PER_KEPT = 8
"""Typed characters looked at for each character kept, so that a text of a megabyte costs as little as a short one."""
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories without a visible sign: control, format (zero width), surrogate, private and unassigned."""
_MAX_MARKS = 2
"""Accents kept on one letter; more is a stunt."""


def sanitise(text: str, limit: int = MAX_CHARACTERS) -> str:
    """Return ``text`` on one line, without invisible signs, at most ``limit`` characters long, never starting with a slash.

    Rasa runs whatever starts with a slash as a command; what a person types must never be one.
    """
    visible = "".join(sign for sign in _breaks_to_spaces(text[: _RAW_PER_KEPT * limit]) if unicodedata.category(sign) not in _INVISIBLE)
    calm = _few_marks(unicodedata.normalize("NFKC", visible))
    return " ".join(calm.split())[:limit].lstrip("/ ").rstrip()


def _breaks_to_spaces(text: str) -> str:
    return re.sub(r"\s", " ", text)


def _few_marks(text: str) -> str:
    kept: list[str] = []
    for combining, signs in groupby(text, key=lambda sign: unicodedata.combining(sign) != 0):
        run = list(signs)
        kept += run[:_MAX_MARKS] if combining else run
    return "".join(kept)
