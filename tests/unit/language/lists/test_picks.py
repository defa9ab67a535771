import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.lists.picks import Part, asks_about_it, is_a_question, takes_nothing, taking_parts


@pytest.mark.parametrize(
    ("text", "part", "rest"),
    [
        ("dat tweede lijkt me wel wat maar ik heb weinig tijd", "dat tweede lijkt me wel wat", "maar ik heb weinig tijd"),
        ("de eerste lijkt me leuk, dinsdagavond kan ik", "de eerste lijkt me leuk", "dinsdagavond kan ik"),
        ("doe maar 2 maar ik durf niet zo goed", "doe maar 2", "maar ik durf niet zo goed"),
        ("3 graag, maar pas volgende week", "3 graag", "maar pas volgende week"),
        ("ja leuk die bak in almere maar is dat niet te ver?", "ja leuk die bak in almere", "maar is dat niet te ver?"),
        ("de eerste niet maar de tweede wel", "maar de tweede wel", "de eerste niet"),
    ],
)
def test_what_is_taken_is_told_from_the_rest(text: str, part: str, rest: str) -> None:
    assert taking_parts(text) == [Part(part, rest)]


@pytest.mark.parametrize(
    "text",
    [
        "doe maar de tweede",
        "de tweede is te duur en de eerste te ver",
        "niet die eerste, is er iets anders",
        "welke is leuk, denk je?",
        "koken en bakken",
        "",
    ],
)
def test_one_thing_alone_and_a_refusal_take_nothing(text: str) -> None:
    assert taking_parts(text) == []


@given(st.text(alphabet="de eerst,maar.wil 2?", max_size=60))
def test_every_part_is_a_piece_of_what_was_typed(text: str) -> None:
    assert all(part.text in text for part in taking_parts(text))


def test_a_question_about_what_was_taken_points_at_it() -> None:
    assert asks_about_it("maar is dat niet te ver")
    assert is_a_question("maar is er iets anders")
    assert not asks_about_it("dat is te ver")


def test_who_says_no_takes_nothing() -> None:
    assert takes_nothing("de eerste niet")
    assert not takes_nothing("de tweede wel")
