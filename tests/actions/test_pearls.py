from actions.item_questions import ActionTellDetails
from actions.misunderstood import ActionMisunderstood
from tests.actions.play import Said, play
from tests.actions.twins import People


def test_how_others_do_it_is_a_pearl_about_the_wish_with_its_steps() -> None:
    answer = play(ActionMisunderstood, People(interests=("hout",)), Said("hoe doen anderen dat"))
    assert answer.said == ["pearl", "pearl_example"]
    assert "werkplaats" in answer.value("title")
    assert answer.value("steps").startswith("1. ")


def test_what_sounds_like_a_question_about_a_thing_is_heard_as_well() -> None:
    assert play(ActionTellDetails, People(), Said("hoe doen anderen dat", "ask_details")).said == ["pearl", "pearl_example"]


def test_asked_again_it_is_another() -> None:
    first = play(ActionMisunderstood, People(), Said("hoe doen anderen dat"))
    again = play(ActionMisunderstood, People(), Said("hoe doen anderen dat", asked=["pearl", "pearl_example"]))
    assert first.value("title") != again.value("title")


def test_in_the_logbook_it_is_just_a_line() -> None:
    said = Said("hoe doen anderen dat", loop="log_form", slots={"requested_slot": "log_line"})
    assert "pearl" not in play(ActionMisunderstood, People(), said).said
