"""Another language is seen by its letters."""

import pytest

from bot.language.words.other_language import is_other_language, is_without_dutch


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


@pytest.mark.parametrize(
    "text",
    [
        "nie rozumiem po holendersku",
        "nie mówię po niderlandzku",
        "mówisz po polsku",
        "czy można pisać po polsku?",
        "bana türkçe yaz",
        "Türkçe biliyor musun",
        "anlamıyorum",
        "hollandaca bilmiyorum",
        "can you speak english",
        "i don't understand dutch",
        "I dont speak dutch",
        "no dutch sorry i only speak english",
        "do you speak polish?",
        "English please",
        "sorry no dutch",
        "ich verstehe kein Niederländisch",
        "ich verstehe das nicht",
        "sprechen sie deutsch",
        "auf deutsch bitte",
        "لا أفهم الهولندية",
        "ما بفهم هولندي",
        "هل تتكلم العربية",
        "ma bafham",
        "не розумію",
        "я не розумію нідерландську",
        "ne rozumiyu",
        "ya ne ponimayu",
        "spreek je engels?",
        "kan het in het engels",
        "mag ik in het pools praten",
        "can you write in turkish",
    ],
)
def test_in_many_languages_people_say_that_they_do_not_follow_dutch(text: str) -> None:
    assert is_without_dutch(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik wil Engels leren",
        "i want to learn dutch",
        "I want to learn dutch because I don't understand it",
        "ich möchte deutsch lernen",
        "chcę się uczyć holenderskiego",
        "türkçe öğrenmek istiyorum",
        "spreek je al lang engels op je werk",
        "engels praten met klanten",
        "kan ik engels leren",
        "kun je me engels leren",
        "iets met arabisch",
        "koken",
        "ik snap het niet",
        "boeken lezen in het engels",
        "beter duits praten",
        "ma is ziek",
        "ne kan ik niet",
        "хочу вчити нідерландську",
        "أريد أن أتعلم الهولندية",
        "no",
        "mag ik duits leren",
        "duits",
        "kan ik met duits werk vinden",
    ],
)
def test_a_language_that_somebody_wants_to_learn_or_speaks_is_no_lack_of_dutch(text: str) -> None:
    assert not is_without_dutch(text)
