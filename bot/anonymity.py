"""When a number about a group of people may be shown: k-anonymity, for the group and for everybody outside it."""

FEWEST = 10
"""People whom a number is about, and people whom it is not about, at the least."""
ROUNDED_TO = 5
"""Numbers are shown down to a multiple of this, so that one person who joins or leaves does not show."""


def rounded_down(people: int) -> int:
    """Return ``people`` as it may be shown."""
    return people // ROUNDED_TO * ROUNDED_TO
