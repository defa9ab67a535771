"""Work at other hours than those of an office."""

from enum import StrEnum


class Shift(StrEnum):
    """The hours a person says they work, when those are not office hours. Values are institutional Dutch terms."""

    VROEG = "vroeg"
    LAAT = "laat"
    NACHT = "nacht"
    WISSELEND = "wisselend"
