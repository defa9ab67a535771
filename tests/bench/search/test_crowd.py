"""The crowd answers no query: its subjects are other words than those the queries ask for."""

from itertools import islice

from bench.search.crowd import crowd, subjects
from bench.search.queries import FILE, held_out, tuning
from bot.catalogue.search.weights import weights_of
from bot.language.words.yaml_files import read_mapping
from tests.unit.catalogue.conftest import demo_items


def test_the_crowd_is_the_same_every_time_and_a_larger_one_begins_with_a_smaller() -> None:
    assert list(crowd(50)) == list(crowd(80))[:50]


def test_there_are_many_subjects() -> None:
    assert len(set(subjects())) > 9_000


def test_no_subject_is_a_keyword_of_an_item_that_answers_a_query() -> None:
    answers = {id_ for asked in (*tuning(), *held_out()) for id_ in asked.grades}
    keywords = {keyword.casefold() for item in demo_items() if item.source_id in answers for keyword in item.keywords}
    words = read_mapping(FILE.parent / "crowd.yml")
    assert keywords & {*subjects(), *words["objects"]} == set()


def test_the_crowd_shares_words_with_what_is_looked_for() -> None:
    wanted = {key for item in demo_items() for key in weights_of(item)}
    assert all(wanted & weights_of(item).keys() for item in islice(crowd(100), 100))


def test_a_crowd_is_of_all_kinds_prices_and_places() -> None:
    items = list(crowd(300))
    assert len({(item.kind, item.price) for item in items}) > 20
    assert {bool(item.place) for item in items} == {True, False}


def test_items_of_the_crowd_have_topics_as_an_import_gives_them() -> None:
    with_topics = sum(bool(item.interests) for item in crowd(300))
    assert 60 < with_topics < 240
