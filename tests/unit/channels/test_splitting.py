from hypothesis import given
from hypothesis import strategies as st

from bot.channels.splitting import split


def test_a_short_text_stays_whole() -> None:
    assert split("Hoi!\n\nWaar heb je zin in?", 100) == ["Hoi!\n\nWaar heb je zin in?"]


def test_a_long_text_is_cut_between_paragraphs() -> None:
    assert split("Eerste deel van de tekst.\n\nTweede deel.\nSlot.", 40) == ["Eerste deel van de tekst.", "Tweede deel.\nSlot."]


def test_without_paragraphs_it_is_cut_after_a_sentence() -> None:
    assert split("Dit is een zin. Dit is er nog een, langer dan de eerste.", 24) == [
        "Dit is een zin.",
        "Dit is er nog een,",
        "langer dan de eerste.",
    ]


def test_a_text_without_any_break_is_cut_hard() -> None:
    assert split("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


def test_an_emoji_counts_double_and_is_never_cut_in_two() -> None:
    assert split("😀" * 5, 5) == ["😀😀", "😀😀", "😀"]


def test_an_empty_text_is_one_empty_part() -> None:
    assert split("  ", 10) == [""]


@given(st.text(), st.integers(2, 50))
def test_nothing_but_white_space_gets_lost_and_every_part_fits(text: str, limit: int) -> None:
    parts = split(text, limit)
    assert all(len(part.encode("utf-16-le")) <= 2 * limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert parts == [""] or all(parts)
