import pytest

from bot.language.lists.which import asks_which


@pytest.mark.parametrize(
    "text", ["wa is t goedkoopst", "welke is het dichtst bij", "welke kan thuis", "zit er een online bij", "goedkoopst"]
)
def test_asking_which_of_a_few_is_heard(text: str) -> None:
    assert asks_which(text)


@pytest.mark.parametrize("text", ["die gratis", "ik wil iets in de buurt", "hoe duur is dat", "dat is gratis"])
def test_something_else_is_no_question_which(text: str) -> None:
    assert not asks_which(text)
