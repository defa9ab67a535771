import pytest

from bot.language.words.one_slip import AROUND, one_slip, slips_of

WORDS = ["ik", "wil", "niet", "meer", "leven"]
SLIP = one_slip(WORDS, ["lezen", "leren"], lambda word: (word,))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ik wil neit meer", "ik wil niet meer"),
        ("ik wl niet meer", "ik wil niet meer"),
        ("ik wil niet mee leven", None),
        ("ikwil niet", "ik wil niet"),
        ("i kwil meer", "ik wil meer"),
        ("ik w il niet", "ik wil niet"),
    ],
)
def test_one_letter_or_one_space_is_corrected(typed: str, read: str | None) -> None:
    slip = one_slip(WORDS, ["mee"], lambda word: (word,))
    assert [" ".join(words) for words in slip.readings(tuple(typed.split()))] == ([read] if read else [])


def test_a_word_of_its_own_is_no_slip() -> None:
    assert list(SLIP.readings(("lezen",))) == []
    assert list(SLIP.readings(("leve",))) == [("leven",)]


def test_every_slip_is_corrected_on_its_own_never_two_at_once() -> None:
    assert set(SLIP.readings(("neit", "leve"))) == {("niet", "leve"), ("neit", "leven")}


def test_a_word_is_read_as_it_is_folded() -> None:
    slip = one_slip(["mezelf"], [], lambda word: ("mijzelf",))
    assert list(slip.readings(("mezlef",))) == [("mijzelf",)]


def test_of_a_long_text_only_what_is_around_the_slip_is_read() -> None:
    (reading,) = SLIP.readings((*["a"] * 100, "neit", *["b"] * 100))
    assert reading == (*["a"] * AROUND, "niet", *["b"] * AROUND)


def test_short_words_have_no_slips_and_longer_ones_may_lose_their_first_letter() -> None:
    assert slips_of("ik") == set()
    assert "il" not in slips_of("wil")
    assert "even" in slips_of("leven")


def test_repeated_letters_are_one_letter_before_and_after_a_slip() -> None:
    assert "mere" in slips_of("meer")
    assert "len" in slips_of("leven")
