"""Nudges and conversation together: the real services, from a due row to an answer."""

from dataclasses import replace

import pytest

from bot.catalogue.interests import load_interests
from bot.dialogue.assembly import make_conversation, make_outlet
from bot.dialogue.ports import RasaReply
from bot.learners.models import NudgeState
from bot.messages import Address
from bot.nudges.service import NudgeService
from tests.unit.dialogue.scene import TEXTS, Scene
from tests.unit.nudges.makers import a_script, shelve


@pytest.fixture
def nudges(any_scene: Scene) -> NudgeService:
    """The real service, sending through the real outlet; the person wants nudges and one script is live."""
    outlet = make_outlet(any_scene.store.work, any_scene.clock, {"memory": any_scene.channel}, any_scene.rights)
    service = NudgeService(any_scene.store.work, any_scene.clock, outlet)
    any_scene.parts = replace(any_scene.parts, nudges=service, label=load_interests().label)
    any_scene.service = make_conversation(any_scene.parts)
    shelve(any_scene.store, [a_script()])
    any_scene.welcome()
    any_scene.profile.choose_nudges(any_scene.learner().id)
    return service


def let_one_come(scene: Scene, nudges: NudgeService) -> str:
    for _ in range(24 * 15):
        nudges.plan_missing()
        nudges.send_due()
        heard = scene.heard()
        if heard:
            return heard[0]
        scene.clock.advance(hours=1)
    raise AssertionError("no nudge came in two weeks")


def test_a_planned_nudge_arrives_and_a_typed_answer_counts(any_scene: Scene, nudges: NudgeService) -> None:
    assert let_one_come(any_scene, nudges) == "Wat lukte er vandaag?"
    assert nudges.open_nudge(any_scene.learner().id)
    assert any_scene.say("niet nu")[0] == "Prima."
    assert nudges.open_nudge(any_scene.learner().id) is None


def test_a_button_hands_over_to_rasa_with_the_topic_in_words(any_scene: Scene, nudges: NudgeService) -> None:
    let_one_come(any_scene, nudges)
    any_scene.press("Ja")
    label = load_interests().label("hout")
    assert any_scene.rasa.messages == [f'/ask_suggestion{{"interest": "{label}"}}']
    assert "hout" in load_interests().tags_in(label)


def test_a_second_no_is_answered_with_an_offer_of_fewer_and_a_third_is_not(any_scene: Scene, nudges: NudgeService) -> None:
    let_one_come(any_scene, nudges)
    assert any_scene.press("Niet nu") == ["Prima."]
    any_scene.clock.advance(days=8)
    let_one_come(any_scene, nudges)
    assert any_scene.press("Niet nu") == ["Prima.", TEXTS("nudge_fewer")]
    assert any_scene.press(TEXTS("nudge_fewer_yes")) is not None
    assert any_scene.rasa.messages[-1] == '/change_frequency{"frequency": "minder vaak"}'
    any_scene.clock.advance(days=8)
    let_one_come(any_scene, nudges)
    assert any_scene.press("Niet nu") == ["Prima."]


def test_stop_under_a_nudge_stops(any_scene: Scene, nudges: NudgeService) -> None:
    let_one_come(any_scene, nudges)
    assert any_scene.press("Stop maar") == ["Is goed."]
    assert any_scene.learner().nudges.state is NudgeState.STOPPED


def test_other_words_reach_rasa_with_the_script_they_are_about(any_scene: Scene, nudges: NudgeService) -> None:
    let_one_come(any_scene, nudges)
    any_scene.say("ik heb mijn fiets gemaakt")
    assert any_scene.rasa.heard[-1].metadata == {"open_nudge": "iets-kleins"}


def test_a_nudge_on_request_can_be_answered(any_scene: Scene, nudges: NudgeService) -> None:
    any_scene.rasa.script = lambda message: [RasaReply(effect="nudge_now")]
    assert any_scene.say("geef me nu een duwtje") == ["Wat lukte er vandaag?"]
    assert any_scene.press("Niet nu") == ["Prima."]


def test_when_and_why_can_be_asked(any_scene: Scene, nudges: NudgeService) -> None:
    let_one_come(any_scene, nudges)
    any_scene.rasa.script = lambda message: [RasaReply(effect=message)]
    [why] = any_scene.say("why")
    assert why.startswith(TEXTS("why_plain", since=TEXTS("why_since", day="maandag 2 maart"), days=7))
    assert any_scene.say("next_nudge")[0].startswith("Je volgende duwtje komt rond ")


def test_a_blocked_chat_stops_the_nudges(any_scene: Scene, nudges: NudgeService) -> None:
    any_scene.rights.blocked(Address("memory", "me"))
    with pytest.raises(AssertionError, match="no nudge"):
        let_one_come(any_scene, nudges)
