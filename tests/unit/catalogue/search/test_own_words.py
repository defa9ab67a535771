import pytest

from bot.catalogue.search import CatalogueIndex
from bot.catalogue.search.own_words import own_words as shipped
from tests.unit.catalogue.conftest import make_item
from tests.unit.catalogue.search.own_words import own_words

TITLES = ("Een kraam op de markt", "Een liter melk", "Engels praten", "Wat te doen bij brand", "Verf een kozijn", "Fries voor iedereen")
INDEX = CatalogueIndex([make_item(title, title=title, summary="Doe mee.") for title in TITLES])


def test_the_words_are_those_that_are_used_most() -> None:
    assert shipped() == own_words(), "run python -m tests.unit.catalogue.search.own_words"


@pytest.mark.parametrize("text", ["lekkende kraan", "op latere leeftijd", "vervangen", "vrienden"])
def test_a_word_of_its_own_is_no_slip_in_another_and_no_compound_by_chance(text: str) -> None:
    assert INDEX.find(text) == []


@pytest.mark.parametrize(("text", "title"), [("kraaam", TITLES[0]), ("litter", TITLES[1]), ("engelse", TITLES[2]), ("brant", TITLES[3])])
def test_a_slip_is_still_one(text: str, title: str) -> None:
    assert [each.item.title for each in INDEX.find(text)] == [title]
