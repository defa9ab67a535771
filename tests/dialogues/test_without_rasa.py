"""Rasa is killed, for real: what works without it, and what happens to what was said meanwhile."""

import pytest

from bot.errors import UnknownLearner
from bot.language.saying.texts import load_texts
from bot.learners.models import NudgeState
from tests.dialogues.person import Person
from tests.dialogues.stage import Stage
from tests.dialogues.test_nudge_in_form import plain

pytestmark = pytest.mark.engine

TEXTS = load_texts()
IN_THE_BREAK = "In de pauze"


def test_while_rasa_is_dead_rights_and_nudges_work_and_later_everything_is_answered_in_order(engine_stage: Stage) -> None:
    service = engine_stage.services.conversation
    anna, boris = Person(engine_stage), Person(engine_stage)
    anna.say("/start")
    buttons = anna.nudge()
    with engine_stage.without_rasa():
        assert anna.say("iets met hout") == [TEXTS("engine_down")]
        assert anna.say("of met koken") == []
        assert anna.press(buttons[plain(buttons)].label) == [buttons[plain(buttons)].then.say]
        assert anna.say("help") == [TEXTS("help")]
        assert "0800" in anna.say("ik wil een mens")[0]
        assert anna.say("nie chcę żyć")[1:] == [TEXTS("crisis_help"), TEXTS("crisis_rest")]
        assert anna.say("wis alles") == [TEXTS("erase_ask")]
        assert anna.press(TEXTS("erase_no")) == [TEXTS("erase_cancelled")]
        assert boris.say("stop") == [TEXTS("stop_done")]
        assert boris.learner.nudges.state is NudgeState.STOPPED
        boris.say("hallo")
        boris.say("wis alles")
        assert boris.press(TEXTS("erase_yes")) == [TEXTS("erase_done")]
        service.recover()
        assert anna.heard() == []
    service.recover()
    answers = "\n".join(anna.heard())
    assert 0 <= answers.lower().find("hout") < answers.lower().find("koken")
    assert boris.heard() == []


def planning(stage: Stage) -> Person:
    """Return somebody who is being asked when they will do it."""
    person = Person(stage)
    for words in ("/start", "iets met hout", "de eerste"):
        person.say(words)
    return person


def test_in_the_middle_of_a_form_a_button_waits_for_rasa_and_a_stop_does_not(engine_stage: Stage) -> None:
    service = engine_stage.services.conversation
    anna, boris, carla = planning(engine_stage), planning(engine_stage), planning(engine_stage)
    with engine_stage.without_rasa():
        assert anna.press(IN_THE_BREAK) == [TEXTS("engine_down")]
        assert boris.press(IN_THE_BREAK) == [TEXTS("engine_down")]
        assert boris.say("stop") == [TEXTS("stop_done")]
        assert carla.press(IN_THE_BREAK) == [TEXTS("engine_down")]
        assert carla.say("wis alles") == [TEXTS("erase_ask")]
        assert carla.press(TEXTS("erase_yes")) == [TEXTS("erase_done")]
    service.recover()
    plan = engine_stage.services.plans.newest(anna.learner.id)
    assert plan is not None
    assert plan.moment == "in de pauze"
    assert any("pauze" in text.casefold() for text in anna.heard())
    # What was pressed before a stop is not done after it, and the form is gone.
    assert boris.heard() == []
    assert engine_stage.services.plans.newest(boris.learner.id) is None
    boris.say("koken")
    assert boris.learner.wish == "koken"
    with pytest.raises(UnknownLearner):
        _ = carla.learner
