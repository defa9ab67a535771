"""A stop that may last for a while only: nothing is sent, and the person says which of the two it is."""

from datetime import timedelta

import pytest

from bot.learners.models import NudgeState
from tests.unit.dialogue.scene import TEXTS, Scene

HELD = [TEXTS("hold_done")]


def with_nudges(scene: Scene) -> Scene:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    return scene


@pytest.mark.parametrize("typed", ["stop even", "even stoppen", "stop maar even", "Ff stoppen graag", "stop deze maand met sturen"])
def test_a_stop_for_a_while_sends_nothing_more_and_asks_which_it_is(scene: Scene, typed: str) -> None:
    assert with_nudges(scene).say(typed) == HELD
    nudges = scene.learner().nudges
    assert (nudges.state, nudges.paused_until) == (NudgeState.PAUSED, None)
    assert scene.nudges.replanned == [scene.learner().id]


@pytest.mark.parametrize("typed", ["stop", "stop maar", "stop nu", "stop voorgoed", "wil je me even uitschrijven"])
def test_a_plain_stop_is_done_without_a_question(scene: Scene, typed: str) -> None:
    assert with_nudges(scene).say(typed) == [TEXTS("stop_done")]


def test_then_a_pause_is_one_button_away(scene: Scene) -> None:
    with_nudges(scene).say("stop even")
    assert scene.press(TEXTS("hold_pause")) == [TEXTS("pause_done", until="woensdag 1 april")]


def test_then_a_stop_is_one_button_away(scene: Scene) -> None:
    with_nudges(scene).say("stop even")
    assert scene.press(TEXTS("hold_stop")) == [TEXTS("stop_done")]
    assert scene.learner().nudges.state is NudgeState.STOPPED


def test_the_pause_lasts_as_long_as_was_said(scene: Scene) -> None:
    assert with_nudges(scene).say("stop een week met appen") == HELD
    assert scene.press(TEXTS("hold_pause")) == [TEXTS("pause_done_until", until="maandag 9 maart")]


@pytest.mark.parametrize("typed", ["stop een week", "stop even tot 9 maart"])
def test_a_stop_that_names_its_end_is_a_pause(scene: Scene, typed: str) -> None:
    assert with_nudges(scene).say(typed) == [TEXTS("pause_done_until", until="maandag 9 maart")]


def test_a_length_may_be_typed_instead(scene: Scene) -> None:
    with_nudges(scene).say("stop even")
    assert scene.say("1 week") == [TEXTS("pause_done_until", until="maandag 9 maart")]


def test_who_gets_no_nudges_is_not_asked_about_them(scene: Scene) -> None:
    scene.welcome()
    assert scene.say("stop even") == [TEXTS("stop_done")]


def test_reminders_are_held_back_too_and_come_with_the_end(scene: Scene) -> None:
    with_nudges(scene)
    learner_id, tomorrow = scene.learner().id, scene.clock() + timedelta(days=1)
    with scene.store.work() as work:
        work.reminders.add(learner_id, "de tandarts", tomorrow, scene.clock())
    scene.say("stop even")
    scene.clock.advance(days=2)
    with scene.store.work() as work:
        assert work.reminders.due(scene.clock(), 10) == []
