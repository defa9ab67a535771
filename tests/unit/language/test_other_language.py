"""Another language is seen by its letters."""

import pytest

from bot.language.other_language import is_other_language


@pytest.mark.parametrize(
    "text", ["dzień dobry, chcę się uczyć", "dzień dobry", "öğrenmek istiyorum ışık", "хочу учиться", "أريد أن أتعلم", "ζωγραφική"]
)
def test_letters_that_dutch_does_not_have_tell_another_language(text: str) -> None:
    assert is_other_language(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123",
        "👍",
        "ik wil leren lassen",
        "een café in Curaçao",
        "reünie, coöperatie, façade",
        "ik ben Łukasz en wil koken",
        "ich wil lere lasse",
        "hoe voel je je",
        "de voice of Holland nadoen",
        "żurek koken met mijn oma",
    ],
)
def test_dutch_with_a_foreign_name_or_word_is_dutch(text: str) -> None:
    assert not is_other_language(text)


@pytest.mark.parametrize(
    "text", ["ich möchte schweißen lernen", "I want to learn", "quiero aprender", "je veux apprendre", "chce sie uczyc", "vreau sa invat"]
)
def test_small_words_of_one_language_tell_it_too(text: str) -> None:
    assert is_other_language(text)
