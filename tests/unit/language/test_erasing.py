import pytest

from bot.language.erasing import cancels, forgets_wish, is_about_a_name, limited_to


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("wis mijn logboek", "logbook"),
        ("vergeet me werk", "work"),
        ("verwijder de herinnering van morgen", "reminders"),
        ("kan je t verwijderen", "unclear"),
        ("wis alles", None),
        ("vergeet alles wat ik over mijn werk zei", "work"),
        ("ik wil dat je mijn gegevens weghaalt", None),
        ("usuń to wszystko", None),
        ("vergeet mij", None),
        ("verwijder mijn wens", "wish"),
        ("wis alles, ook mijn wens", None),
        ("vergeet wat ik zei", "unclear"),
        ("vergeet alles wat ik zei", None),
    ],
)
def test_what_names_a_part_is_about_that_part(typed: str, part: str | None) -> None:
    assert limited_to(typed) == part


def test_what_is_known_of_somebody_is_not_cancelled() -> None:
    assert cancels("annuleer alles")
    assert not cancels("wis alles")


@pytest.mark.parametrize(
    "typed", ["wis mn wens", "haal me wens maar weg", "Mijn wens mag weg", "kun je mijn oude wens verwijderen", "weg met die wens"]
)
def test_an_order_that_the_wish_has_to_go_names_it(typed: str) -> None:
    assert forgets_wish(typed)


@pytest.mark.parametrize(
    "typed",
    ["wis alles en mijn wens", "vergeet mijn wens niet", "hoe wis ik mijn wens", "ik wil mijn wens veranderen", "mijn wens is koken"],
)
def test_what_is_more_or_less_than_that_is_no_such_order(typed: str) -> None:
    assert not forgets_wish(typed)


@pytest.mark.parametrize(
    ("typed", "only"),
    [
        ("vergeet mijn naam", True),
        ("wis mn naam uit het systeem", True),
        ("vergeet mijn naam en alles", False),
        ("wis mijn gegevens", False),
    ],
)
def test_a_name_may_be_all_that_has_to_be_forgotten(typed: str, only: bool) -> None:
    assert is_about_a_name(typed) is only
