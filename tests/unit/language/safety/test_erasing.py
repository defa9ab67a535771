import pytest

from bot.language.safety.erasing import NAME, PLACE, WISH, cancels, limited_to, things_to_forget


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
        ("wil je alles vergeten, ook mijn naam", None),
        ("kun je ergens mijn postcode uit je systeem halen", None),
        ("mijn postcode hoeft er niet meer in te staan", "place"),
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
    ("typed", "things"),
    [
        ("wis mn wens", {WISH}),
        ("haal me wens maar weg", {WISH}),
        ("Mijn wens mag weg", {WISH}),
        ("kun je mijn oude wens verwijderen", {WISH}),
        ("weg met die wens", {WISH}),
        ("vergeet mijn postcode", {PLACE}),
        ("haal mijn plaats weg", {PLACE}),
        ("vergeet waar ik woon", {PLACE}),
        ("wis mn woonplaats aub", {PLACE}),
        ("mijn adres hoef je niet te weten", set()),
        ("je hoeft mijn adres niet te weten", {PLACE}),
        ("vergeet me naam", {NAME}),
        ("vergeet mijn naam en postcode", {NAME, PLACE}),
        ("vergeet mijn naam en mijn wens", {NAME, WISH}),
    ],
)
def test_an_order_that_something_has_to_go_names_it(typed: str, things: set[str]) -> None:
    assert things_to_forget(typed) == things


@pytest.mark.parametrize(
    "typed",
    [
        "wis alles en mijn wens",
        "vergeet mijn wens niet",
        "hoe wis ik mijn wens",
        "ik wil mijn wens veranderen",
        "mijn wens is koken",
        "vergeet mijn naam en alles",
        "wis mijn gegevens",
        "mijn postcode is 3511 AB",
        "ik vergeet altijd mijn postcode",
        "hoe verander ik mijn plaats",
        "ze vergeten mijn naam altijd op het werk",
    ],
)
def test_what_is_more_or_less_than_that_is_no_such_order(typed: str) -> None:
    assert not things_to_forget(typed)
