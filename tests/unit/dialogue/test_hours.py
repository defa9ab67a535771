"""People tell the hours of their shifts, see them, change them and have them forgotten."""

from datetime import time

import pytest

from bot.dialogue.ports import RasaReply
from bot.learners.hours import Hours
from bot.learners.models import Group, Shift
from bot.messages import Button
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.dialogue.scene import TEXTS, Scene

LATE = "mijn late dienst is van 14:30 tot 11 uur 's avonds"


@pytest.fixture
def scene(store: Store, clock: StoppedClock) -> Scene:
    scene = Scene(store, clock)
    scene.welcome()
    return scene


def test_hours_are_told_back_and_kept_and_rasa_is_not_asked(scene: Scene) -> None:
    told = TEXTS("work_hours_laat", start="14.30", end="23.00")
    assert scene.say(LATE) == [TEXTS("work_kept", told=told, forget=TEXTS("work_forget_work"))]
    assert scene.rasa.heard == []
    learner = scene.learner()
    assert (learner.nudges.shift, learner.nudges.hours) == (Shift.LAAT, (Hours(Shift.LAAT, time(14, 30), time(23)),))
    assert learner.groups == {Group.WERKEND}


def test_who_gets_nudges_hears_when_they_come_and_why(scene: Scene) -> None:
    scene.profile.choose_nudges(scene.learner().id)
    assert scene.say(LATE)[0].endswith(TEXTS("hours_then_late", start="10.00", end="14.00"))
    assert scene.say("mijn nachtdienst is van 23 tot 7")[0].endswith(TEXTS("hours_then", start="14.30", end="15.30"))
    assert scene.say("ik werk van 9 tot 5")[0].endswith(TEXTS("hours_then", start="17.30", end="19.30"))
    assert scene.say("ik werk van 8 tot 20")[0].endswith(TEXTS("hours_then_never"))


def test_who_works_at_night_hears_that_they_may_sleep(scene: Scene) -> None:
    scene.profile.choose_nudges(scene.learner().id)
    assert scene.say("ik werk van 23 tot 7 uur")[0].endswith(TEXTS("hours_then_night", start="15.30", end="19.30"))


def test_two_shifts_are_both_kept_and_change(scene: Scene) -> None:
    scene.say("mijn vroege dienst is van 6 tot 2")
    scene.say(LATE)
    nudges = scene.learner().nudges
    assert (nudges.shift, [one.shift for one in nudges.hours]) == (Shift.WISSELEND, [Shift.VROEG, Shift.LAAT])


def test_hours_without_a_shift_are_all_there_is(scene: Scene) -> None:
    scene.say("mijn vroege dienst is van 6 tot 2")
    scene.say(LATE)
    scene.say("ik werk van 7 tot 3")
    nudges = scene.learner().nudges
    assert (nudges.shift, nudges.hours) == (Shift.VROEG, (Hours(Shift.VROEG, time(7), time(15)),))


def test_hours_by_day_end_the_shifts(scene: Scene) -> None:
    scene.say(LATE)
    scene.say("ik werk van 9 tot 5")
    nudges = scene.learner().nudges
    assert (nudges.shift, nudges.hours) == (None, (Hours(None, time(9), time(17)),))
    scene.say("ik heb late diensten")
    assert (scene.learner().nudges.shift, scene.learner().nudges.hours) == (Shift.LAAT, ())


@pytest.mark.parametrize("typed", ["mijn late dienst is van 25 tot 3", "ik werk van 25 tot 3", "ik begin om 7"])
def test_hours_that_cannot_be_get_a_question_and_change_nothing(scene: Scene, typed: str) -> None:
    assert scene.say(typed) == [TEXTS("hours_unclear")]
    assert scene.learner().nudges.hours == ()
    assert scene.say("van 7 tot 3")[0].startswith("Dat onthoud ik")
    assert scene.learner().nudges.hours == (Hours(Shift.VROEG, time(7), time(15)),)


def test_they_are_shown_changed_and_forgotten(scene: Scene) -> None:
    assert scene.say("mijn diensten") == [TEXTS("hours_none")]
    scene.say("van 7 tot 3")
    assert TEXTS("work_hours_vroeg", start="7.00", end="15.00") in scene.say("mijn diensten")[0]
    scene.say("mijn vroege dienst is tot half 4")
    assert TEXTS("work_hours_vroeg", start="7.00", end="15.30") in scene.say("wat weet je van mij")[0]
    scene.say("mijn diensten")
    assert scene.press(TEXTS("overview_forget_work")) == [TEXTS("work_forgotten")]
    assert (scene.learner().nudges.shift, scene.learner().nudges.hours) == (None, ())


def test_the_rest_of_a_message_still_reaches_rasa(scene: Scene) -> None:
    heard = scene.say("ik werk van 7 tot 3 en wil leren lassen")
    assert heard[0] == "Je zei: ik werk van 7 tot 3 en wil leren lassen"
    assert heard[1].startswith("Dat onthoud ik")


def test_under_the_question_when_nudges_may_come_they_are_an_answer(scene: Scene) -> None:
    scene.rasa.script = lambda message: [RasaReply("Wanneer?", (Button("Ochtend", '/change_moment{"moment": "ochtend"}'),))]
    scene.say("stuur me duwtjes")
    assert scene.say(LATE)[1:] == ["Wanneer?"]


def test_the_same_again_is_confirmed_again(scene: Scene) -> None:
    assert scene.say(LATE) == scene.say(LATE)


def test_they_are_exported_and_erased(scene: Scene) -> None:
    scene.say(LATE)
    learner_id = scene.learner().id
    assert scene.rights.export(learner_id)["learners"][0]["hours"] == "laat 14:30-23:00"
    scene.rights.erase(learner_id)
    assert scene.rights.export(learner_id) == {}
