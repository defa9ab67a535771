"""How long ago somebody looked at the source of what we tell, and when that is too long."""

from datetime import date

MAX_AGE_DAYS = 180
"""What nobody checked for longer is not certain any more: budgets run out, desks merge and move, and nobody says so."""


def age_on(today: date, last_verified: date | None) -> int | None:
    """Return the days since a source was last seen; None when that is unknown."""
    return None if last_verified is None else (today - last_verified).days


def is_recent(age_days: int | None, most: int = MAX_AGE_DAYS) -> bool:
    """Whether what was read ``age_days`` ago still counts. A date that is still to come was typed wrongly, and says nothing."""
    return age_days is not None and 0 <= age_days <= most


def by_age(age_days: int | None) -> tuple[bool, int]:
    """Return what to sort by: first what was never checked, then what was checked longest ago."""
    return age_days is not None, -(age_days or 0)
