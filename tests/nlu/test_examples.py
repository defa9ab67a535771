"""The example sentences themselves."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import pytest
import yaml

from tests.nlu.likeness import near
from tests.nlu.sentences import ROOT, Sentence
from tests.nlu.splits import all_held_out, calibration, examples, held_out, rehearsal, too_like
from tests.nlu.told import READERS

LEARNED, HELD, REHEARSED = examples(), all_held_out(), rehearsal()
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))


def test_no_example_nearly_repeats_a_held_out_sentence() -> None:
    # By count: whoever mends this (python -m tests.nlu.splits) had better not read them.
    assert len(too_like(HELD)) == 0


def test_what_is_measured_was_not_learned_from() -> None:
    assert len(list(near((*calibration(), *held_out()), LEARNED))) == 0


def test_what_settings_are_chosen_on_is_not_measured_on() -> None:
    assert {each.folded for each in calibration()}.isdisjoint(each.folded for each in held_out())
    assert len(held_out()) >= 1500


@pytest.mark.parametrize("sentences", [LEARNED, HELD], ids=["learned", "held out"])
def test_no_sentence_stands_there_twice(sentences: Sequence[Sentence]) -> None:
    times = Counter(each.folded for each in sentences)
    assert [text for text, count in times.items() if count > 1] == []


def test_every_intent_has_enough_sentences() -> None:
    count = Counter(each.intent for each in LEARNED)
    assert len(count) >= 30
    assert {intent: n for intent, n in count.items() if n < 40} == {}


def test_every_learned_intent_is_measured_on_sentences_enough() -> None:
    # Whatever is learned: an intent that only buttons have is not.
    measured = Counter(each.intent for each in held_out())
    assert {intent: measured[intent] for intent in {each.intent for each in LEARNED} if measured[intent] < 10} == {}


def test_what_is_learned_and_measured_is_what_the_domain_declares() -> None:
    said_by_the_product = {"start_conversation", "leave_form", "answer_money", "find_desk"}
    declared = {next(iter(each)) if isinstance(each, dict) else each for each in DOMAIN["intents"]}
    assert {each.intent for each in LEARNED} == declared - said_by_the_product
    assert {each.intent for each in (*HELD, *REHEARSED)} <= {each.intent for each in LEARNED}


def test_annotations_are_closed_and_declared() -> None:
    declared = {*DOMAIN["entities"], *READERS}
    everything = (*LEARNED, *HELD, *REHEARSED)
    broken = [each.text for each in everything if {kind for kind, _, _ in each.entities} - declared or {"[", "]"} & set(each.text)]
    assert broken == []


def test_an_entity_is_learned_from_many_sentences() -> None:
    marked: dict[str, int] = defaultdict(int)
    for sentence in LEARNED:
        for kind, _, _ in sentence.entities:
            marked[kind] += 1
    assert {kind: marked[kind] for kind in ("interest", "moment") if marked[kind] < 20} == {}
