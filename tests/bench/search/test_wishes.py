"""What suggestions are measured with is the same every time, and has what limits look at."""

from itertools import islice

from bench.search.measure import items
from bench.search.suggesting_stock import SortedList
from bench.search.wishes import DAY, lively, wishes
from bot.catalogue.wanted import Wanted

SOME = 600


def test_the_items_and_wishes_are_the_same_every_time() -> None:
    assert list(lively(items(SOME))) == list(lively(items(SOME)))
    assert wishes() == wishes()


def test_some_items_are_over_and_most_have_a_topic() -> None:
    crowd = [item for item in lively(items(SOME)) if item.source == "crowd"]
    over = [item for item in crowd if not item.is_available(DAY)]
    assert 0 < len(over) < len(crowd) / 3
    assert sum(bool(item.interests) for item in crowd) > len(crowd) / 2


def test_wishes_of_each_kind_have_limits_and_a_day() -> None:
    for kind, wanted in wishes().items():
        assert all(each.day == DAY for each in wanted)
        assert {bool(each.place) for each in wanted} == {True, False}, kind
        assert any(each.max_price == 0 for each in wanted)
    assert not any(each.text or each.interests for each in wishes()["empty"])


def test_the_plain_way_puts_what_shares_a_word_first() -> None:
    plain = SortedList(islice(lively(items(SOME)), 300))
    assert "demo/excel-vanaf-nul" in plain.suggest(Wanted("excel vanaf nul", day=DAY))
