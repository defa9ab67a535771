"""Places in the Netherlands and the labour market region (arbeidsmarktregio) they lie in."""

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.catalogue.slips import is_slip
from bot.language.fold import squeeze, words_of

FOLDER = Path(__file__).parent / "data"
_BEFORE_A_PLACE = frozenset(["in", "bij", "rond", "rondom", "omgeving", "regio", "uit", "te", "nabij", "richting", "vlakbij"])
_LONGEST_NAME = 4
_SHORTEST_TYPO = 6


class Regions:
    """Looks up places, however they are spelt."""

    def __init__(self, places: Mapping[str, str], names: Mapping[str, str], also_words: Iterable[str] = ()) -> None:
        self._names = dict(names)
        self._places = {_fold(place): (place, code) for place, code in places.items()}
        self._also_words = frozenset(map(_fold, also_words))

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

    def place_in(self, text: str) -> str | None:
        """Return the first known place that ``text`` names, spelt as it should be."""
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

    def _find(self, name: str) -> tuple[str, str] | None:
        if name in self._places or len(name) < _SHORTEST_TYPO:
            return self._places.get(name)
        near = process.extract(name, self._places.keys(), scorer=OSA.distance, score_cutoff=1, limit=3)
        alike = [place for place, *_ in near if is_slip(name.replace(" ", ""), place.replace(" ", ""))]
        return self._places[alike[0]] if len(alike) == 1 else None


@cache
def load_regions() -> Regions:
    """Return the places that are shipped."""
    rows = _rows("regions.csv")
    names = {row["region"]: row["name"] for row in _rows("region_names.csv")}
    return Regions({row["place"]: row["region"] for row in rows}, names, (row["place"] for row in rows if row["also_a_word"]))


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _fold(place: str) -> str:
    return squeeze(" ".join(words_of(place)))
