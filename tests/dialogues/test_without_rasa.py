"""Rasa is killed, for real: what works without it, and what happens to what was said meanwhile."""

import pytest

from bot.language.texts import load_texts
from bot.learners.models import NudgeState
from tests.dialogues.person import Person
from tests.dialogues.stage import Stage
from tests.dialogues.test_nudge_in_form import plain

pytestmark = pytest.mark.engine

TEXTS = load_texts()


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
