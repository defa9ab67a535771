"""The finder of places alone."""

import pytest

from tests.engine.conftest import Run

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]

SENTENCES = {
    "in Wijk bij Duurstede of omgeving utrecht": ["Wijk bij Duurstede", "Utrecht"],
    "Houten": ["Houten"],
    "houten stoelen": [],
    "ik ga naar Best": ["Best"],
    "dat is best leuk": [],
    "DEN  HAAG": ["Den Haag"],
    "’s-Hertogenbosch": ["'s-Hertogenbosch"],
    "bel 0612345678": [],
    "3584 AB Utrecht": ["Utrecht", "3584"],
    "postcode 2011": ["2011"],
    "in 2024": [],
    "1.500 en 1500 euro": [],
    "": [],
}


def test_places_are_found_as_they_are_meant(run_in_engine: Run) -> None:
    found = run_in_engine(
        f"""
import yaml
from engine.components.places import PlaceExtractor
config = next(each for each in yaml.safe_load(open("config.yml"))["pipeline"] if each["name"].endswith("PlaceExtractor"))
finder = PlaceExtractor.create(config, None, None, None)
result = {{text: [each["value"] for each in finder.find(text)] for text in {list(SENTENCES)!r}}}
"""
    )
    assert found == SENTENCES


def test_a_place_says_where_it_stands(run_in_engine: Run) -> None:
    found = run_in_engine(
        """
import yaml
from engine.components.places import PlaceExtractor
finder = PlaceExtractor.create({"file": "data/places.csv", "before": ["in"], "not_before": []}, None, None, None)
result = finder.find("iets in Den Bosch graag")
"""
    )
    assert [(each["entity"], each["value"], each["start"], each["end"]) for each in found] == [("place", "'s-Hertogenbosch", 8, 17)]
