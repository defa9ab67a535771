import pytest

from bot.language.erasing import cancels, limited_to


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
