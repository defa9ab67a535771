from typing import Any

import pytest

from actions.misunderstood import ActionMisunderstood, ActionRephrase
from actions.smalltalk import ActionStayCalm
from actions.turns.base import DuwtjeAction
from actions.turns.zones import PLAUSIBLE
from bot.registers import Manner, Register
from tests.actions.play import DOMAIN, Said, play
from tests.actions.twins import ITEMS, People

SLOTS = [slot for form in DOMAIN["forms"].values() for slot in form["required_slots"]]


def lost(times: int, action: str = "action_misunderstood") -> list[dict[str, Any]]:
    return [event for _ in range(times) for event in ({"event": "user", "text": "?"}, {"event": "action", "name": action})]


def test_the_same_dead_end_never_comes_twice() -> None:
    said = [play(ActionMisunderstood, People(), Said("grmbl", before=lost(times))).said[-1] for times in range(6)]
    assert said == ["ask_other_words", "ask_pick_a_way", "ask_human_instead", "ask_one_word", "leave_it_here", "still_here"]


def test_after_four_ways_a_human_is_given_and_no_question_stays_open() -> None:
    answer = play(ActionMisunderstood, People(), Said("grmbl", before=lost(4), loop="wish_form"))
    assert (answer.effects, answer.left) == (["human"], True)


def test_what_was_understood_in_between_counts() -> None:
    before = [*lost(2), {"event": "user", "text": "hoi"}, {"event": "action", "name": "action_greet"}]
    assert play(ActionMisunderstood, People(), Said("grmbl", before=before)).said == ["ask_other_words"]


def test_a_likely_meaning_is_offered() -> None:
    ranking = [("nlu_fallback", 0.35), ("find_course", 0.3), ("insult", 0.2), ("no_time", PLAUSIBLE), ("greet", PLAUSIBLE - 0.01)]
    answer = play(ActionMisunderstood, People(), Said("grmbl", ranking=ranking))
    assert answer.said == ["ask_did_you_mean"]
    assert [(button["title"], button["payload"]) for button in answer.value("buttons")] == [
        ("Een cursus zoeken", "/find_course"),
        ("Ik heb weinig tijd", "/no_time"),
        ("Iets anders", "/ask_rephrase"),
    ]


def test_the_second_time_no_guess_is_made() -> None:
    said = Said("grmbl", ranking=[("find_course", 0.3)], before=lost(1))
    assert play(ActionMisunderstood, People(), said).said == ["ask_pick_a_way"]


@pytest.mark.parametrize("slot", SLOTS)
def test_in_a_form_its_question_is_put_in_other_words(slot: str) -> None:
    said = Said("grmbl", loop="a_form", slots={"requested_slot": slot})
    assert play(ActionMisunderstood, People(), said).said == [f"ask_rephrased_{slot}"]
    assert play(ActionRephrase, People(), said).said == [f"ask_rephrased_{slot}"]


def test_a_list_is_explained() -> None:
    said = Said("snap ik niet", slots={"shown": [each.id for each in ITEMS]})
    assert play(ActionRephrase, People(wish="hout"), said).said == ["ask_rephrased_list"]
    assert play(ActionRephrase, People(), Said("snap ik niet")).said == ["ask_rephrased_talk"]


def test_asking_again_what_is_meant_leads_to_choices_and_a_human() -> None:
    said = [play(ActionRephrase, People(), Said("huh", before=lost(times, "action_rephrase"))).said[-1] for times in (1, 2, 3)]
    assert said == ["ask_pick_a_way", "ask_human_instead", "ask_one_word"]


@pytest.mark.parametrize(("action", "times"), [(ActionRephrase, 1), (ActionMisunderstood, 2)])
def test_who_cannot_follow_gets_easier_words_from_that_very_answer_on(action: type[DuwtjeAction], times: int) -> None:
    people = People()
    answer = play(action, people, Said("huh", before=lost(times, "action_rephrase")))
    assert answer.said[0] == "easy_from_now"
    assert {message.get("register") for message in answer.messages} == {"easy"}
    assert people.learner.register is Register.EASY


def test_who_asked_for_ordinary_words_keeps_them() -> None:
    people = People(manner=Manner(easy=False))
    answer = play(ActionRephrase, people, Said("huh", before=lost(3)))
    assert "easy_from_now" not in answer.said
    assert people.learner.register is Register.JE


def test_one_misunderstanding_changes_nothing() -> None:
    people = People()
    play(ActionMisunderstood, people, Said("grmbl"))
    play(ActionRephrase, people, Said("wat?"))
    assert people.learner.manner == Manner()


def test_an_answer_to_a_nudge_may_go_into_the_logbook() -> None:
    answer = play(ActionMisunderstood, People(), Said("van mijn oma", open_nudge="x"))
    assert answer.said == ["ask_keep_remark"]
    assert answer.slots == {"remark": "van mijn oma"}


def test_a_limit_in_passing_narrows_the_search() -> None:
    people = People(wish="hout")
    answer = play(ActionMisunderstood, people, Said("10 minuten", slots={"limits": {"price": 0}}))
    assert answer.slots["limits"] == {"price": 0, "minutes": 10}
    assert play(ActionMisunderstood, people, Said("iets ronds", slots={})).said != ["suggestions_3"]
    assert play(ActionMisunderstood, people, Said("is er iets goedkoper")).slots["limits"] == {"price": 0}


def test_a_topic_that_is_heard_is_offered_as_a_wish() -> None:
    answer = play(ActionMisunderstood, People(wish="hout"), Said("ik zit in de tuin"))
    assert answer.said == ["ask_topic"]
    assert answer.value("buttons")[0] == {"title": "Ja, graag", "payload": '/give_wish{"interest": "tuin en planten"}'}
    assert answer.slots == {"remark": "tuin en planten"}


def test_grief_is_not_misunderstood() -> None:
    assert play(ActionMisunderstood, People(), Said("mijn man is overleden")).said == ["sorry_to_hear"]


def calmed(answers: list[str]) -> list[dict[str, Any]]:
    said = [{"event": "bot", "metadata": {"utter_action": f"utter_{name}"}} for name in answers]
    return [event for one in said for event in ({"event": "user", "text": "kutbot"}, one)]


def test_insults_in_a_row_end_at_a_human_or_a_rest_and_never_go_round() -> None:
    heard: list[str] = []
    for _ in range(6):
        answer = play(ActionStayCalm, People(), Said("kutbot", "insult", before=calmed(heard), loop="wish_form"))
        heard += answer.said
    assert heard == ["calm", "calm", "ask_rest_or_human", "rest", "rest", "rest"]
    assert answer.left


def test_an_insult_after_something_else_is_the_first_again() -> None:
    before = [
        *calmed(["calm", "calm"]),
        {"event": "user", "text": "koken"},
        {"event": "bot", "metadata": {"utter_action": "utter_wish_kept"}},
    ]
    assert play(ActionStayCalm, People(), Said("kutbot", "insult", before=before)).said == ["calm"]
