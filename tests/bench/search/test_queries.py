from collections import Counter

from bench.search.queries import FILE, held_out, tuning
from bot.language.words.yaml_files import read_mapping
from tests.unit.catalogue.conftest import demo_items


def test_there_are_enough_queries_in_every_way_of_typing() -> None:
    assert len(tuning()) + len(held_out()) >= 250
    styles = Counter(asked.style for asked in held_out())
    assert {"plain", "vague", "misspelt", "compound", "inflected", "synonym", "sms", "dialect"} <= set(styles)


def test_no_need_and_no_query_is_in_both_halves() -> None:
    assert not {asked.text for asked in tuning()} & {asked.text for asked in held_out()}
    assert len(tuning()) + len(held_out()) == sum(len(need["asked"]) for need in read_mapping(FILE).values())


def test_every_query_has_a_best_answer_that_exists() -> None:
    known = {item.source_id for item in demo_items()}
    for asked in (*tuning(), *held_out()):
        assert asked.grades.keys() <= known
        assert max(asked.grades.values()) == 2
