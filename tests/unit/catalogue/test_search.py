from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.fitting import Limits
from bot.catalogue.interests import load_interests
from bot.catalogue.ranking import Suggestions, choose
from bot.catalogue.reading import WishReader
from bot.catalogue.regions import load_regions
from bot.catalogue.search import CatalogueIndex
from tests.unit.catalogue.conftest import demo_items, make_item

QUERIES = yaml.safe_load(Path("tests/samples/queries.yml").read_text("utf-8"))
INDEX = CatalogueIndex(demo_items())
READER = WishReader(load_interests(), load_regions())


def first_three(text: str) -> Suggestions:
    wanted = READER.read(text)
    limits = Limits(wanted, load_regions())
    return choose(INDEX.find(wanted.text, wanted.interests, limits), lambda: INDEX.within(limits), wanted, limits)


@pytest.mark.parametrize(("text", "relevant"), QUERIES.items())
def test_something_relevant_is_among_the_first_three(text: str, relevant: list[str]) -> None:
    assert {each.item.source_id for each in first_three(text).items} & set(relevant)


def test_there_are_enough_queries_and_they_name_items_that_exist() -> None:
    assert len(QUERIES) >= 100
    assert {each for relevant in QUERIES.values() for each in relevant} <= {item.source_id for item in demo_items()}


def test_most_of_what_is_shown_is_no_course() -> None:
    shown = [each.item for text in QUERIES for each in first_three(text).items]
    assert sum(item.kind.is_course for item in shown) < len(shown) / 2


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    index = CatalogueIndex([make_item(str(n), title="Zaag een plank") for n in range(9)] + [make_item("rare", title="Speel trompet")])
    assert index.find("zaag of trompet")[0].item.source_id == "rare"


def test_a_word_in_the_title_counts_more_than_one_in_the_summary() -> None:
    index = CatalogueIndex([make_item("a", summary="Iets over een trompet."), make_item("b", title="Speel trompet"), make_item("c")])
    assert [found.item.source_id for found in index.find("trompet")] == ["b", "a"]


@pytest.mark.parametrize("typed", ["trompet", "TROMPET!", "trompetten", "trompetje", "tromept", "trompetles"])
def test_a_word_is_found_in_any_shape_and_given_back_as_typed(typed: str) -> None:
    found = CatalogueIndex([make_item("a", title="Speel trompet", interests=("muziek",)), make_item("b")]).find(f"ik wil {typed} leren")
    assert [(each.item.source_id, each.word) for each in found] == [("a", typed.rstrip("!"))]


def test_a_word_that_points_to_a_topic_is_no_part_of_a_word_about_something_else() -> None:
    toaster = make_item("toaster", title="Repareer een broodrooster", interests=("techniek",))
    assert CatalogueIndex([toaster, make_item("b")]).find("brood bakken") == []
    assert CatalogueIndex([toaster, make_item("b")]).find("broodrooster") != []


def test_nothing_is_found_for_words_that_say_nothing() -> None:
    assert INDEX.find("ik wil graag iets leren, geef me een idee") == []


@given(st.text(max_size=100))
def test_any_text_can_be_searched_for(text: str) -> None:
    scores = [found.score for found in INDEX.find(text)]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


def test_a_short_ending_that_is_there_by_chance_is_no_match() -> None:
    index = CatalogueIndex(
        [
            make_item("payslip", title="Lees je loonstrook"),
            make_item("fire", title="Droog brandhout", interests=("hout",)),
            make_item("b", title="Maak brand"),
        ]
    )
    assert index.find("roken") == []
    assert [found.item.source_id for found in index.find("hout")] == ["fire"]
