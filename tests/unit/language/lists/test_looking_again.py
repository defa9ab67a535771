import pytest

from bot.language.lists.looking_again import more_or_less_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("iets makkelijker", "easier"),
        ("iets makelijker", "easier"),
        ("is er iets simpelers?", "easier"),
        ("nee iets niet zo moeilijk", "easier"),
        ("en iets korter", "shorter"),
        ("mag het wat korter", "shorter"),
        ("heb je ook iets goedkopers", "cheaper"),
    ],
)
def test_more_or_less_of_something_is_heard(text: str, name: str) -> None:
    assert more_or_less_in(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "iets makkelijker lezen",
        "makkelijker praten met mensen",
        "ik wil korter haar",
        "ik wil sneller rekenen",
        "te kort",
        "mijn werk is makkelijker",
    ],
)
def test_a_wish_with_such_a_word_in_it_is_something_else(text: str) -> None:
    assert more_or_less_in(text) is None
