"""How daring it is to begin with something: alone and unseen, among a few people, or in front of a group."""

from enum import StrEnum

from bot.catalogue.models import Delivery, Item, Kind


class Daring(StrEnum):
    """Values are the Dutch words people use for them."""

    SAFE = "veilig"
    """Alone, where nobody looks on."""
    A_BIT = "beetje"
    """With somebody else, or somewhere new."""
    BOLD = "spannend"
    """In front of others, with a promise, or for long."""


_SAFE = frozenset({Kind.FILMPJE, Kind.PODCAST, Kind.BOEK, Kind.KLUS})
_BOLD = frozenset({Kind.UITLEGGEN, Kind.VRIJWILLIGERSWERK, Kind.OPLEIDING})


def daring_of(item: Item) -> Daring:
    """Return how daring it is to begin with ``item``. A rule of ours, from its kind and where it happens."""
    elsewhere = item.delivery is Delivery.ONSITE
    if item.kind in _BOLD or (item.kind is Kind.CURSUS and elsewhere):
        return Daring.BOLD
    return Daring.SAFE if item.kind in _SAFE and not elsewhere else Daring.A_BIT
