import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.wishes.corrections import instead, means_the_other


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("nee, Almere", "Almere"),
        ("niet lassen maar schilderen", "schilderen"),
        ("Nee niet hout maar koken", "koken"),
        ("geen schilderen maar wel behangen", "behangen"),
        ("ik bedoelde donderdag", "donderdag"),
        ("donderdag bedoel ik", "donderdag"),
        ("nee ik bedoel koken", "koken"),
        ("schilderen, niet lassen", "schilderen"),
        ("sorry, zaterdag", "zaterdag"),
        ("oeps, half 9", "half 9"),
        ("wacht, toch liever vrijdag", "vrijdag"),
        ("toch maar de tweede", "de tweede"),
        ("liever 's avonds", "s avonds"),
        ("Nee joh, om 9 uur graag.", "om 9 uur"),
    ],
)
def test_what_is_meant_instead(text: str, meant: str) -> None:
    assert instead(text) == meant


@pytest.mark.parametrize(
    "text",
    ["", "nee", "nee hoor", "ja", "wat bedoel je", "koken", "ik wil leren lassen", "liever niet", "toch niet", "sorry", "ik weet het niet"],
)
def test_what_corrects_nothing(text: str) -> None:
    assert instead(text) is None


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    meant = instead(text)
    assert meant is None or meant.strip()


@pytest.mark.parametrize("text", ["nee niet vrijwillig", "wacht nee ik kan dinsdag niet", "nee geen hout", "sorry, nooit op zondag"])
def test_what_is_only_refused_is_not_what_is_meant(text: str) -> None:
    assert instead(text) is None


def test_after_what_is_refused_may_come_what_is_meant() -> None:
    assert instead("nee, niet zaterdag, zondag") == "zondag"
    assert instead("ik ben niet goed in lezen, schrijven") is None


@pytest.mark.parametrize(
    ("text", "other"),
    [
        *(("die andere", True), ("nee die andere", True), ("de andere bedoelde ik", True), ("andere", True)),
        *(("een andere", False), ("die andere dag", False), ("iets anders", False), ("andere ideeën", False), ("", False)),
    ],
)
def test_the_one_that_was_not_taken_is_pointed_at(text: str, other: bool) -> None:
    assert means_the_other(text) is other
