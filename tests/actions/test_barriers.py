import pytest

from actions.barriers import ActionFeelUnsure, ActionLanguageHard, ActionNoMoney, ActionNoTime, ActionNotNow, ActionRefuseLearning
from actions.smalltalk import ActionNotMine
from bot.catalogue.daring import Daring
from bot.catalogue.models import Kind
from bot.learners.models import NudgePreferences, NudgeState
from tests.actions.play import Said, play
from tests.actions.twins import People


def test_no_time_means_five_minutes_or_what_was_named() -> None:
    people = People(wish="hout")
    assert play(ActionNoTime, people, Said("geen tijd")).said == ["no_time", "suggestions_3"]
    assert people.suggestions.wanted[-1].max_minutes == 5
    play(ActionNoTime, people, Said("ik heb maar een kwartier"))
    assert people.suggestions.wanted[-1].max_minutes == 15
    play(ActionNoTime, people, Said("ik werk 8 uur per dag"))
    assert people.suggestions.wanted[-1].max_minutes == 5


def test_who_has_time_at_one_part_of_the_day_only_is_offered_what_is_given_then() -> None:
    people = People(wish="hout")
    answer = play(ActionNoTime, people, Said("ik heb alleen in de avond tijd"))
    assert (answer.said, answer.value("part")) == (["time_at_part", "suggestions_3"], "in de avond")
    wanted = people.suggestions.wanted[-1]
    assert (wanted.parts_of_day, wanted.max_minutes) == ({"avond"}, None)
    play(ActionNoTime, people, Said("alleen in het weekend een kwartier"))
    assert (people.suggestions.wanted[-1].parts_of_day, people.suggestions.wanted[-1].max_minutes) == ({"weekend"}, 15)


def test_no_money_means_free() -> None:
    people = People(wish="hout")
    play(ActionNoMoney, people, Said("geen geld"))
    assert people.suggestions.wanted[-1].max_price == 0


def test_barriers_add_up() -> None:
    people = People(wish="hout")
    answer = play(ActionNoMoney, people, Said("ook geen geld", slots={"limits": {"minutes": 5}}))
    assert answer.slots["limits"] == {"minutes": 5, "price": 0}


def test_reading_after_all_is_a_wish_and_not_the_barrier_again() -> None:
    people = People(wish="hout")
    assert "wish_kept" in play(ActionLanguageHard, people, Said("koken dan maar", "language_hard")).said
    assert people.learner.interests == ("koken",)


def test_no_school_is_no_refusal_until_it_is_said_again() -> None:
    asked = {"requested_slot": "wish"}
    first = play(ActionRefuseLearning, People(), Said("geen zin in school hoor", "refuse_learning", loop="wish_form", slots=asked))
    assert (first.said, first.left) == (["no_school"], False)
    said = [{"event": "user", "text": "x"}, {"event": "bot", "metadata": {"utter_action": "utter_no_school"}}]
    again = play(ActionRefuseLearning, People(), Said("ik wil niet naar school", "refuse_learning", loop="wish_form", before=said))
    assert (again.said, again.left) == (["learning_refused"], True)


@pytest.mark.parametrize("action", [ActionFeelUnsure, ActionLanguageHard])
def test_who_is_unsure_gets_no_course_and_who_reads_with_difficulty_no_book(action: type) -> None:
    people = People(wish="hout")
    play(action, people, Said("ik durf niet"))
    wanted = people.suggestions.wanted[-1]
    assert wanted.daring is Daring.SAFE if action is ActionFeelUnsure else Kind.BOEK not in wanted.kinds
    assert not wanted.kinds & {Kind.CURSUS, Kind.OPLEIDING}


def test_a_barrier_before_the_wish_is_remembered_and_the_question_stays_open() -> None:
    answer = play(ActionNoTime, People(), Said("geen tijd", loop="wish_form"))
    assert answer.said == ["no_time"]
    assert answer.slots == {"limits": {"minutes": 5}}
    assert not answer.left


def test_not_now_closes_what_was_open() -> None:
    assert play(ActionNotNow, People(), Said(loop="plan_form")).left


def test_a_refusal_is_accepted_and_nothing_is_sent() -> None:
    answer = play(ActionRefuseLearning, People(), Said(loop="wish_form"))
    assert (answer.said, answer.effects) == (["learning_refused"], [])
    assert answer.left


def test_a_refusal_offers_to_stop_what_is_sent() -> None:
    assert play(ActionRefuseLearning, People(nudges=NudgePreferences(NudgeState.ON)), Said()).said == ["ask_stop_too"]


def test_who_wants_to_see_what_is_free_and_has_no_wish_yet_is_asked_for_one() -> None:
    assert play(ActionNoMoney, People(), Said("geen geld")).opened is None
    before = [{"event": "user"}, {"event": "bot", "metadata": {"utter_action": "utter_ask_free_instead"}}]
    answer = play(ActionNoMoney, People(), Said("toon gratis dingen", before=before))
    assert (answer.said, answer.opened, answer.slots["limits"]) == (["no_money"], "wish_form", {"price": 0})


def test_nobody_in_grief_is_sent_away() -> None:
    assert play(ActionNotMine, People(), Said("mijn moeder is overleden")).said == ["sorry_to_hear"]
    assert play(ActionNotMine, People(), Said("pizza graag")).said == ["not_mine"]


def test_the_second_thing_that_is_not_ours_gets_choices() -> None:
    before = [{"event": "user", "text": "pizza graag"}, {"event": "action", "name": "action_not_mine"}]
    assert play(ActionNotMine, People(), Said("patat dan", before=before)).said == ["ask_pick_a_way"]
