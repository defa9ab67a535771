import pytest

from bot.registers import Register
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.dialogue.scene import TEXTS, Scene


@pytest.fixture
def scene(store: Store, clock: StoppedClock) -> Scene:
    return Scene(store, clock)


def test_who_says_u_is_answered_with_u_from_that_message_on(scene: Scene) -> None:
    scene.say("Wat kunt u voor mij doen?")
    assert scene.learner().register is Register.U
    assert {heard.metadata.get("register") for heard in scene.rasa.heard} == {"u"}


def test_rasa_hears_of_no_register_when_it_is_the_usual_one(scene: Scene) -> None:
    scene.say("iets met hout")
    assert all("register" not in heard.metadata for heard in scene.rasa.heard)


def test_a_right_asked_with_u_is_answered_with_u(scene: Scene) -> None:
    scene.welcome()
    assert TEXTS.speaking(Register.U)("overview_manner_u") in scene.say("wat weet u van mij")[0]


def test_easy_words_are_promised_and_the_question_comes_again(scene: Scene) -> None:
    scene.welcome()
    heard = scene.say("ik snap het niet, kan het makkelijker?")
    assert heard[0] == TEXTS("manner_easy")
    assert scene.rasa.messages == ["/ask_rephrase"]
    assert scene.rasa.heard[0].metadata == {"register": "easy"}


def test_easy_words_need_no_rasa(scene: Scene) -> None:
    scene.welcome()
    scene.rasa.down = True
    assert scene.say("makkelijker") == [TEXTS("manner_easy")]
    assert scene.say("gewone taal") == [TEXTS("manner_ordinary")]
    assert scene.learner().register is Register.JE


def test_somebody_may_begin_with_it(scene: Scene) -> None:
    heard = scene.say("praat makkelijker aub")
    assert heard[0] == TEXTS("manner_easy")
    assert scene.rasa.messages == ["/start_conversation"]


def test_je_is_asked_for_once_and_kept(scene: Scene) -> None:
    scene.welcome()
    scene.say("Heeft u iets met hout?")
    assert scene.say("zeg maar je") == [TEXTS("manner_je")]
    scene.say("Kunt u dat nog eens zeggen?")
    assert scene.learner().register is Register.JE


def test_doing_something_plainly_is_no_wish_about_words(scene: Scene) -> None:
    scene.welcome()
    scene.say("doe maar gewoon")
    assert scene.rasa.messages == ["doe maar gewoon"]


def test_a_button_says_nothing_about_how_somebody_speaks(scene: Scene) -> None:
    scene.welcome()
    scene.nudge(titles=["Heeft u tijd?"])
    scene.press("Heeft u tijd?")
    assert scene.learner().register is Register.JE
