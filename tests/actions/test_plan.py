import pytest

from actions.plan import ActionGiveMoment, ActionKeepPlan, ActionMakePlan, ValidatePlanForm
from bot.learners.models import NudgePreferences, NudgeState
from tests.actions.play import Said, play
from tests.actions.twins import ITEMS, People

CHOSEN = {"chosen": "test/een"}
SHOWN = {"shown": [each.id for each in ITEMS]}


@pytest.mark.parametrize(
    ("text", "intent", "moment"),
    [
        ("nou in de pauze denk ik", "give_moment", "in de pauze"),
        ("als de kleine slaapt", "give_moment", "als de kleine slaapt"),
        ("als de kleine slaapt", "ask_details", "als de kleine slaapt"),
        ("ff kijke", "nlu_fallback", None),
        ("morgen", "greet", "morgen"),
        ("zaterdag", "deny", "zaterdag"),
        ('/give_moment{"moment": "na mijn werk"}', "give_moment", "na mijn werk"),
        ("mag mijn baas dit zien", "ask_privacy", None),
        ("🙂", "give_moment", None),
    ],
)
def test_a_moment_is_taken_in_their_own_words(text: str, intent: str, moment: str | None) -> None:
    said = Said(text, intent, 0.45 if intent == "ask_details" else 0.9, loop="plan_form", slots={"requested_slot": "moment", **CHOSEN})
    assert play(ValidatePlanForm, People(), said).slots.get("moment") == moment


def test_the_plan_is_stored_and_said_with_the_smallest_step() -> None:
    people = People(wish="hout")
    answer = play(ActionKeepPlan, people, Said("zaterdag", slots={**CHOSEN, "moment": "zaterdag"}))
    assert answer.said == ["plan_made"]
    assert (answer.value("moment"), answer.value("step")) == ("Zaterdag", "Begin een.")
    assert [(plan.item_id, plan.item_title, plan.moment) for plan in people.plans.made] == [("test/een", "Titel een", "zaterdag")]
    assert answer.opened == "nudges_form"


@pytest.mark.parametrize("state", [NudgeState.ON, NudgeState.STOPPED, NudgeState.PAUSED])
def test_who_decided_about_nudges_is_not_asked_again(state: NudgeState) -> None:
    people = People(wish="hout", nudges=NudgePreferences(state))
    answer = play(ActionKeepPlan, people, Said("zaterdag", slots={**CHOSEN, "moment": "zaterdag"}))
    assert answer.said == ["plan_made", "good_luck"]
    assert answer.opened is None


def test_a_plan_for_what_left_the_catalogue_shows_something_else() -> None:
    answer = play(ActionKeepPlan, People(wish="hout"), Said(slots={"chosen": "test/weg", "moment": "nu"}))
    assert answer.said == ["nothing_shown", "suggestions_3"]


def test_a_plan_needs_a_choice() -> None:
    assert play(ActionMakePlan, People(wish="hout"), Said(slots=SHOWN)).said == ["ask_which"]
    assert play(ActionMakePlan, People(wish="hout"), Said()).said == ["choose_first", "nothing_shown", "suggestions_3"]
    assert play(ActionMakePlan, People(wish="hout"), Said(slots=CHOSEN)).opened == "plan_form"


def test_the_only_one_shown_is_planned() -> None:
    answer = play(ActionMakePlan, People(wish="hout"), Said(slots={"shown": ["test/twee"]}))
    assert answer.slots["chosen"] == "test/twee"


def test_an_earlier_plan_gets_another_moment() -> None:
    people = People(wish="hout")
    people.plans.make("l1", "test/drie", "Titel drie", "ooit")
    answer = play(ActionMakePlan, people, Said("/make_plan", "make_plan"))
    assert answer.slots["chosen"] == "test/drie"
    assert answer.opened == "plan_form"


def test_a_moment_out_of_the_blue_belongs_to_what_was_chosen() -> None:
    people = People(wish="hout")
    play(ActionGiveMoment, people, Said("zaterdag", "give_moment", slots=CHOSEN))
    assert people.plans.made[0].moment == "zaterdag"


def test_a_moment_without_a_choice_asks_which() -> None:
    assert play(ActionGiveMoment, People(wish="hout"), Said("zaterdag", slots=SHOWN)).said == ["ask_which"]


def test_a_moment_in_another_form_is_left_to_that_form() -> None:
    assert play(ActionGiveMoment, People(), Said("zaterdag", loop="nudges_form", slots=CHOSEN)).messages == []


def test_what_is_said_twice_is_the_moment() -> None:
    said = Said("als de maan vol is", loop="plan_form", slots={"requested_slot": "moment"}, asked=["ask_rephrased_moment"])
    assert play(ValidatePlanForm, People(), said).slots["moment"] == "als de maan vol is"


@pytest.mark.parametrize("text", ["wanneer ik zin heb", "als ik wakker ben"])
def test_a_moment_of_ones_own_is_a_moment_whatever_rasa_made_of_it(text: str) -> None:
    slots = {"chosen": ITEMS[0].id, "requested_slot": "moment"}
    assert play(ValidatePlanForm, People(wish="hout"), Said(text, "out_of_scope", 0.3, loop="plan_form", slots=slots)).slots == {
        "moment": text
    }
