"""What there is to learn: one model for a question to a colleague, a video and a course."""

from dataclasses import dataclass, field
from datetime import date, datetime
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


class Vat(StrEnum):
    """How VAT stands to a price."""

    INCLUDED = "included"
    EXEMPT = "exempt"
    EXCLUDED = "excluded"
    """It comes on top, at a rate the source does not give: the price is not complete."""
    UNKNOWN = "unknown"


class RunStatus(StrEnum):
    """Whether people can still enrol. Unknown is not open."""

    OPEN = "open"
    CLOSED = "closed"
    FULL = "full"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


BEGINNING = frozenset({RunStatus.OPEN, RunStatus.UNKNOWN})
"""In these states somebody may begin, as far as is known."""
ALWAYS, NEVER = date.max, date.min
"""The last day to begin of what has none, and of what is shut."""


@dataclass(frozen=True)
class Position:
    """A point on the map, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Spot:
    """Where it takes place."""

    place: str
    postcode: str | None = None
    """The four digits."""
    position: Position | None = None
    region: str | None = None
    """CBS code of the arbeidsmarktregio, when the source told it."""


@dataclass(frozen=True)
class Run:
    """One time that an item is given. Dates are days in the Netherlands."""

    start: date | None = None
    """None: begin when you like."""
    end: date | None = None
    is_final: bool = True
    """False: the dates may still move."""
    status: RunStatus = RunStatus.UNKNOWN
    enrol_until: date | None = None
    place: str | None = None
    postcode: str | None = None
    """The four digits."""
    price: Decimal | None = None
    """Euros, when this run's differs from the item's."""

    @property
    def last_day(self) -> date:
        """The last day on which somebody may begin: ``NEVER`` when closed, full or cancelled, ``ALWAYS`` without dates."""
        if self.status not in BEGINNING:
            return NEVER
        return min((day for day in (self.start, self.enrol_until, self.end) if day), default=ALWAYS)

    def can_begin(self, today: date) -> bool:
        """Whether somebody may still begin."""
        return today <= self.last_day


@dataclass(frozen=True)
class Sighting:
    """Where else the same item was seen, and why we hold it to be the same."""

    item_id: str
    seen_on: datetime | None
    because: str
    """``same_page`` (one web address and title) or ``same_name`` (one title, provider and place)."""
    url: str | None = None


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
    """Euros including VAT unless ``vat`` says otherwise; None is unknown, which is not free."""
    price_complete: bool = True
    """False: more is to be paid, such as the other modules or VAT."""
    vat: Vat = Vat.INCLUDED
    minutes: int | None = None
    provider: Provider | None = None
    place: str | None = None
    region: str | None = None
    """CBS code of the arbeidsmarktregio, such as AM11."""
    postcode: str | None = None
    """The four digits of the postcode."""
    position: Position | None = None
    runs: tuple[Run, ...] = ()
    """Empty: always there. Never emptied because its runs are over: see ``is_available``."""
    own_pace: bool = False
    learning_path: str | None = None
    """How an mbo course is learned: one of ``vocabulary.LEARNING_PATHS``."""
    part_of: str | None = None
    """Id, within the source, of what this is a module of."""
    parts_of_day: tuple[str, ...] = ()
    open_days: tuple[str, ...] = ()
    """Of a place that opens every week: the names of those days, of ``vocabulary.WEEKDAYS``."""
    proof: str = "none"
    level: str = "none"
    language: str = "nl"
    also_in: tuple[str, ...] = ()
    """Other languages it is given in."""
    skills: tuple[str, ...] = ()
    """Addresses of concepts in a taxonomy such as ESCO or CompetentNL."""
    about_work: bool = False
    url: str | None = None
    description: str = ""
    """The source's own words; ``summary`` is what people read first."""
    licence: str | None = None
    tenant: str | None = None
    """Only for this tenant's people; None: for everyone."""
    expires: date | None = None
    """Last day it may be shown."""
    source_updated: datetime | None = None
    """When the source says it last changed it."""
    seen_on: datetime | None = field(default=None, compare=False)
    """When an import last found it; None: never imported since that is kept."""
    also_at: tuple[Sighting, ...] = field(default=(), compare=False)
    """The same item at other sources."""

    @property
    def id(self) -> str:
        """Key over all sources."""
        return f"{self.source}/{self.source_id}"

    @property
    def is_free(self) -> bool:
        """Known to cost nothing."""
        return self.price == 0 and self.price_complete

    def spots(self, today: date | None = None) -> tuple[Spot, ...]:
        """Return where somebody may begin on ``today`` (None: wherever it was given), soonest first; empty when nowhere in particular."""
        own = Spot(self.place, self.postcode, self.position, self.region) if self.place else None
        there = {
            own if own and run.place == self.place and run.postcode in (None, self.postcode) else Spot(run.place, run.postcode): None
            for run in self.runs
            if run.place and (today is None or run.can_begin(today))
        }
        return tuple(there) or ((own,) if own else ())

    @property
    def last_day(self) -> date:
        """The last day on which it may be shown and somebody may begin."""
        latest = max((run.last_day for run in self.runs), default=ALWAYS)
        return min(latest, self.expires or ALWAYS)

    def is_available(self, today: date) -> bool:
        """Whether it has not expired and somebody may still begin."""
        return today <= self.last_day

    def is_for(self, tenant: str | None) -> bool:
        """Whether people of ``tenant`` may see it."""
        return self.tenant is None or self.tenant == tenant
