"""An insult to us, and code, are heard as what they are; what somebody tells of others or of themselves is not."""

import pytest

from bot.language.small_talk.insults import is_insult, is_only_code


@pytest.mark.parametrize(
    "text",
    [
        "hoer",
        "HOER!!",
        "jij bent echt achterlijk",
        "wat een stomme bot",
        "wat een kutbot ben jij",
        "jullie zijn zo dom",
        "bent u debiel ofzo",
        "je bent een eikel",
    ],
)
def test_an_insult_and_nothing_else_is_one(text: str) -> None:
    assert is_insult(text)


@pytest.mark.parametrize(
    "text",
    [
        *("mijn baas is een eikel", "ik ben dom", "ik voel me een sukkel", "dom", "eikels zoeken", "je bent lief"),
        *("domme vragen durven stellen", "mijn man heeft kanker", "kanker", "robot bouwen", "wat een rotdag", "ja hoor", ""),
    ],
)
def test_of_somebody_else_of_themselves_or_of_something_to_learn_it_is_none(text: str) -> None:
    assert not is_insult(text)


@pytest.mark.parametrize("text", ["{{config}}", "erase_data", "/erase_data", "<script>alert(1)</script>", "${7*7}"])
def test_code_alone_is_no_talk(text: str) -> None:
    assert is_only_code(text)


@pytest.mark.parametrize("text", ["leren koken {wish} {0} %s.", "c#", ".net", "html/css", "<3", "24/7", "e-mail", "koken", ""])
def test_with_words_or_as_something_to_learn_it_may_be_a_wish(text: str) -> None:
    assert not is_only_code(text)
