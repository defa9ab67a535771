import pytest

from bot.catalogue.interests import load_interests
from bot.catalogue.origins import origins_in


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("nederlandse taart", {0}),
        ("leren koken met franse kaas", {3}),
        ("nederlandse les", set()),
        ("de nederlandse taal", set()),
        ("engelse en duitse boeken", set()),
        ("nederlandse", set()),
        ("nederlands koken", set()),
    ],
)
def test_where_something_comes_from_is_told_apart_from_its_language(text: str, places: set[int]) -> None:
    assert origins_in(text.split()) == places


def test_a_cake_from_here_is_about_baking_only() -> None:
    assert load_interests().tags_in("nederlandse taart") == ("koken",)
    assert load_interests().tags_in("nederlandse les") == ("nederlands",)
