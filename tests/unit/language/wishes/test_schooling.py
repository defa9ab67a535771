import pytest

from bot.language.wishes.schooling import refuses_all, refuses_school

NO_SCHOOL = [
    "nee geen school ofzo",
    "geen cursus",
    "geen cursus hoor",
    "niet weer de schoolbanken in",
    "geen gedoe met huiswerk",
    "geen zin in school hoor",
    "nee, geen examens of zo",
    "liever geen les",
    "ik wil geen cursus",
    "nee ik hoef geen cursus joh",
    "als het maar geen school is",
    "ik wil niet meer naar school",
    "niet naar school",
    "ik ga niet terug naar school",
    "ik heb een hekel aan school",
    "school hoef ik niet meer",
    "huiswerk hoeft van mij niet",
    "ik ben klaar met school",
    "zonder toetsen graag",
    "nooit meer naar school",
    "wel leren maar geen school",
    "geen skool meer",
    "bah geen klas",
    "ik hoef niet terug in de schoolbanken",
    "geen gezeik met toetsen",
    "geen lessen",
    "neej geen kursus",
]
SOMETHING_ELSE = [
    "nee",
    "ik heb geen school gehad",
    "geen geld voor een cursus",
    "geen tijd voor school",
    "is er geen cursus lassen?",
    "heb je geen cursus",
    "ik heb geen diploma",
    "ik wil niks leren",
    "nee ik wil niks leren, geen school, niks",
    "mijn zoon wil niet naar school",
    "ik kon niet naar school",
    "er is hier geen school in de buurt",
    "mijn dochter heeft geen zin in school",
    "ik wil een cursus",
    "kan ik zonder opleiding lassen",
    "hoe word ik juf zonder diploma",
    "geen les vandaag",
    "ik heb nog geen cursus gekozen",
    "de cursus was leuk",
    "koken zonder gedoe",
    "geen vlees",
    "laat me met rust met je cursus",
    "er was geen cursus",
    "ik mocht niet naar school",
]


@pytest.mark.parametrize("text", NO_SCHOOL)
def test_a_no_to_school_is_heard(text: str) -> None:
    assert refuses_school(text)


@pytest.mark.parametrize("text", SOMETHING_ELSE)
def test_what_is_told_or_asked_about_school_and_a_no_to_learning_are_something_else(text: str) -> None:
    assert not refuses_school(text)


def test_a_no_to_learning_is_more_than_a_no_to_school() -> None:
    assert refuses_all("ik wil niks leren, ook geen school")
    assert not refuses_all("geen school")
