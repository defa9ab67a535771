import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.lists.starting import asks_start


@pytest.mark.parametrize(
    "text",
    [
        "wanneer begint het?",
        "Wanneer is dat",
        "waneer is het",
        "wnr start die cursus",
        "wanneeeer begint da",
        "en wanneer?",
        "op welke dag is dat",
        "Vanaf wanneer kan dat?",
        "hoe laat begint het",
        "Wanneer zijn ze open?",
        "kan ik meteen beginnen",
        "wat is de startdatum",
    ],
)
def test_who_asks_when_it_begins_is_heard(text: str) -> None:
    assert asks_start(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "wanneer is het klaar",
        "hoe lang duurt het",
        "wanneer ik thuis ben",
        "wanneer dan ook",
        "wanneer komt de volgende",
        "wanneer krijg ik een duwtje",
        "wanneer is mijn dienst afgelopen",
        "wanneer kan ik iemand bellen",
        "ik begin morgen",
        "wanneer begin je me weer lastig te vallen",
        "op welke dag hoor ik weer van u",
        "wanneer is de volgende",
        "wanneer is het weekend nou",
        "welke datum is het vandaag",
        "hoe laat is het",
    ],
)
def test_other_talk_is_not(text: str) -> None:
    assert not asks_start(text)


@given(st.text(max_size=200))
def test_any_text_can_be_heard(text: str) -> None:
    assert asks_start(text) in (True, False)
