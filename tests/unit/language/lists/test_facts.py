import pytest

from bot.language.lists.facts import Fact, fact_asked


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("die van de tweede wat kost die", Fact.PRICE),
        ("wat kost de 2e", Fact.PRICE),
        ("is de eerste gratis", Fact.PRICE),
        ("nr 3 hoeveel kost dat", Fact.PRICE),
        ("hoe duur is die laatste", Fact.PRICE),
        ("moet ik voor de derde betalen?", Fact.PRICE),
        ("hoe lang duurt de eerste", Fact.DURATION),
        ("duurt die tweede lang", Fact.DURATION),
        ("waar is die eerste dan", Fact.PLACE),
        ("is de tweede ver weg?", Fact.PLACE),
        ("krijg je bij de derde een certificaat", Fact.PROOF),
        ("vertel eens wat meer over de tweede", Fact.DETAILS),
        ("wat is de tweede", Fact.DETAILS),
    ],
)
def test_a_question_about_one_of_a_list_is_heard(text: str, fact: Fact) -> None:
    assert fact_asked(text) is fact


@pytest.mark.parametrize(
    "text",
    [
        "de tweede",
        "doe maar de tweede, wat kost die",
        "de eerste lijkt me leuk wat kost dat",
        "de tweede kost te veel",
        "de tweede is gratis",
        "wat kost dat",
        "is de eerste keer gratis",
        "wat kost de eerste les",
        "is de eerste of de tweede gratis",
        "als de tweede gratis is dan die",
        "hoe doe je eerste hulp",
        "de tweede waarom niet",
    ],
)
def test_a_choice_or_another_question_is_none(text: str) -> None:
    assert fact_asked(text) is None
