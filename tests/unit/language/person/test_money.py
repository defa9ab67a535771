import pytest

from bot.language.person.money import age_in, asks_about_benefit, asks_who_pays, benefit_in, learning_in, own_benefit_in, situation_in


@pytest.mark.parametrize(
    ("text", "benefit"),
    [
        ("ik zit in de WW", "ww"),
        ("ZW", "zw"),
        ("ik heb een wia-uitkering", "wia"),
        ("ben afgekeurd", "wia"),
        ("wajong", "wajong"),
        ("ik krijg bijstand van de sociale dienst", "bijstand"),
        ("met een uitkering", "uitkering"),
        ("ik werk bij een bakker", None),
        ("www.voorbeeld.nl", None),
        ("rak ik mijn wajoong kwijt", "wajong"),
        ("bijsstand", "bijstand"),
        ("een uitkerig", "uitkering"),
    ],
)
def test_a_benefit_is_heard_by_its_name(text: str, benefit: str | None) -> None:
    assert benefit_in(text) == benefit


@pytest.mark.parametrize(
    ("text", "asked", "situation"),
    [
        ("kan mijn baas dat betalen", False, "werk"),
        ("ik ben zzp'er", False, "zzp"),
        ("eigen baas", True, "zzp"),
        ("ik heb een baas en een ww-uitkering", False, "ww"),
        ("geen", True, "geen"),
        ("geen", False, None),
        ("ik werk", True, "werk"),
        ("ik werk graag met hout", False, None),
        ("", True, None),
    ],
)
def test_what_somebody_lives_on_is_read_more_widely_when_it_was_asked(text: str, asked: bool, situation: str | None) -> None:
    assert situation_in(text, asked=asked) == situation


@pytest.mark.parametrize(
    ("text", "kind"), [("cursus Nederlands", "basis"), ("mbo-opleiding", "opleiding"), ("een les", "cursus"), ("lassen", None)]
)
def test_the_kind_of_learning_is_read(text: str, kind: str | None) -> None:
    assert learning_in(text) == kind


@pytest.mark.parametrize(("text", "age"), [("ik ben 45", 45), ("57", 57), ("5", None), ("in 2026", None), ("jong", None)])
def test_an_age_is_a_number_of_two_digits(text: str, age: int | None) -> None:
    assert age_in(text) == age


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("ik zit in de WW, mag ik dan leren", True),
        ("word ik gekort op mijn bijstand als ik een cursus doe", True),
        ("kan ik een uitkering krijgen", False),
        ("mag ik leren", False),
        ("ik zit in de WW, mag ik dan leern", True),
        ("ik heb een uitkering en wil leren lassen", False),
    ],
)
def test_a_question_about_a_benefit_names_the_benefit_and_learning(text: str, asks: bool) -> None:
    assert asks_about_benefit(text) == asks


@pytest.mark.parametrize(
    ("text", "benefit"),
    [
        ("ik heb een ww-uitkering en wil leren lassen", "ww"),
        ("zit in de bijstand, wil iets met mensen", "bijstand"),
        ("hoe een uitkering werkt", None),
        ("werken bij het UWV", None),
    ],
)
def test_a_benefit_as_a_subject_is_not_ones_own(text: str, benefit: str | None) -> None:
    assert own_benefit_in(text) == benefit


def test_who_asks_who_pays_says_so() -> None:
    assert asks_who_pays("Is er geld voor zzp'ers?")
    assert not asks_who_pays("ik wil leren betalen met mijn telefoon")
