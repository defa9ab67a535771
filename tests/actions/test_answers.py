import pytest

from actions.answers import NO, YES, ActionAffirm, ActionDeny
from tests.actions.play import Said, play
from tests.actions.twins import ITEMS, People
from tests.dialogues.responses import all_responses

SHOWN = {"shown": [each.id for each in ITEMS]}


def test_questions_with_an_answer_exist() -> None:
    assert {*YES, *NO} <= set(all_responses())


def test_yes_to_one_suggestion_chooses_it() -> None:
    answer = play(ActionAffirm, People(wish="hout"), Said("ja", asked=["suggestions_1"], slots={"shown": ["test/een"]}))
    assert answer.slots["chosen"] == "test/een"
    assert answer.opened == "plan_form"


def test_yes_to_three_suggestions_asks_which() -> None:
    assert play(ActionAffirm, People(wish="hout"), Said("ja", asked=["suggestions_3"], slots=SHOWN)).said == ["ask_which"]


def test_yes_to_a_plan_opens_it() -> None:
    answer = play(ActionAffirm, People(wish="hout"), Said("ja", asked=["ask_plan_this"], slots={**SHOWN, "chosen": "test/een"}))
    assert answer.opened == "plan_form"


@pytest.mark.parametrize(("asked", "effect"), [("ask_stop_too", "stop"), ("ask_human_instead", "human")])
def test_yes_may_be_an_effect(asked: str, effect: str) -> None:
    assert play(ActionAffirm, People(), Said("ja", asked=[asked])).effects == [effect]


def test_yes_keeps_the_remark() -> None:
    people = People()
    answer = play(ActionAffirm, people, Said("ja", asked=["ask_keep_remark"], slots={"remark": "van mijn oma"}))
    assert people.logbook.lines[0].text == "van mijn oma"
    assert answer.slots["remark"] is None


def test_only_the_latest_question_counts() -> None:
    assert play(ActionAffirm, People(), Said("ja", asked=["ask_stop_too", "joke"])).said == ["yes_to_what"]


def test_yes_and_no_after_a_nudge_are_about_the_nudge() -> None:
    assert play(ActionAffirm, People(), Said("ja", asked=["ask_stop_too"], open_nudge="x")).said == ["yes_to_nudge"]
    assert play(ActionDeny, People(), Said("nee", open_nudge="x")).said == ["no_to_nudge"]


def test_yes_in_a_form_leaves_it_to_the_form() -> None:
    answer = play(ActionAffirm, People(), Said("ja", loop="plan_form"))
    assert (answer.messages, answer.events) == ([], [])


@pytest.mark.parametrize(("loop", "said"), [("wish_form", "no_wish"), ("plan_form", "no_plan"), ("log_form", "log_only_deed")])
def test_no_closes_the_form(loop: str, said: str) -> None:
    answer = play(ActionDeny, People(), Said("nee", loop=loop))
    assert answer.said == [said]
    assert answer.left


def test_no_after_a_yes_to_nudges_stops_them() -> None:
    assert play(ActionDeny, People(), Said("nee", loop="nudges_form")).effects == ["stop"]


def test_no_to_a_list_shows_another() -> None:
    answer = play(ActionDeny, People(wish="hout"), Said("nee", asked=["suggestions_3"], slots={"seen": ["test/een"]}))
    assert answer.slots["shown"] == ["test/twee", "test/drie"]


def test_no_to_ideas_gives_other_ideas_and_letting_it_rest_does_not() -> None:
    ideas = ["ask_wish_ideas_1"]
    assert play(ActionDeny, People(), Said("nee die niet", loop="wish_form", asked=ideas)).said == ["ask_wish_ideas_2"]
    assert play(ActionDeny, People(), Said("nee laat maar", loop="wish_form", asked=ideas)).said == ["no_wish"]


def test_yes_to_a_topic_makes_it_the_wish() -> None:
    people = People()
    play(ActionAffirm, people, Said("ja", asked=["ask_topic"], slots={"remark": "tuin en planten"}))
    assert people.learner.interests == ("tuin",)


def test_letting_it_rest_shows_no_other_list() -> None:
    assert play(ActionDeny, People(wish="hout"), Said("laat maar", asked=["suggestions_3"])).said == ["fine"]


def test_a_bare_no_is_fine() -> None:
    assert play(ActionDeny, People(), Said("nee")).said == ["fine"]


@pytest.mark.parametrize("loop", ["wish_form", "plan_form", "log_form", "nudges_form"])
def test_yes_and_no_to_a_nudge_leave_the_open_question_where_it_was(loop: str) -> None:
    for action, typed, said in ((ActionAffirm, "ja", "yes_to_nudge"), (ActionDeny, "nee", "no_to_nudge")):
        answer = play(action, People(), Said(typed, loop=loop, open_nudge="x"))
        assert (answer.said, answer.events) == ([said], [])


def test_a_button_under_the_open_question_is_about_that_question_though_a_nudge_came() -> None:
    assert play(ActionDeny, People(), Said("/deny", loop="plan_form", open_nudge="x")).said == ["no_plan"]
