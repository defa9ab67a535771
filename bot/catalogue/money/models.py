"""Schemes that may help to pay for learning, and what somebody tells about themselves to find one."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.catalogue.ages import MAX_AGE_DAYS, is_recent
from bot.language.words.phrases import Words


class SchemeStatus(StrEnum):
    """How a scheme stands."""

    OPEN = "open"
    CLOSED = "closed"
    PLANNED = "planned"
    ENDED = "ended"
    UNKNOWN = "unknown"
    """Nobody checked it, or too long ago."""


class SchemeKind(StrEnum):
    """What a scheme is."""

    SUBSIDY = "subsidie"
    LOAN = "lening"
    RIGHT = "recht"
    RULE = "regel"
    FUND = "fonds"
    FREE = "gratis aanbod"


class Applicant(StrEnum):
    """Who asks for it."""

    SELF = "self"
    EMPLOYER = "employer"


class Situation(StrEnum):
    """What somebody lives on."""

    WORK = "werk"
    SELF_EMPLOYED = "zzp"
    BENEFIT = "uitkering"
    NONE = "geen"


class Benefit(StrEnum):
    """A benefit of which the rules say something about learning."""

    WW = "ww"
    ZW = "zw"
    WIA = "wia"
    WAJONG = "wajong"
    BIJSTAND = "bijstand"


class Office(StrEnum):
    """Who decides about a benefit."""

    UWV = "uwv"
    MUNICIPALITY = "gemeente"


class Learning(StrEnum):
    """What somebody wants to learn, as far as schemes see a difference."""

    COURSE = "cursus"
    DEGREE = "opleiding"
    BASICS = "basis"
    """Language, arithmetic or working with a computer."""


@dataclass(frozen=True)
class Scheme:
    """A scheme as somebody read about it; how it stands today, ``status_of`` says."""

    id: str
    name: str
    status: SchemeStatus
    """As the source said; only true as long as ``last_verified`` is recent."""
    kind: SchemeKind
    applicant: Applicant
    situations: frozenset[Situation]
    learning: frozenset[Learning]
    benefits: frozenset[Benefit] = frozenset()
    """Only for who has one of these; empty when it makes no difference."""
    needs_agreement: bool = False
    """Only where a cao, fund or employer has money set apart."""
    younger_than: int | None = None
    """Years."""
    names: frozenset[Words] = field(default_factory=frozenset)
    """What people call it, folded."""
    conditions: tuple[str, ...] = ()
    amount: str | None = None
    opens: date | None = None
    closes: date | None = None
    """Last day on which it may be asked for."""
    ended_on: date | None = None
    url: str | None = None
    source: str = ""
    quote: str | None = None
    """What the source says, word for word."""
    last_verified: date | None = None
    """When a source was last seen to say so; None when no source carries a date."""
    verified_by: str | None = None
    max_age_days: int = MAX_AGE_DAYS


@dataclass(frozen=True)
class Answers:
    """What somebody told; None for what they did not tell or did not know."""

    situation: Situation | None = None
    benefit: Benefit | None = None
    learning: Learning | None = None
    has_agreement: bool | None = None
    age: int | None = None


@dataclass(frozen=True)
class SchemeToday:
    """A scheme and how it stands today."""

    scheme: Scheme
    status: SchemeStatus
    age_days: int | None
    """Days since it was last seen; None when that is unknown."""

    @property
    def is_stale(self) -> bool:
        """Whether an operator has to look at its source again; what ended stays ended."""
        return not is_recent(self.age_days, self.scheme.max_age_days) and self.scheme.status is not SchemeStatus.ENDED


@dataclass(frozen=True)
class Advice:
    """What may suit somebody, the most fitting first, and whom to ask before they begin anything."""

    schemes: tuple[SchemeToday, ...]
    ask_first: tuple[Office, ...]
    """Empty for who has no benefit."""
