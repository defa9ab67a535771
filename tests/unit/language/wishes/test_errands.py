import pytest

from bot.language.wishes.errands import errand_in


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("kan jij mijn cv maken", "cv"),
        ("kun je ff mn cv schrijven?", "cv"),
        ("Wilt u mijn sollicitatiebrief nakijken", "sollicitatiebrief"),
        ("schrijf een motivatiebrief voor mij", "sollicitatiebrief"),
        ("kan je dit formulier voor me invullen", "formulieren invullen"),
        ("ik wil dat je mijn cv maakt", "cv"),
        ("help me met mn cv", "cv"),
        ("kan je mij helpen met mijn cv", "cv"),
    ],
)
def test_who_has_us_make_something_is_heard(text: str, wish: str) -> None:
    assert errand_in(text) == wish


@pytest.mark.parametrize(
    "text",
    [
        "ik wil een cv leren maken",
        "kan je me leren een brief te schrijven",
        "hoe maak ik een cv",
        "kan ik hier mijn cv maken",
        "ik heb een brief gekregen",
        "maak een plan",
        "",
    ],
)
def test_who_wants_to_learn_it_has_us_make_nothing(text: str) -> None:
    assert errand_in(text) is None
