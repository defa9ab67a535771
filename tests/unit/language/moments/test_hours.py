from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.moments.hours import Said, hours_told, shift_in_anchor


def told(text: str) -> tuple[Said, ...]:
    heard = hours_told(text)
    assert heard
    assert not heard.unclear
    return heard.said


@pytest.mark.parametrize(
    ("typed", "shift", "start", "end"),
    [
        ("mijn late dienst is van 14:30 tot 11 uur 's avonds", "laat", time(14, 30), time(23)),
        ("ik werk van 7 tot 3", None, time(7), time(15)),
        ("Ik werk van zeven tot drie", None, time(7), time(15)),
        ("vroege dienst begint om 6u", "vroeg", time(6), None),
        ("mijn late dienst eindigt om 11", "laat", None, time(23)),
        ("mijn nachtdienst is van 11 tot 7", "nacht", time(23), time(7)),
        ("mijn nachtdienst is van 10 tot 6 's ochtends", "nacht", time(22), time(6)),
        ("ik werk van 10 tot 6 's nachts", "nacht", time(22), time(6)),
        ("ik werk van 3 tot 11", None, time(15), time(23)),
        ("ik werk 7.00-15.30", None, time(7), time(15, 30)),
        ("ik werk tussen 9 en 17 uur", None, time(9), time(17)),
        ("ik werk van maandag tot vrijdag van half 9 tot 5", None, time(8, 30), time(17)),
        ("mijn avonddienst is van vijf tot kwart voor elf", "laat", time(17), time(22, 45)),
        ("ik werk van 22u tot 6u", None, time(22), time(6)),
        ("ik werk van 7u30 tot 16u00", None, time(7, 30), time(16)),
        ("ik werk van 7:00 tot 3:00", None, time(7), time(15)),
        ("ik werk van 7 tot 7", None, time(7), time(19)),
        ("mijn late dienst is van 3 tot middernacht", "laat", time(15), time(0)),
        ("ik werk van 24 tot 8", None, time(0), time(8)),
        ("ik begin om 7 en ik stop om 4", None, time(7), time(16)),
        ("ik moet werken van 6 tot half 3", None, time(6), time(14, 30)),
        ("mijn werktijden zijn 9 tot 17", None, time(9), time(17)),
    ],
)
def test_hours_are_read_as_people_type_them(typed: str, shift: str | None, start: time | None, end: time | None) -> None:
    assert told(typed) == (Said(shift, start, end),)


def test_two_shifts_in_one_message_are_two() -> None:
    two = (Said("vroeg", time(6), time(14)), Said("laat", time(14), time(22)))
    assert told("mijn vroege dienst is van 6 tot 2 en mijn late van 2 tot 10") == two


@pytest.mark.parametrize(
    "typed",
    [
        "ik werk van 25 tot 3",
        "mijn dienst is van 25 tot 3",
        "ik werk van 7 tot 61",
        "mijn late dienst is van 14:75 tot 23",
        "ik werk van 0 tot 24",
    ],
)
def test_hours_that_cannot_be_are_unclear(typed: str) -> None:
    heard = hours_told(typed)
    assert heard
    assert heard.unclear


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "van 7 tot 3",
        "ik werk van 8 tot 12 uur per week",
        "ik werk 16 tot 20 uur per week",
        "ik werk van 2019 tot 2023",
        "ik werkte van 9 tot 5",
        "vroeger was mijn dienst van 7 tot 3",
        "morgen werk ik van 7 tot 3",
        "vrijdag werk ik van 7 tot 3",
        "ik zoek een cursus van 7 tot 9",
        "ik wil werken van 9 tot 3",
        "mijn man werkt van 7 tot 3",
        "mijn collega heeft een late dienst van 3 tot 11",
        "herinner me na mijn late dienst om 11 uur",
        "ik werk met 3 tot 8 mensen",
    ],
)
def test_what_is_about_something_else_says_nothing_of_hours(typed: str) -> None:
    assert hours_told(typed) is None


def test_an_answer_to_the_question_needs_no_words_of_work() -> None:
    heard = hours_told("van 7 tot 3", asked=True)
    assert heard
    assert heard.said == (Said(None, time(7), time(15)),)
    assert hours_told("weet ik niet", asked=True) is None


@pytest.mark.parametrize(
    ("typed", "alone"),
    [
        ("ik werk altijd van 7 tot 3 hoor", True),
        ("ik werk van 7 tot 3 en wil leren lassen", False),
        ("mijn late dienst is van 3 tot 11, stop ermee", False),
    ],
)
def test_it_knows_whether_something_else_was_said(typed: str, alone: bool) -> None:
    heard = hours_told(typed)
    assert heard
    assert heard.alone is alone


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("na mijn late dienst", (True, "laat")),
        ("na mijn werk", (True, None)),
        ("na het eten", (False, None)),
        ("voor mijn werk", (False, None)),
        ("tijdens de late dienst", (False, None)),
    ],
)
def test_after_work_is_heard_with_the_shift_it_names(typed: str, found: tuple[bool, str | None]) -> None:
    assert shift_in_anchor(typed) == found


@given(st.integers(0, 23), st.sampled_from([0, 15, 30, 45]), st.integers(4, 48))
def test_hours_on_24_hours_are_read_as_typed_over_midnight_too(hour: int, minute: int, quarters: int) -> None:
    last = (hour * 60 + minute + 15 * quarters) % 1440
    typed = f"ik werk van {hour:02}:{minute:02} tot {last // 60:02}:{last % 60:02}"
    assert told(typed) == (Said(None, time(hour, minute), time(*divmod(last, 60))),)


@given(st.text("0123456789:.- uhktovanmijdes", max_size=40))
def test_nonsense_never_stops_it(typed: str) -> None:
    heard = hours_told(f"ik werk van {typed}")
    assert heard is None or heard.unclear or heard.said
