"""How lists of words that scripts write stand in their YAML files."""

import textwrap
from collections.abc import Iterable


def as_lines(words: Iterable[str]) -> str:
    """Return ``words`` in the order of the alphabet, as the indented lines of one folded text."""
    return textwrap.fill(" ".join(sorted(words)), 140, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
