"""What there is to learn: one model for a question to a colleague, a video and a course."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """Sorts of items, informal first. Values are institutional Dutch terms."""

    VRAAG = "vraag"
    MEELOPEN = "meelopen"
    UITLEGGEN = "uitleggen"
    KLUS = "klus"
    FILMPJE = "filmpje"
    PODCAST = "podcast"
    BOEK = "boek"
    VRIJWILLIGERSWERK = "vrijwilligerswerk"
    LEERPLEK = "leerplek"
    CURSUS = "cursus"
    OPLEIDING = "opleiding"

    @property
    def is_course(self) -> bool:
        """Whether people would call it a course."""
        return self in (Kind.CURSUS, Kind.OPLEIDING)


class Delivery(StrEnum):
    """Where it happens."""

    WORKPLACE = "workplace"
    HOME = "home"
    ONLINE = "online"
    ONSITE = "onsite"
    SELF = "self"


@dataclass(frozen=True)
class Provider:
    """Who offers it. Invented providers are examples; real ones carry a source and when it was checked."""

    name: str
    example: bool
    url: str | None = None
    last_verified: date | None = None


@dataclass(frozen=True)
class SmallestStep:
    """The first ten minutes or less."""

    minutes: int
    text: str


@dataclass(frozen=True)
class Item:
    """One thing to learn from."""

    source: str
    source_id: str
    kind: Kind
    title: str
    summary: str
    theme: str
    interests: tuple[str, ...]
    keywords: tuple[str, ...]
    smallest_step: SmallestStep
    delivery: Delivery
    price: Decimal | None = None
    """Euros including VAT; None is unknown, which is not free."""
    minutes: int | None = None
    provider: Provider | None = None
    place: str | None = None
    region: str | None = None
    """CBS code of the arbeidsmarktregio, such as AM11."""
    parts_of_day: tuple[str, ...] = ()
    proof: str = "none"
    level: str = "none"
    language: str = "nl"
    about_work: bool = False
    url: str | None = None
    licence: str | None = None

    @property
    def id(self) -> str:
        """Key over all sources."""
        return f"{self.source}/{self.source_id}"

    @property
    def is_free(self) -> bool:
        """Known to cost nothing."""
        return self.price == 0


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
    exclude: frozenset[str] = frozenset()
    """Item ids already shown."""


@dataclass(frozen=True)
class Because:
    """Why an item is suggested: a code and the person's own word it rests on."""

    code: str
    """``words`` (their words), ``interest`` (a tag), ``near`` (their place) or ``small`` (nothing matched: small and free)."""
    word: str = ""


@dataclass(frozen=True)
class Suggestion:
    """An item and why."""

    item: Item
    because: Because
