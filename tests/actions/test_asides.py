"""What is said beside the question is answered, whatever Rasa made of it, and the question stays."""

import pytest

from actions.asides import ANSWERS
from actions.misunderstood import ActionMisunderstood
from actions.money import ActionTellMoneyHelp
from actions.nudges import ActionTellWhy
from actions.smalltalk import ActionNotMine, ActionSay
from actions.turns.base import DuwtjeAction
from actions.wish import ActionGiveWish, ValidateWishForm
from bot.language.person.asides import LISTS
from tests.actions.play import Said, play
from tests.actions.twins import People


@pytest.mark.parametrize(
    ("action", "text", "intent", "said"),
    [
        (ActionSay, "jullie luisteren niet", "ask_privacy", ["not_heard", "ask_rephrased_wish"]),
        (ActionGiveWish, "me dogter tiept dit", "give_wish", ["typed_along"]),
        (ActionTellWhy, "wat heb ik er aan", "ask_why", ["what_use"]),
        (ActionMisunderstood, "wat is cursus", "nlu_fallback", ["meaning_cursus"]),
        (ActionGiveWish, "ik ben 64 jaar", "give_wish", ["any_age"]),
        (ActionMisunderstood, "ff snel zit in de bus", "nlu_fallback", ["heard_out"]),
        (ActionNotMine, "me baas is een klootzak", "out_of_scope", ["feeling_angry"]),
        (ActionGiveWish, "Geachte heer, mijn naam is Gerda", "give_wish", ["nice_to_meet"]),
    ],
)
def test_it_is_answered_and_never_becomes_the_wish(action: type[DuwtjeAction], text: str, intent: str, said: list[str]) -> None:
    message = Said(text, intent, 0.45, loop="wish_form", slots={"requested_slot": "wish"})
    assert play(ValidateWishForm, People(), message).slots == {}
    answer = play(action, People(), message)
    assert answer.said == said
    assert not answer.left


def test_every_aside_has_an_answer() -> None:
    assert set(ANSWERS) == set(LISTS)


def test_what_others_typed_is_small_talk_as_before() -> None:
    assert play(ActionSay, People(), Said("dank je wel", "thank")).said == ["you_are_welcome"]


@pytest.mark.parametrize(("loop", "slot"), [("log_form", "log_line"), ("reminder_form", "reminder_about")])
def test_who_writes_something_down_may_write_anything(loop: str, slot: str) -> None:
    said = Said("wat heb ik er aan", "nlu_fallback", 0.4, loop=loop, slots={"requested_slot": slot})
    assert "what_use" not in play(ActionMisunderstood, People(), said).said


def test_who_has_to_go_is_let_go() -> None:
    answer = play(
        ActionNotMine,
        People(),
        Said("sorry moet weg baby huilt", "out_of_scope", 0.9, loop="nudges_form", slots={"requested_slot": "nudges"}),
    )
    assert (answer.said, answer.left) == (["not_now"], True)


def test_a_place_that_is_told_in_passing_is_looked_near() -> None:
    people = People(wish="hout")
    assert "place_kept" in play(ActionNotMine, people, Said("ik wonen in Assen", "out_of_scope", 0.9)).said
    assert people.suggestions.wanted[-1].place == "Assen"


def test_who_pays_us_is_another_question_than_who_pays_a_course() -> None:
    assert play(ActionTellMoneyHelp, People(), Said("wie betaalt jou", "ask_money_help")).said == ["no_adverts"]
    assert play(ActionTellMoneyHelp, People(), Said("wie betaalt dat", "ask_money_help")).said == ["money_guide"]
