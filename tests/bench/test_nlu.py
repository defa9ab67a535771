"""The measuring itself: what is learned, what is read, and what is written about it."""

from pathlib import Path

import pytest

from bench.nlu.candidate import Reading
from bench.nlu.sample import PER_INTENT, SAMPLE, measured_on, write
from bench.nlu.slips import slipped, with_slips
from bench.nlu.table import Outcome, as_page, rows
from tests.nlu.likeness import near
from tests.nlu.noise import KINDS
from tests.nlu.sentences import read


def test_every_intent_has_as_many_examples() -> None:
    learned = [each.intent for each in read(SAMPLE)]
    assert {learned.count(intent) for intent in set(learned)} == {PER_INTENT}


def test_no_sentence_that_is_read_was_nearly_learned() -> None:
    assert list(near(measured_on(), read(SAMPLE))) == []


def test_written_examples_are_read_back_entities_and_all(tmp_path: Path) -> None:
    some = read(SAMPLE)[:200]
    again = read(write(some, tmp_path / SAMPLE.name))
    assert {(each.text, each.intent, each.entities) for each in again} == {(each.text, each.intent, each.entities) for each in some}


def test_long_words_slip_in_turn_and_short_ones_stay() -> None:
    assert slipped("ik wil schilderen leren in de avond") == "ik wil schiledren leen in de avnod"


def test_a_copy_that_came_out_the_same_is_left_out() -> None:
    some = read(SAMPLE)[:100]
    copies = with_slips(some)[len(some) :]
    assert copies
    assert not {each.text for each in copies} & {each.text for each in some}


def reading(*rankings: dict[str, float], seconds: float) -> Reading:
    return Reading(seconds, rankings, (2.0, 4.0, 9.0), 300, 1.5)


def outcome(name: str, right: float, seconds: float) -> Outcome:
    heard = [{"affirm": 0.9, "deny": 0.1}, {"deny": right, "affirm": 1 - right}, {"out_of_scope": 0.8, "deny": 0.2}]
    return Outcome(name, ["affirm", "deny", "out_of_scope"], dict.fromkeys(KINDS, heard), reading(seconds=seconds))


def test_a_pipeline_stands_beside_stock() -> None:
    stock, ours = outcome("diet", right=0.4, seconds=500), outcome("ours", right=0.7, seconds=25)
    found = {row.name: row for row in rows([stock, ours], "diet")}
    accuracy = found["letters, sounds, vectors: Duwtje's: accuracy, clean"]
    assert (accuracy.value, accuracy.baseline) == (pytest.approx(1.0), pytest.approx(2 / 3, abs=1e-4))
    assert found["letters, sounds, vectors: Duwtje's: training"].ratio == pytest.approx(0.05)
    assert found["stock Rasa (DIET, 100 epochs): a message"].value == 4.0


def test_confidence_in_what_is_ours_tells_what_is_not() -> None:
    assert outcome("ours", right=0.7, seconds=1).rejects() == 1.0


def test_the_page_has_a_line_for_quality_and_one_for_costs() -> None:
    lines = as_page([outcome("diet", right=0.4, seconds=500)]).splitlines()
    assert [line.count("|") for line in lines if line.startswith("| stock")] == [7, 6]
