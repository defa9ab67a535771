"""One good practice of learning at work or in the neighbourhood."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pearl:
    """What others did, and how to do the same."""

    id: str
    title: str
    summary: str
    steps: tuple[str, ...]
    """How to do the same, in order."""
    sector: str
    licence: str
    """On what terms it may be shared; a pearl without one cannot be exchanged."""
    region: str | None = None
    """CBS code of the arbeidsmarktregio; None: it can be done anywhere."""
    interests: tuple[str, ...] = ()
    made_by: str | None = None
    example: bool = False
    """Invented, to show how it can be done."""
