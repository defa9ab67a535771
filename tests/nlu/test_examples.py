"""The example sentences themselves."""

from collections import Counter, defaultdict

import pytest
import yaml
from rapidfuzz import fuzz, process

from tests.nlu.sentences import EXAMPLES, HELD_OUT, ROOT, Sentence, read

NEAR = 95
"""From this likeness (0 to 100) on, two sentences are the same one."""

LEARNED, HELD = read(EXAMPLES), read(HELD_OUT)
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))


def test_no_held_out_sentence_was_learned_from() -> None:
    learned = [each.folded for each in LEARNED]
    found = [(held.text, hit) for held in HELD if (hit := process.extractOne(held.folded, learned, scorer=fuzz.ratio, score_cutoff=NEAR))]
    assert found == []


@pytest.mark.parametrize("sentences", [LEARNED, HELD], ids=["learned", "held out"])
def test_no_sentence_stands_there_twice(sentences: list[Sentence]) -> None:
    # What folds away entirely, such as a thumb, is compared as it is.
    times = Counter(each.folded or each.text for each in sentences)
    assert [text for text, count in times.items() if count > 1] == []


def test_every_intent_has_enough_sentences() -> None:
    count = Counter(each.intent for each in LEARNED)
    assert len(count) >= 30
    assert {intent: n for intent, n in count.items() if n < 40} == {}


def test_what_is_learned_and_measured_is_what_the_domain_declares() -> None:
    said_by_the_product = {"start_conversation", "leave_form"}
    declared = {next(iter(each)) if isinstance(each, dict) else each for each in DOMAIN["intents"]}
    assert {each.intent for each in LEARNED} == declared - said_by_the_product
    assert {each.intent for each in HELD} == {each.intent for each in LEARNED}


def test_annotations_are_closed_and_declared() -> None:
    declared = {next(iter(each)) if isinstance(each, dict) else each for each in DOMAIN["entities"]}
    broken = [each.text for each in (*LEARNED, *HELD) if {kind for kind, _, _ in each.entities} - declared or {"[", "]"} & set(each.text)]
    assert broken == []


def test_an_entity_is_learned_from_many_sentences() -> None:
    marked: dict[str, int] = defaultdict(int)
    for sentence in LEARNED:
        for kind, _, _ in sentence.entities:
            marked[kind] += 1
    assert {kind: marked[kind] for kind in ("interest", "time", "place", "price", "moment") if marked[kind] < 20} == {}
