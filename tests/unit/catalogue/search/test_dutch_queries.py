"""What people type and what must be among the first three; chosen by hand for what each shows, apart from the bench."""

import pytest

from bot.catalogue.interests import load_interests
from bot.catalogue.search import CatalogueIndex
from tests.unit.catalogue.conftest import demo_items

INDEX = CatalogueIndex(demo_items())


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("timmercursus", "timmerman-werken-en-leren"),
        ("cursus timmeren", "timmerman-werken-en-leren"),
        ("lascursus", "proefavond-lassen"),
        ("naailes", "naai-je-eerste-tas"),
        ("zangles", "leven-zing-een-avond-mee"),
        ("imkeropleiding", "leven-loop-mee-met-een-imker"),
        ("ik heb altijd graag gevoetbald", "leven-wandelvoetbal"),
        ("stoppen met roken", "roken-sigaret-later"),
        ("van de peuken af", "roken-sigaret-later"),
        ("ehob", "ehbo-in-2-zaterdagen"),
        ("sgilderen", "schilderen-vanaf-nul"),
        ("truck rijden", "chauffeur-bij-een-bedrijf"),
        ("voor mezelf beginnen", "eigen-zaak-op-1-vel"),
        ("ik zoek ander werk", "lijst-van-al-je-werk"),
        ("mijn moeder heeft dementie", "leven-zorg-je-voor-iemand"),
    ],
)
def test_it_is_among_the_first_three(text: str, item: str) -> None:
    found = INDEX.find(text, load_interests().tags_in(text))
    assert item in [each.item.source_id for each in found[:3]]


@pytest.mark.parametrize("text", ["50 euro", "10 minuten", "501"])
def test_an_amount_is_no_subject(text: str) -> None:
    assert INDEX.find(text) == []


def test_a_longer_word_is_no_better_than_the_one_that_was_typed() -> None:
    assert [each.sureness for each in INDEX.find("hout")[:3]] == [1.0, 1.0, 1.0]


@pytest.mark.parametrize("text", ["ik kom net kijken", "dat is net zo goed als gisteren", "ik denk er helemaal niet meer aan"])
def test_a_word_that_only_holds_a_sentence_together_is_no_subject(text: str) -> None:
    assert INDEX.find(text) == []
