import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.numbers.amounts import asks_for_cheaper, asks_for_shorter, euros_in, minutes_in, number, place_in_row


@pytest.mark.parametrize(("word", "value"), [("2", 2), ("2x", 2), ("twee", 2), ("tien", 10), ("x", None), ("hout", None)])
def test_a_number_in_digits_or_letters(word: str, value: int | None) -> None:
    assert number(word) == value


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("10 min", 10),
        ("een kwartiertje", 15),
        ("half uurtje", 30),
        ("halfuur", 30),
        ("ik heb maar een uur", 60),
        ("anderhalf uur", 90),
        ("2 uurtjes", 120),
        ("een minuut of twintig minuten", 20),
        ("een minuut of tien", 10),
        ("een uurtje of twee", 120),
        ("hooguit een dik kwartier", 15),
        ("ik heb maar 10 minuten per dag", 10),
        ("een half uur per week", 30),
        ("2x per week een half uurtje", 30),
        ("10 minuten op een dag", 10),
        ("elke dag een kwartier", 15),
        ("elke dag kwartiertje", 15),
        ("20 min in een week", 20),
        ("ik ren de hele dag al", None),
        ("ik maak lange dagen", None),
        ("te weinig uren in een dag", None),
        ("een cursus van 2 dagen", 960),
        ("geen tijd", None),
    ],
)
def test_a_time(text: str, minutes: int | None) -> None:
    assert minutes_in(text) == minutes


@pytest.mark.parametrize(
    ("text", "euros"),
    [("gratis", 0), ("mag niks kosten", 0), ("max 50 euro", 50), ("€ 45", 45), ("100 piek", 100), ("veel geld", None), ("50", None)],
)
def test_an_amount_of_money(text: str, euros: int | None) -> None:
    assert euros_in(text) == euros


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2", 2),
        ("nr 3", 3),
        ("de twede", 2),
        ("die 1e maar", 1),
        ("de laatste", -1),
        ("nummer 1 lijkt me wel wat", 1),
        ("die met hout", None),
        ("de eerste keer was leuk", None),
        ("de eerste dag op mijn werk", None),
        ("voor de tweede keer", None),
        ("nederlands als tweede taal", None),
        ("eerste hulp bij ongelukken", None),
        ("de laatste tijd gaat het niet", None),
        ("de eerste keer lijkt de tweede me leuk", 2),
        ("de eerste maandag", 1),
        ("2 lessen", None),
    ],
)
def test_a_place_in_a_row(text: str, place: int | None) -> None:
    assert place_in_row(text) == place


def test_cheaper_and_shorter() -> None:
    assert asks_for_cheaper("is er iets goedkoper")
    assert asks_for_shorter("iets korter graag")
    assert not asks_for_cheaper("iets duurs")
    assert not asks_for_shorter("iets langs")


@given(st.text())
def test_any_text_is_read_without_trouble(text: str) -> None:
    assert (minutes_in(text) or 0) >= 0
    assert (euros_in(text) or 0) >= 0
    place_in_row(text)
