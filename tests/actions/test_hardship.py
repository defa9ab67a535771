"""Who goes on telling right after words of danger is asked nothing; who has no work hears of the people for that."""

import pytest

from actions.barriers import ActionFeelUnsure, ActionNoTime
from actions.misunderstood import ActionMisunderstood
from actions.welcome import ActionSayGoodbye
from actions.wish import ActionAskWish, ActionGiveWish
from bot.learners.models import Group
from tests.actions.play import Said, play
from tests.actions.twins import People

NO_WORK = {"groups": frozenset({Group.ZONDER_WERK})}


@pytest.mark.parametrize("after", ["crisis", "violence"])
@pytest.mark.parametrize("text", ["ik ben overspannen en mijn man is weg", "alles is te veel"])
def test_after_words_of_danger_nothing_is_asked_or_kept(after: str, text: str) -> None:
    people = People()
    assert play(ActionNoTime, people, Said(text, "no_time", loop="wish_form", after=after)).said == ["numbers_stay"]
    assert play(ActionAskWish, people, Said(text, "no_time", loop="wish_form", after=after)).said == []
    assert people.learner.barrier is None


def test_it_stays_so_while_they_go_on() -> None:
    assert play(ActionMisunderstood, People(), Said("het is gewoon zo", asked=["numbers_stay"])).said == ["numbers_stay"]


def test_a_wish_after_words_of_danger_is_a_wish() -> None:
    people = People()
    play(ActionGiveWish, people, Said("ik wil iets met hout", "give_wish", after="crisis"))
    assert people.learner.wish is not None


def test_after_help_with_debts_the_talk_goes_on() -> None:
    assert "numbers_stay" not in play(ActionMisunderstood, People(), Said("en nu", after="debt")).said


def test_not_being_wanted_is_about_work_for_who_has_none() -> None:
    text = "ze willen me toch niet meer"
    assert play(ActionFeelUnsure, People(**NO_WORK), Said(text, "feel_unsure")).said == ["unwanted"]
    assert "unwanted" not in play(ActionFeelUnsure, People(), Said(text, "feel_unsure")).said


def test_work_at_night_is_no_farewell() -> None:
    assert play(ActionSayGoodbye, People(), Said("ik werk nacht", "goodbye")).said == ["what_now"]
    assert play(ActionSayGoodbye, People(), Said("tot later, ik werk vandaag", "goodbye")).said == ["goodbye"]
