import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.moments.rhythms import LADDER, every_days_in, is_rhythm, slower, step
from bot.language.small_talk.small_answers import has_no_preference, is_dismissal
from bot.learners.models import EVERY_DAYS


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1x per maand", 30),
        ("2 keer per week", 4),
        ("twee keer week", 4),
        ("elke week is me te gortig, maak er om de week van", 14),
        ("eenmaal per veertien dagen", 14),
        ("één keer in twee weken", 14),
        ("eens in de tien dagen", 10),
        ("doe 2x in de maand ofzo", 15),
        ("drie berichtjes per week", 2),
        ("elke dag", 1),
        ("dagelijks", 1),
        ("om de dag", 2),
        ("per kwartaal", 90),
        ("vaker", None),
    ],
)
def test_how_often(text: str, days: int | None) -> None:
    assert every_days_in(text) == days


@pytest.mark.parametrize(
    ("text", "answer"), [("minder vaak", True), ("te vaak man", True), ("vaker", False), ("mag meer", False), ("elke week", None)]
)
def test_more_or_less(text: str, answer: bool | None) -> None:
    assert slower(text) is answer


@given(st.sampled_from(EVERY_DAYS), st.booleans())
def test_a_step_goes_the_right_way_and_stays_on_the_ladder(days: int, to_slower: bool) -> None:
    after = step(days, to_slower)
    assert after in LADDER
    assert after >= days if to_slower else after <= days


@given(st.text())
def test_any_text_is_read_without_trouble(text: str) -> None:
    days = every_days_in(text)
    assert days is None or days >= 0


def test_no_preference() -> None:
    assert has_no_preference("maakt me niet uit joh")
    assert not has_no_preference("liever niet")


def test_letting_it_rest() -> None:
    assert is_dismissal("ach laat maar")
    assert not is_dismissal("laat maar zien")


@pytest.mark.parametrize(
    ("text", "days"),
    [("om de 2 wkn", 14), ("elke maant", 30), ("1x p 2 wk", 14), ("elke twee wekn", 14), ("2x per wk", 4), ("2 keer in maand", 15)],
)
def test_a_rhythm_spelled_by_ear(text: str, days: int) -> None:
    assert every_days_in(text) == days
    assert is_rhythm(text)


@pytest.mark.parametrize(
    "text", ["elke week is te veel", "nee elke week niet", "elke week?", "volgende week", "herinner me aan de open dag", "koken", ""]
)
def test_a_complaint_or_a_question_is_no_rhythm(text: str) -> None:
    assert not is_rhythm(text)
