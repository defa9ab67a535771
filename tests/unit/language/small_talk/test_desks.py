import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.small_talk.desks import asks_for_desk, asks_where_to_go


@pytest.mark.parametrize(
    "text",
    [
        "is er een loket in Almere",
        "loket",
        "Loket Urk?",
        "waar is het werkcentrum",
        "welk leerwerkloket hoort bij mij",
        "hoe laat is het loket open",
    ],
)
def test_who_asks_for_a_desk_is_heard(text: str) -> None:
    assert asks_for_desk(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ik wil leren werken achter het loket",
        "waar is het juridisch loket",
        "ik ben bij het loket geweest vandaag",
        "mijn loketkast is kapot",
    ],
)
def test_other_talk_about_desks_is_no_question(text: str) -> None:
    assert not asks_for_desk(text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [("waar kan ik terecht", True), ("kan ik ergens langs komen?", True), ("ik ga ergens heen", False), ("terecht", False)],
)
def test_somewhere_to_go(text: str, answer: bool) -> None:
    assert asks_where_to_go(text) is answer


@given(st.text(max_size=200))
def test_any_text_can_be_heard(text: str) -> None:
    assert asks_for_desk(text) in (True, False)
    assert asks_where_to_go(text) in (True, False)
