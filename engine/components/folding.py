"""Text as the understanding sees it: plain, lower case and never long."""

import re
import unicodedata

MAX_CHARACTERS = 500
"""The cost of understanding grows with length, and nobody says in 600 characters what 500 do not show."""

_DRAWN_OUT = re.compile(r"(\w)\1{2,}")
_SPACE = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return ``text`` cut, normalised (NFKC), lowered, with ``jaaaa`` as ``jaa`` and single spaces."""
    # Cut first as well: one character can become eighteen.
    plain = unicodedata.normalize("NFKC", text[:MAX_CHARACTERS])[:MAX_CHARACTERS].lower()
    return _SPACE.sub(" ", _DRAWN_OUT.sub(r"\1\1", plain)).strip()
