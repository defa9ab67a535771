import pytest

from bot.language.small_talk.requests import requested_in


@pytest.mark.parametrize(
    "typed",
    [
        "Ik doe niet mee aan de proef",
        "ik wil niet meedoen aan de proef",
        "ik wil niet mee doen aan dat experiment",
        "ik wil wel duwtjes, maar niet meedoen met de proef",
        "ik ga niet meer meedoen aan jullie onderzoek hoor",
        "haal mij uit de proef aub",
        "stop met de proef",
        "ik ben geen proefkonijn",
        "duwtjes wel, maar geen experiment",
    ],
)
def test_who_wants_out_of_the_experiment_is_heard(typed: str) -> None:
    assert requested_in(typed) == "leave_experiment"


@pytest.mark.parametrize(
    "typed", ["ik doe toch mee aan de proef", "ik wil weer meedoen aan het experiment", "Ik wil meedoen aan de proef!"]
)
def test_who_wants_in_is_heard(typed: str) -> None:
    assert requested_in(typed) == "join_experiment"


@pytest.mark.parametrize(
    "typed",
    ["zet de duwtjes weer aan", "Doe ze maar weer aan", "ik wil weer duwtjes", "stuur maar weer duwtjes", "je mag weer sturen hoor"],
)
def test_who_wants_nudges_back_is_heard(typed: str) -> None:
    assert requested_in(typed) == "resume"


@pytest.mark.parametrize(
    "typed", ["weer zo'n hr dingetje, sla mij maar over", "zet de duwtjes niet weer aan", "niet weer duwtjes", "weer aan het werk"]
)
def test_what_only_sounds_like_it_is_not(typed: str) -> None:
    assert requested_in(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "stop",
        "ik doe niet mee",
        "ik wil meedoen aan een cursus",
        "ik wil een proefles",
        "ik wil meedoen aan een onderzoek over lassen",
        "wat is die proef",
        "ik doe mee aan de proef, nee ik doe niet mee aan de proef",
        "mijn zoon doet niet mee aan de proef",
        "proef",
    ],
)
def test_anything_else_is_no_request(typed: str) -> None:
    assert requested_in(typed) is None
