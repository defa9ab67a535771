"""A human and a desk. The stopped day is 2 March 2026."""

import pytest

from actions.desks import ActionFindDesk, ActionFindHuman
from actions.misunderstood import ActionMisunderstood
from actions.suggestions import ActionFindCourse
from tests.actions.play import Answer, Said, play
from tests.actions.twins import People


def asked(people: People, text: str, intent: str = "nlu_fallback", **rest: object) -> Answer:
    return play(ActionMisunderstood, people, Said(text, intent, **rest))  # type: ignore[arg-type]


def test_without_a_place_it_is_asked() -> None:
    answer = asked(People(), "is er een loket bij mij in de buurt")
    assert (answer.said, answer.left) == (["ask_desk_place"], True)


@pytest.mark.parametrize("text", ["Assen", "9401", "9401 AB", "in Assen"])
def test_the_place_or_the_postcode_that_follows_gives_the_desk_and_is_kept(text: str) -> None:
    people = People()
    answer = asked(people, text, asked=["ask_desk_place"])
    assert (answer.said, people.learner.place) == (["desk"], "Assen")
    assert answer.value("region") == "Groningen"
    assert "Harm Buiterplein" in answer.value("lines")


def test_a_place_in_the_question_is_answered_at_once_and_not_kept() -> None:
    people = People()
    answer = asked(people, "is er een loket in Assen")
    assert (answer.said, people.learner.place) == (["desk"], None)


def test_who_told_a_place_before_is_not_asked_again() -> None:
    answer = asked(People(place="Almere"), "waar kan ik terecht")
    assert (answer.said, answer.value("region")) == (["desk"], "Flevoland")
    assert "Dat staat op www.werkcentrum.nl" in answer.value("lines")


def test_a_place_that_nobody_knows_gets_the_national_entry_and_may_be_tried_again() -> None:
    people = People()
    answer = asked(people, "Knollendam", asked=["ask_desk_place"])
    assert (answer.said, answer.value("url"), people.learner.place) == (["desk_national"], "www.werkcentrum.nl", None)
    assert asked(people, "Assen", asked=["desk_national"]).said == ["desk"]
    assert asked(people, "4999", asked=["ask_desk_place"]).said == ["desk_national"]


def test_a_gemeente_that_may_have_moved_is_told_with_doubt() -> None:
    assert "Zeewolde" in asked(People(place="Zeewolde"), "loket").value("lines")


def test_something_else_is_no_answer_to_where() -> None:
    answer = asked(People(), "wat een gedoe zeg ik wil eigenlijk iets anders", asked=["ask_desk_place"])
    assert "desk_national" not in answer.said


def test_a_subject_makes_it_a_question_about_courses() -> None:
    people = People()
    play(ActionFindCourse, people, Said("waar kan ik terecht voor koken", "find_course"))
    assert people.learner.wish == "waar kan ik terecht voor koken"


def test_a_human_in_a_place_is_the_desk_there_and_elsewhere_what_holds_everywhere() -> None:
    there = play(ActionFindHuman, People(), Said("iemand spreken in Assen", "ask_human"))
    assert (there.said, there.effects) == (["desk"], [])
    elsewhere = play(ActionFindHuman, People(), Said("iemand spreken", "ask_human", loop="plan_form"))
    assert (elsewhere.said, elsewhere.effects, elsewhere.left) == ([], ["human"], True)


def test_the_button_finds_the_desk_too() -> None:
    assert play(ActionFindDesk, People(), Said("/find_desk", "find_desk")).said == ["ask_desk_place"]
    assert play(ActionFindDesk, People(place="Urk"), Said("/find_desk", "find_desk")).value("region") == "Flevoland"


@pytest.mark.parametrize("loop", ["log_form", "reminder_form"])
def test_in_the_logbook_and_in_a_reminder_a_desk_is_just_a_word(loop: str) -> None:
    assert "desk" not in " ".join(asked(People(), "naar het loket bellen", loop=loop, slots={"requested_slot": "x"}).said)
