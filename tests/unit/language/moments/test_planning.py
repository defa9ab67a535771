import pytest

from bot.language.moments.planning import is_planning_to_learn, names_plan, plan_order


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("mijn plan", "show"),
        ("Wat was mijn plan ook weer?", "show"),
        ("wat ging ik ook weer doen", "show"),
        ("verander naar zondag", "move"),
        ("kun je mijn plan verzetten", "move"),
        ("ander moment voor mijn plan", "move"),
        ("annuleer mijn plan", "drop"),
        ("haal dat plan maar weg", "drop"),
        ("toch maar geen plan", "drop"),
        ("ik hoef geen plan meer", "drop"),
        # What is about something else, or takes nothing away.
        ("maak een plan voor zaterdag", None),
        ("ik heb geen plan", None),
        ("vergeet mijn plan niet", None),
        ("verander mijn duwtjes naar zondag", None),
        ("verzet de herinnering naar zondag", None),
        ("verander mijn woonplaats in Assen", None),
        ("plannen leren maken", None),
    ],
)
def test_an_order_about_the_plan_is_heard(text: str, order: str | None) -> None:
    assert plan_order(text) == order


def test_the_plan_is_named_or_not() -> None:
    assert names_plan("verzet mijn PLAN")
    assert not names_plan("verander naar zondag")


@pytest.mark.parametrize(
    "text", ["vooruit plannen op mijn werk", "leren plannen", "plannen op mijn werk", "mijn dag beter indelen", "ik wil beter plannen"]
)
def test_planning_is_something_to_learn(text: str) -> None:
    assert is_planning_to_learn(text, asked=False)


@pytest.mark.parametrize(
    "text", ["plannen we zaterdag", "vooruit plannen maar", "plannen in het weekend", "een plan maken", "laten we plannen", "plannen"]
)
def test_planning_something_now_is_nothing_to_learn(text: str) -> None:
    assert not is_planning_to_learn(text, asked=False)


def test_a_bare_word_is_something_to_learn_when_that_was_asked() -> None:
    assert is_planning_to_learn("plannen", asked=True)
