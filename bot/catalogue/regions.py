"""Places in the Netherlands: where they lie, and in which labour market region (arbeidsmarktregio)."""

import csv
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.catalogue.distances import TRAVEL, kilometres, load_positions
from bot.catalogue.models import Position, Spot
from bot.catalogue.slips import is_slip
from bot.language.person.postcodes import postcode_in
from bot.language.words.fold import squeeze, squeezed, words_of

FOLDER = Path(__file__).parent / "data"
_BEFORE_A_PLACE = frozenset(["in", "bij", "rond", "rondom", "omgeving", "regio", "uit", "te", "nabij", "richting", "vlakbij"])
_LONGEST_NAME = 4
_SHORTEST_TYPO = 6


@dataclass(frozen=True)
class PostcodeRange:
    """Postcodes, the four digits, that lie in one gemeente."""

    first: int
    last: int
    gemeente: str
    """As people say it: Den Haag."""


class Regions:
    """Looks up places, however they are spelt. Some have a position and no known region, provinces the other way round."""

    def __init__(
        self,
        places: Mapping[str, str],
        names: Mapping[str, str],
        also_words: Iterable[str] = (),
        ranges: Iterable[PostcodeRange] = (),
        unsure: Iterable[str] = (),
        positions: Mapping[str, Position] | None = None,
    ) -> None:
        self._names = dict(names)
        self._ranges = sorted(ranges, key=lambda each: each.first)
        self._unsure = frozenset(map(_fold, unsure))
        self._positions = {_fold(place): position for place, position in (positions or {}).items()}
        self._places: dict[str, tuple[str, str | None]] = {_fold(place): (place, None) for place in positions or ()}
        self._places |= {_fold(place): (place, code) for place, code in places.items()}
        self._also_words = frozenset(map(_fold, also_words))
        self._find = lru_cache(maxsize=10_000)(self._look_up)

    @property
    def codes(self) -> frozenset[str]:
        """Every region, such as AM11."""
        return frozenset(self._names)

    def name_of(self, code: str) -> str:
        """Return the name of a region; the code itself when it is unknown."""
        return self._names.get(code, code)

    def code_of(self, place: str | None) -> str | None:
        """Return the region of ``place``, also when it is slightly misspelt; None when unknown."""
        found = self._find(_fold(place)) if place else None
        return found[1] if found else None

    def is_sure(self, place: str) -> bool:
        """Whether we know the region of ``place`` for certain; gemeenten that changed or may change region are not."""
        return self.code_of(place) is not None and _fold(place) not in self._unsure

    def gemeente_at(self, postcode: int) -> str | None:
        """Return the gemeente where most of a postcode (its four digits) lies; None when we do not know it."""
        at = bisect_right(self._ranges, postcode, key=lambda each: each.first) - 1
        return self._ranges[at].gemeente if at >= 0 and postcode <= self._ranges[at].last else None

    def position_of(self, place: str | None) -> Position | None:
        """Return the middle of ``place``, also when it is slightly misspelt; None when unknown."""
        found = self._find(_fold(place)) if place else None
        return self._positions.get(_fold(found[0])) if found else None

    def locate(self, spot: Spot) -> Position | None:
        """Return where ``spot`` is: its own position, or else the middle of its place or gemeente; None when none is known.

        The postcode tells which of two places of one name it is.
        """
        if spot.position:
            return spot.position
        place, gemeente = self.position_of(spot.place), self.position_of(self._gemeente_of(spot))
        return place if place and (gemeente is None or kilometres(place, gemeente) <= TRAVEL) else gemeente

    def region_of(self, spot: Spot) -> str | None:
        """Return the region of ``spot``; None when unknown."""
        return spot.region or self.code_of(self._gemeente_of(spot)) or self.code_of(spot.place)

    def nearest_region(self, place: str | None) -> str | None:
        """Return the region of ``place``, or else of the nearest place of which we know it; None for a place that lies nowhere we know."""
        known, here = self.code_of(place), self.position_of(place)
        if known is not None or here is None:
            return known
        near = ((kilometres(here, there), self._places[name][1]) for name, there in self._positions.items() if self._places[name][1])
        return min(near, default=(0.0, None))[1]

    def place_in(self, text: str) -> str | None:
        """Return the place that ``text`` names, spelt as it should be: the gemeente of a postcode, else the first name we know."""
        postcode = postcode_in(text)
        return (self.gemeente_at(postcode) if postcode else None) or self._named_in(text)

    def _gemeente_of(self, spot: Spot) -> str | None:
        return self.gemeente_at(int(spot.postcode)) if spot.postcode else None

    def _named_in(self, text: str) -> str | None:
        words = words_of(text)
        for start in range(len(words)):
            for length in range(_LONGEST_NAME, 0, -1):
                name = squeeze(" ".join(words[start : start + length]))
                meant = start > 0 and words[start - 1] in _BEFORE_A_PLACE
                if meant or (name in self._places and name not in self._also_words):
                    found = self._find(name)
                    if found:
                        return found[0]
        return None

    def _look_up(self, name: str) -> tuple[str, str | None] | None:
        if name in self._places or len(name) < _SHORTEST_TYPO:
            return self._places.get(name)
        near = process.extract(name, self._places.keys(), scorer=OSA.distance, score_cutoff=1, limit=3)
        alike = [place for place, *_ in near if is_slip(name.replace(" ", ""), place.replace(" ", ""))]
        return self._places[alike[0]] if len(alike) == 1 else None


@cache
def load_regions() -> Regions:
    """Return the places that are shipped: the gemeenten, and other names that people use."""
    gemeenten, others = _rows("gemeenten.csv"), _rows("regions.csv")
    rows = [{"place": row["gemeente"], **row} for row in gemeenten] + others
    said = {row["gemeente"]: row["said"] or row["gemeente"] for row in gemeenten}
    return Regions(
        {row["place"]: row["region"] for row in rows},
        {row["region"]: row["name"] for row in _rows("region_names.csv")},
        (row["place"] for row in rows if row["also_a_word"]),
        (PostcodeRange(int(row["first"]), int(row["last"]), said[row["gemeente"]]) for row in _rows("postcodes.csv")),
        (row["gemeente"] for row in gemeenten if row["unsure"]),
        load_positions(),
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _fold(place: str) -> str:
    return " ".join(squeezed(place))
