"""What somebody looks for, and what is suggested for it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.catalogue.daring import Daring
from bot.catalogue.models import Delivery, Item, Kind, Spot


@dataclass(frozen=True)
class Wanted:
    """What to look for."""

    text: str = ""
    """The wish in the person's own words."""
    interests: tuple[str, ...] = ()
    place: str | None = None
    max_price: Decimal | None = None
    max_minutes: int | None = None
    kinds: frozenset[Kind] = frozenset()
    """Empty means any."""
    deliveries: frozenset[Delivery] = frozenset()
    """Where it may happen; empty means anywhere."""
    daring: Daring | None = None
    parts_of_day: frozenset[str] = frozenset()
    """When it may be, of ``vocabulary.PARTS_OF_DAY``; empty means any time."""
    easy_dutch: bool = False
    """For who reads Dutch with difficulty: lessons in Dutch count among ``kinds``, and what takes much of it weighs less."""
    stays_near: bool = False
    """Whether ``deliveries`` is never let go, unless it is near: for who said that it was too far."""
    place_refused: str | None = None
    """Where it must not be."""
    exclude: frozenset[str] = frozenset()
    """Item ids already shown."""
    tenant: str | None = None
    """Whose people ask; None sees only what is for everyone."""
    day: date | None = None
    """Today in Amsterdam; None when the date does not matter."""
    subjects: tuple[frozenset[str], ...] = ()
    """The tags of each thing the wish names beside another: every one of them has a turn among what is suggested."""


@dataclass(frozen=True)
class Because:
    """Why an item is suggested: a code and the person's own word it rests on."""

    code: str
    """``words`` (their words), ``like`` (only the end of their word, such as a café for a taalcafé),
    ``interest`` (a tag), ``near`` (their place) or ``small`` (nothing matched: small and free)."""
    word: str = ""


@dataclass(frozen=True)
class Suggestion:
    """An item, why, and where."""

    item: Item
    because: Because
    spot: Spot | None = None
    """Where it is for this person: of the places where they may begin, the nearest."""
    kilometres: int | None = None
    """How far that is in a straight line, when it is further than people travel."""
