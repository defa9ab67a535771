"""How a scheme stands on a day. Pure: the same scheme and day give the same answer."""

from datetime import date

from bot.catalogue.ages import age_on, is_recent
from bot.catalogue.money.models import Scheme, SchemeStatus, SchemeToday

_STANDS = (SchemeStatus.ENDED, SchemeStatus.PLANNED)
"""What is over stays over and what is only a plan promises nothing, however long ago that was read."""


def today_of(scheme: Scheme, today: date) -> SchemeToday:
    """Return ``scheme`` as it stands on ``today`` (a day in Amsterdam)."""
    return SchemeToday(scheme, status_of(scheme, today), age_on(today, scheme.last_verified))


def status_of(scheme: Scheme, today: date) -> SchemeStatus:
    """Return how ``scheme`` stands on ``today``; UNKNOWN when it was not checked, or longer ago than its ``max_age_days``."""
    if scheme.status in _STANDS:
        return scheme.status
    if scheme.closes is not None and scheme.closes < today:
        return SchemeStatus.CLOSED
    if not is_recent(age_on(today, scheme.last_verified), scheme.max_age_days):
        return SchemeStatus.UNKNOWN
    if scheme.opens is not None and today < scheme.opens:
        return SchemeStatus.CLOSED
    return scheme.status
