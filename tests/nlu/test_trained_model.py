"""The trained model, on sentences it never saw. Floors lie a little under docs/reference/nlu.md."""

from collections import Counter
from collections.abc import Mapping

import pytest

from bot.language.safety.lists import load_safety
from tests.nlu.noise import KINDS
from tests.nlu.score import Score, score
from tests.nlu.sentences import Sentence
from tests.nlu.splits import held_out
from tests.nlu.understanding import Understood, understand

pytestmark = [pytest.mark.engine, pytest.mark.timeout(900)]

OPEN_WORDS = [
    ("ik wil iets met hout", "interest", ["hout"]),
    ("ik wil leren koken", "interest", ["koken"]),
]


# The noisy ways are measured on fewer sentences: reading takes time.
EVERY = {"clean": 1, "typos": 5, "by ear": 5, "plain": 5}
FLOORS = {"clean": 0.8, "typos": 0.79, "by ear": 0.77, "plain": 0.8}


def sentences(kind: str) -> list[tuple[Sentence, str]]:
    """What was meant and how it is written."""
    return [(each, KINDS[kind](each.text)) for each in held_out()[:: EVERY[kind]]]


@pytest.fixture(scope="module")
def understood() -> Mapping[str, Understood]:
    """One process for all of them: loading the model takes longer than reading a thousand sentences."""
    written = [text for kind in KINDS for _, text in sentences(kind)]
    texts = list(dict.fromkeys([*written, *(text for text, _, _ in OPEN_WORDS)]))
    return dict(zip(texts, understand(texts), strict=True))


@pytest.fixture(scope="module")
def by_kind(understood: Mapping[str, Understood]) -> Mapping[str, Score]:
    return {kind: score([each for each, _ in sentences(kind)], [understood[text] for _, text in sentences(kind)]) for kind in KINDS}


@pytest.fixture(scope="module")
def measured(by_kind: Mapping[str, Score]) -> Score:
    return by_kind["clean"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_best_guess_is_right_often_enough(by_kind: Mapping[str, Score], kind: str) -> None:
    assert by_kind[kind].accuracy >= FLOORS[kind]


def test_no_group_of_intents_is_left_behind(measured: Score) -> None:
    assert measured.macro_f1 >= 0.74


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_dialogue_acts_on_is_right_more_often_still(by_kind: Mapping[str, Score], kind: str) -> None:
    assert by_kind[kind].sure_and_right / by_kind[kind].sure >= FLOORS[kind] + 0.06


def test_it_does_not_hide_behind_the_fallback(measured: Score) -> None:
    assert measured.sure / measured.sentences >= 0.75


@pytest.mark.parametrize("right", ["stop_nudges", "pause_nudges", "ask_data", "export_data", "erase_data", "ask_human", "affirm", "deny"])
def test_rights_and_consent_are_never_weak(measured: Score, right: str) -> None:
    assert measured.intents[right].f1 >= 0.6


def test_consent_is_not_heard_where_it_was_not_given(measured: Score) -> None:
    assert measured.mixed_up["deny", "affirm"] == 0
    assert measured.mixed_up["not_now", "affirm"] == 0
    assert measured.mixed_up["refuse_learning", "affirm"] == 0


SAYS_NO = frozenset({"deny", "not_now", "refuse_learning", "stop_nudges", "pause_nudges"})
SWITCHES_ON = frozenset({"affirm", "start_nudges"})
"""What may switch nudges on without another question. Their end of a pause, when it was only heard by the model, is asked about first."""


def test_no_sentence_that_says_no_acts_as_a_yes_to_nudges(understood: Mapping[str, Understood]) -> None:
    reaches_rasa = (each for each in held_out() if each.intent in SAYS_NO and load_safety().classify(each.text) is None)
    acted = Counter(understood[each.text].intent for each in reaches_rasa)
    assert {intent: acted[intent] for intent in SWITCHES_ON} == dict.fromkeys(SWITCHES_ON, 0)


@pytest.mark.parametrize(("text", "kind", "values"), OPEN_WORDS)
def test_what_no_list_has_is_found(understood: Mapping[str, Understood], text: str, kind: str, values: list[str]) -> None:
    assert sorted(set(understood[text].values(kind))) == values
