import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learners.redact import LONGEST, MARK, redact, tidy

HITS = [
    ("mijn bsn is 111222333", f"mijn bsn is {MARK}"),
    ("bsn 1112.22.333 oke", f"bsn {MARK} oke"),
    ("bsn 111 222 333.", f"bsn {MARK}."),
    ("bsn:123456782", f"bsn:{MARK}"),
    ("NL91ABNA0417164300", MARK),
    ("maak over op nl91 abna 0417 1643 00 graag", f"maak over op {MARK} graag"),
    ("NL00BANK0123456789", MARK),
    ("BE68 5390 0754 7034 en meer", f"{MARK} en meer"),
    ("PL61109010140000071219812874", MARK),
    ("mail jan.de.boer+werk@voorbeeld.nl aub", f"mail {MARK} aub"),
    ("piet@mail.bedrijf.co.uk", MARK),
    ("bel 0612345678", f"bel {MARK}"),
    ("bel 06-12345678 of 06 12 34 56 78", f"bel {MARK} of {MARK}"),
    ("06 - 12 34 56 78", MARK),
    ("+31 6 12345678", MARK),
    ("+31 (0)6 1234 5678", MARK),
    ("0031612345678", MARK),
    ("app me op +31612345678!", f"app me op {MARK}!"),
    ("010-1234567", MARK),
    ("(010) 123 45 67", f"{MARK}"),
    ("0318-123456", MARK),
    ("0318 12 34 56", MARK),
    ("088 123 4567", MARK),
    ("+48 600 123 456", MARK),
    ("bsn 111222333, tel 0612345678, mail a@b.nl", f"bsn {MARK}, tel {MARK}, mail {MARK}"),
]

NO_HITS = [
    "ik wil leren lassen",
    "112",
    "bel 113 of 0800-0113",
    "0900-8844",
    "111222334",
    "€ 1.250,50",
    "op 06-02-2026 10:30 heb ik tijd",
    "van 01-02-2026 tot 10-03-2026",
    "om 19.30 of 20.15 uur",
    "1234 AB",
    "ik werk al 25 jaar, 3 dagen per week",
    "10000000000",
    "000000000",
    "opel kadett uit 1986 met 187000 km",
    "nl is mijn taal",
    "ik @ thuis",
    "🪵 iets met hout",
    "",
]


@pytest.mark.parametrize(("text", "expected"), HITS)
def test_what_identifies_a_person_is_taken_out(text: str, expected: str) -> None:
    assert redact(text) == expected


@pytest.mark.parametrize("text", NO_HITS)
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert redact(text) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Nd"], exclude_characters="@")))
def test_text_without_digits_or_at_signs_never_changes(text: str) -> None:
    assert redact(text) == text


@given(st.text(alphabet="0123456789+-. ()@abcNLnl", max_size=60))
def test_redacting_twice_changes_nothing_more(text: str) -> None:
    once = redact(text)
    assert redact(once) == once


def citizen_numbers() -> st.SearchStrategy[str]:
    def complete(start: list[int]) -> str | None:
        check = sum(digit * weight for digit, weight in zip(start, range(9, 1, -1), strict=True)) % 11
        return "".join(map(str, [*start, check])) if check < 10 else None

    digits = st.lists(st.integers(0, 9), min_size=8, max_size=8).filter(any)
    return digits.map(complete).filter(lambda number: number is not None).map(str)


@given(citizen_numbers(), st.sampled_from(["", " ", "mijn bsn: ", "(", "x "]), st.sampled_from(["", " ", ".", ", ok", ")"]))
def test_every_valid_citizen_number_goes(number: str, before: str, after: str) -> None:
    assert number not in redact(before + number + after)


def test_stored_text_is_trimmed_and_not_endless() -> None:
    assert tidy("  iets met hout \n") == "iets met hout"
    assert len(tidy("hout " * 1000)) <= LONGEST


def test_a_number_at_the_cut_is_redacted_before_the_cut() -> None:
    assert "0612" not in tidy("x" * (LONGEST - 6) + " 0612345678")


def test_a_megabyte_of_letters_is_read_in_one_go() -> None:
    text = "a" * 1_000_000
    assert redact(text) == text
