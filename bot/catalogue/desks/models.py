"""A desk where people get free advice about work and learning."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.catalogue.ages import is_recent


class DeskKind(StrEnum):
    """What a desk is. Leerwerkloketten are being merged into Werkcentra."""

    WERKCENTRUM = "werkcentrum"
    LEERWERKLOKET = "leerwerkloket"


@dataclass(frozen=True)
class RegionDesk:
    """The desk of one region as somebody read about it. What is not known is None, never guessed."""

    region: str | None
    """CBS code of the arbeidsmarktregio, such as AM11; None for the national entry."""
    name: str
    kind: DeskKind
    previous_names: tuple[str, ...] = ()
    url: str | None = None
    phone: str | None = None
    address: str | None = None
    opening_hours: str | None = None
    source: str = ""
    last_verified: date | None = None
    """When a source was last seen to say so; None when no source carries a date."""


@dataclass(frozen=True)
class DeskToday:
    """A desk and how long ago it was checked."""

    desk: RegionDesk
    region_name: str | None
    age_days: int | None
    """Days since a source was last seen; None when that is unknown."""
    region_is_sure: bool = True
    """False when it is not certain that the place lies in this region."""

    @property
    def is_stale(self) -> bool:
        """Whether an operator has to look at its source again."""
        return not is_recent(self.age_days)
