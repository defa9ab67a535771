import pytest

from bot.language.moments.refused_days import is_about_nudges, refused_days_in, wanted_day_in


@pytest.mark.parametrize(
    ("typed", "refused", "wanted"),
    [
        ("niet op dinsdag", {1}, None),
        ("liever niet op maandag en dinsdag", {0, 1}, None),
        ("stuur geen duwtje op vrijdag", {4}, None),
        ("woensdag kan ik niet", {2}, None),
        ("niet in het weekend", {5, 6}, None),
        ("niet maandag maar donderdag", {0}, 3),
        ("nee, donderdag", set(), 3),
        ("donderdagavond graag", set(), 3),
        ("alle dagen behalve zondag", {6}, None),
        ("het hoeft niet elke dag", set(), None),
    ],
)
def test_a_day_is_refused_or_wanted(typed: str, refused: set[int], wanted: int | None) -> None:
    assert refused_days_in(typed) == refused
    assert wanted_day_in(typed) == wanted


def test_nudges_are_named_or_not() -> None:
    assert is_about_nudges("geen duwtje op vrijdag")
    assert not is_about_nudges("niet op vrijdag")
