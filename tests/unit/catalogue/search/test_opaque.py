import pytest

from bot.catalogue.dutch import word
from bot.catalogue.search import CatalogueIndex
from bot.catalogue.search.opaque import says_nothing_of
from tests.unit.catalogue.conftest import make_item

TITLES = (
    *(
        "Zoek paddenstoelen in het bos",
        "Knap een stoel op",
        "Maak een tuinstoel",
        "Aardappels telen",
        "Appeltaart bakken",
        "Schoenen maken",
    ),
    *("Handschoenen breien", "Soep koken", "Aardappelsoep koken", "Muizen houden", "Vleermuizen tellen"),
    "Blind typen op een toetsenbord",
)
INDEX = CatalogueIndex([make_item(title, title=title, summary="Doe mee.") for title in TITLES])


def found(text: str) -> set[str]:
    return {each.item.title for each in INDEX.find(text)}


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        ("stoelen", {"Knap een stoel op", "Maak een tuinstoel"}, {"Zoek paddenstoelen in het bos"}),
        ("paddenstoelen", {"Zoek paddenstoelen in het bos"}, {"Knap een stoel op", "Maak een tuinstoel"}),
        ("tuinstoel", {"Maak een tuinstoel"}, {"Zoek paddenstoelen in het bos"}),
        ("appels", {"Appeltaart bakken"}, {"Aardappels telen", "Aardappelsoep koken"}),
        ("aardappel", {"Aardappels telen", "Aardappelsoep koken"}, {"Appeltaart bakken"}),
        ("aardappelsoep", {"Aardappelsoep koken"}, set()),
        ("schoenen", {"Schoenen maken"}, {"Handschoenen breien"}),
        ("muizen", {"Muizen houden"}, {"Vleermuizen tellen"}),
        ("toets", set(), {"Blind typen op een toetsenbord"}),
    ],
)
def test_a_compound_is_found_by_its_parts_only_when_they_say_what_it_is(text: str, there: set[str], not_there: set[str]) -> None:
    titles = found(text)
    assert there <= titles
    assert not titles & not_there


def test_a_part_that_says_what_it_is_counts() -> None:
    assert not says_nothing_of(word("tuinstoel").key, word("stoel").key)
    assert says_nothing_of(word("bospaddenstoel").key, word("stoel").key)
    assert not says_nothing_of(word("aardappelsoep").key, word("soep").key)
