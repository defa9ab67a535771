import pytest

from bot.language.lists.turning_back import asks_previous, turns_back_to


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("terug naar die met hout", "die met hout"),
        ("nee, ik wil toch terug naar koken", "koken"),
        ("trug naar die stoel", "die stoel"),
        ("die met hout van net", "die met hout"),
    ],
)
def test_what_somebody_goes_back_to_is_heard(text: str, what: str) -> None:
    assert turns_back_to(text) == what


@pytest.mark.parametrize("text", ["terug naar het begin", "terug naar school", "ik ga naar huis", "die met hout"])
def test_no_list_is_gone_back_to(text: str) -> None:
    assert turns_back_to(text) is None


def test_the_list_before_this_one_has_a_name_of_its_own() -> None:
    assert asks_previous("laat de vorige lijst nog eens zien")
    assert not asks_previous("vorige week deed ik dat")
