"""Every right works in every state, in words from the lists of all languages."""

import random
from collections.abc import Callable, Iterator

import pytest

from bot.language.safety.lists import read_rights
from bot.language.safety.words import Right
from bot.language.words.phrases import expand
from tests.unit.dialogue.scene import Scene
from tests.unit.dialogue.test_rights import STATES, answer_to


def after_despair(scene: Scene) -> None:
    scene.welcome()
    scene.say("ik wil dood")


def stopped(scene: Scene) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    scene.say("stop")


def asked_whether_all_is_well(scene: Scene) -> None:
    scene.welcome()
    scene.say("mijn arm tintelt de hele dag")


MORE_STATES = [*STATES, after_despair, stopped, asked_whether_all_is_well]


def drawn(right: Right, state: str) -> Iterator[str]:
    """Yield words for ``right`` in each language: always the same for one state, others for the next."""
    chance = random.Random(f"{right} {state}")  # noqa: S311  # repeatable, not secret
    for patterns in read_rights()["rights"][right].values():
        yield chance.choice(expand(chance.choice(patterns)))


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize("state", MORE_STATES)
def test_a_right_is_heard_in_every_language_whatever_went_before(scene: Scene, state: Callable[[Scene], None], right: Right) -> None:
    state(scene)
    for words in drawn(right, state.__name__):
        scene.clock.advance(minutes=20)
        answer = scene.say(words)[-1]
        assert answer == answer_to(right, scene), words
