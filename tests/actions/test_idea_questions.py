import pytest

from actions.idea_questions import idea_question
from actions.misunderstood import ActionMisunderstood
from bot.catalogue.models import Delivery, Provider
from tests.actions.first.test_order import LIST
from tests.actions.play import Said, play, turn_of
from tests.actions.twins import ITEMS, People, item

CHOSEN = {"requested_slot": "moment", "chosen": ITEMS[0].id}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hoe meld ik me aan", "idea_enrol_own"),
        ("kan mn zoon mee", "idea_company_own"),
        ("heb ik spullen nodig", "idea_stuff_own"),
        ("is docent pools?", "idea_teacher_own"),
        ("hoe ver is het", "place"),
        ("wat houdt dat in", "details"),
    ],
)
def test_a_question_about_what_was_chosen_is_answered_and_the_plan_goes_on(text: str, said: str) -> None:
    answer = play(ActionMisunderstood, People(wish="hout"), Said(text, "start_nudges", loop="plan_form", slots=CHOSEN))
    assert answer.said == [said]
    assert not answer.left


def test_what_others_offer_they_know_best(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = item("vier", delivery=Delivery.ONSITE, provider=Provider("Volksschool", example=True), url="https://example.org")
    people = People(wish="hout")
    monkeypatch.setattr(people.suggestions, "by_id", lambda _: theirs)
    answer = play(ActionMisunderstood, people, Said("kan mn zoon mee", loop="plan_form", slots=CHOSEN))
    assert answer.said == ["idea_company_theirs"]
    assert "Volksschool" in answer.value("ask")


def test_about_a_list_it_is_asked_which() -> None:
    assert play(ActionMisunderstood, People(wish="hout"), Said("kan mn zoon mee", slots=LIST, asked=["suggestions_3"])).said == [
        "ask_which"
    ]


@pytest.mark.parametrize("said", [Said("kan mn zoon mee"), Said("kan mn zoon mee", loop="log_form", slots=CHOSEN)])
def test_with_nothing_to_ask_about_it_is_something_else(said: Said) -> None:
    assert idea_question(turn_of(People(), said)) is None
