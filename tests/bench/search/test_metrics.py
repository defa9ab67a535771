import pytest

from bench.search.metrics import ndcg, percentile, recall

GRADES = {"a": 2, "b": 1}


def test_the_best_order_scores_one() -> None:
    assert ndcg(["a", "b", "x"], GRADES) == 1


def test_the_other_way_round_scores_less_and_nothing_scores_zero() -> None:
    # (1 / log2(2) + 3 / log2(3)) / (3 / log2(2) + 1 / log2(3)), by hand.
    assert ndcg(["b", "a"], GRADES) == pytest.approx(0.7967, abs=1e-4)
    assert ndcg([], GRADES) == 0


def test_what_comes_after_the_tenth_does_not_count() -> None:
    late = [str(n) for n in range(10)] + ["a"]
    assert (ndcg(late, GRADES), recall(late, GRADES)) == (0, 0)


def test_recall_counts_what_could_be_among_ten() -> None:
    many = {str(n): 1 for n in range(20)}
    assert recall([str(n) for n in range(5)], many) == 0.5


def test_a_percentile_is_one_of_the_values() -> None:
    assert [percentile([4, 1, 3, 2], share) for share in (0.5, 0.95, 0.0)] == [2, 4, 1]
