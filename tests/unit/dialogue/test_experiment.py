"""Leaving the experiment with choosing nudges in the chat, and coming back."""

import pytest

from tests.unit.dialogue.scene import TEXTS, Scene

OUT, IN = "ik doe niet mee aan de proef", "ik wil toch meedoen aan de proef"


@pytest.fixture
def trial(scene: Scene) -> Scene:
    scene.welcome()
    scene.nudges.part = True
    return scene


def test_leaving_is_done_at_once_and_rasa_is_not_asked(trial: Scene) -> None:
    assert trial.say(OUT) == [TEXTS("experiment_left")]
    assert trial.nudges.part is False
    assert trial.rasa.heard == []


def test_it_works_while_rasa_is_down(trial: Scene) -> None:
    trial.rasa.down = True
    assert trial.say("stop met de proef") == [TEXTS("experiment_left")]


def test_coming_back_is_as_easy(trial: Scene) -> None:
    trial.say(OUT)
    assert trial.press(TEXTS("experiment_join")) == [TEXTS("experiment_joined")]
    assert trial.nudges.part is True
    assert trial.press(TEXTS("experiment_leave")) == [TEXTS("experiment_left")]
    assert trial.say(IN) == [TEXTS("experiment_joined")]


def test_where_there_is_no_experiment_people_hear_so(scene: Scene) -> None:
    scene.welcome()
    assert scene.say(OUT) == [TEXTS("experiment_none_left")]
    assert scene.say(IN) == [TEXTS("experiment_none")]


def test_what_we_know_tells_of_the_experiment_only_where_there_is_one(trial: Scene) -> None:
    assert TEXTS("overview_in_experiment") in trial.say("wat weet je van mij")
    assert trial.press(TEXTS("experiment_leave")) == [TEXTS("experiment_left")]
    assert TEXTS("overview_outside_experiment") in trial.say("wat weet je van mij")
    trial.nudges.part = None
    assert not {TEXTS("overview_in_experiment"), TEXTS("overview_outside_experiment")} & set(trial.say("wat weet je van mij"))


def test_the_very_first_words_may_ask_it(scene: Scene) -> None:
    scene.nudges.part = True
    assert scene.say(OUT)[0] == TEXTS("experiment_left")
