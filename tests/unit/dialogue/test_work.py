"""What people say about their work is kept, told back once, and forgotten when they ask."""

import pytest

from bot.dialogue.ports import RasaReply
from bot.learners.models import Group, Shift
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.dialogue.scene import TEXTS, Scene


@pytest.fixture
def scene(store: Store, clock: StoppedClock) -> Scene:
    scene = Scene(store, clock)
    scene.welcome()
    return scene


def test_it_is_told_back_once_and_the_talk_goes_on(scene: Scene) -> None:
    kept = TEXTS("work_kept", told=TEXTS("work_group_zzp"), forget=TEXTS("work_forget_work"))
    assert scene.say("ik ben zzp'er") == ["Je zei: ik ben zzp'er", kept]
    assert scene.say("ik ben zzp'er") == ["Je zei: ik ben zzp'er"]
    assert scene.learner().groups == {Group.ZZP}


def test_it_is_told_before_what_we_ask_so_that_they_can_answer_that(scene: Scene) -> None:
    scene.rasa.script = lambda message: [RasaReply("Mooi."), RasaReply("Wanneer?")]
    first, kept, question = scene.say("ik ben zzp'er")
    assert (first, question) == ("Mooi.", "Wanneer?")
    assert TEXTS("work_group_zzp") in kept


def test_of_a_question_nothing_is_kept(scene: Scene) -> None:
    assert scene.say("Ziet mijn baas dit?") == ["Je zei: Ziet mijn baas dit?"]
    assert scene.learner().groups == frozenset()


def test_shifts_are_kept_with_the_wish_for_a_moment(scene: Scene) -> None:
    assert scene.say("ik werk in ploegen")[-1].startswith(f"Dat onthoud ik: {TEXTS('work_shift_wisselend')}.")
    assert scene.learner().nudges.shift is Shift.WISSELEND
    assert scene.learner().groups == {Group.WERKEND}


def test_it_stands_in_the_overview_with_a_button_that_forgets_it(scene: Scene) -> None:
    scene.say("ik ben 64 jaar")
    known, _ = scene.say("wat weet je van mij")
    assert TEXTS("overview_work", told=TEXTS("work_group_zestig_plus")) in known
    assert scene.press(TEXTS("overview_forget_work")) == [TEXTS("work_forgotten")]
    assert scene.learner().groups == frozenset()


def test_typing_forgets_it_too(scene: Scene) -> None:
    scene.say("ik werk in de bouw")
    assert scene.say("vergeet mijn werk") == [TEXTS("work_forgotten")]
    assert scene.learner().groups == frozenset()
