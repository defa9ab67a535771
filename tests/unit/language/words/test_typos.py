import pytest

from bot.language.words.typos import slips, typo_map


@pytest.mark.parametrize("slip", ["pauz", "puaze", "pauxe", "pauzr"])
def test_usual_slips_of_the_finger_are_among_the_slips(slip: str) -> None:
    assert slip in set(slips("pauze"))


def test_the_first_letter_stays_and_far_keys_are_no_slip() -> None:
    assert not {"auze", "bauze", "paupe"} & set(slips("pauze"))


def test_a_slip_that_is_a_word_of_its_own_is_left_alone() -> None:
    assert "stoken" not in typo_map(["stopen"], frozenset({"stoken"}))
    assert typo_map(["stopen"], frozenset())["stoepn"] == "stopen"


def test_a_slip_that_could_be_two_words_is_left_alone() -> None:
    assert "zten" not in typo_map(["zitten", "zetten"], frozenset())
    assert "ztten" not in typo_map(["zitten", "zetten"], frozenset())


def test_short_words_allow_no_slips() -> None:
    assert typo_map(["stop", "mens"], frozenset()) == {}
