import pytest

from bot.language.lists.idea_questions import idea_question_in


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("hoe meld ik me aan", "enrol"),
        ("waar kan ik me inschrijven?", "enrol"),
        ("kan ik daar gewoon binnenlopen", "enrol"),
        ("moet ik eerst een afspraak maken", "enrol"),
        ("kan mn zoon mee", "company"),
        ("mag ik iemand meenemen", "company"),
        ("heb ik spullen nodig", "stuff"),
        ("wat moet ik meenemen", "stuff"),
        ("is docent pools?", "teacher"),
        ("wie geeft die les", "teacher"),
        ("hoe ver is het", "distance"),
        ("verder weg dan een uur?", "distance"),
        ("wat houdt dat in", "what"),
        ("kan mijn baas meekijken", None),
        ("ik wil leren naaien met mijn zoon", None),
        ("kan ik meedoen", None),
        ("docent worden", None),
        ("kan ik zaterdag", None),
    ],
)
def test_a_question_about_an_idea_is_heard(text: str, asked: str | None) -> None:
    assert idea_question_in(text) == asked
