import pytest

from bot.nudges.writing.judging import load_judge

judge = load_judge()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Je moet vandaag iets leren.", "forbidden_force"),
        ("Werk aan je competenties.", "forbidden_jargon"),
        ("Dit is je laatste kans.", "forbidden_pressure"),
        ("Wilt u dit, of wil je dat?", "je_and_u"),
        ("woord " * 61, "too_many_words"),
    ],
)
def test_wording_and_length_forbid_publishing(text: str, code: str) -> None:
    assert (code, True) in [(found.code, found.blocking) for found in judge(text)]


def test_a_long_sentence_only_advises() -> None:
    found = list(judge("Loop vandaag eens rustig mee met die ene man die altijd zo mooi de planken zaagt in de hal."))
    assert "long_sentence" in [one.code for one in found]
    assert not any(one.blocking for one in found)


def test_a_good_text_passes_without_a_word() -> None:
    assert list(judge("Wat lukte er vandaag? Een klein ding is genoeg.")) == []
