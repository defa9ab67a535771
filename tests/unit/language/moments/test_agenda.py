import pytest

from bot.language.moments.agenda import asks_agenda, misses_nudges


@pytest.mark.parametrize(
    "text",
    [
        "wat staat er gepland",
        "Wat staat er nog allemaal gepland?",
        "wat heb ik nu staan",
        "wat staat er deze week op de planning",
        "staat er nog iets gepland voor mij",
        "wat komt er allemaal aan",
        "laat mijn agenda eens zien",
    ],
)
def test_who_asks_what_is_planned_asks_for_all_of_it(text: str) -> None:
    assert asks_agenda(text)


@pytest.mark.parametrize(
    "text",
    [
        "op welke datum staat mijn volgende duwtje gepland",
        "wat staat er nog gepland aan herinneringen",
        "ik wil beter leren plannen",
        "wat is mijn plan",
        "wat staat er in die cursus",
        "wat staat er op mijn werk gepland",
        "dat heb ik niet gepland",
        "hoe zet ik iets in mijn agenda",
    ],
)
def test_one_kind_alone_and_planning_as_a_subject_are_something_else(text: str) -> None:
    assert not asks_agenda(text)


@pytest.mark.parametrize(
    "text", ["wanneer komt de volgende", "waar blijft mijn duwtje", "waarom kreeg ik nix", "waarom krijg ik geen duwtjes"]
)
def test_where_the_nudges_stay_is_asked(text: str) -> None:
    assert misses_nudges(text)


@pytest.mark.parametrize("text", ["waarom vraag je dat", "ochtend", "wanneer je wil", "niks", "elke week", ""])
def test_an_answer_asks_for_no_nudges(text: str) -> None:
    assert not misses_nudges(text)
