"""The measuring itself: what is learned, what is read, and what is written about it."""

import json
import tarfile
from pathlib import Path

import pytest

from bench.nlu import candidate
from bench.nlu.candidate import Reading, read_with
from bench.nlu.learning import everything, told
from bench.nlu.outcome import Outcome, gain
from bench.nlu.sample import PER_INTENT, SAMPLE, measured_on, write
from bench.nlu.slips import slipped, with_slips
from bench.nlu.table import as_page, rows
from tests.nlu.likeness import near
from tests.nlu.noise import KINDS
from tests.nlu.sentences import read
from tests.nlu.splits import examples

LEARNED_FROM = [
    ("diet", 0.4, 500, "diet"),
    ("ours", 0.7, 25, "diet"),
    ("diet_all", 0.4, 3000, "diet_all"),
    ("ours_all", 0.7, 60, "diet_all"),
]


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
    return Reading(seconds, "2026-11-22T12:00:00+00:00", rankings, (2.0, 4.0, 9.0), 300, 1.5)


def outcome(name: str, right: float, seconds: float, stock: str = "diet") -> Outcome:
    heard = [{"affirm": 0.9, "deny": 0.1}, {"deny": right, "affirm": 1 - right}, {"out_of_scope": 0.8, "deny": 0.2}]
    learned, meant = 1140 if stock == "diet" else 6864, ["affirm", "deny", "out_of_scope"]
    return Outcome(name, stock, learned, meant, dict.fromkeys(KINDS, heard), reading(seconds=seconds))


def test_a_pipeline_stands_beside_stock() -> None:
    stock, ours = outcome("diet", right=0.4, seconds=500), outcome("ours", right=0.7, seconds=25)
    found = {row.name: row for row in rows([stock, ours])}
    accuracy = found["letters, sounds, frame: Duwtje's: accuracy, clean"]
    assert (accuracy.value, accuracy.baseline) == (pytest.approx(1.0), pytest.approx(2 / 3, abs=1e-4))
    assert found["letters, sounds, frame: Duwtje's: training"].ratio == pytest.approx(0.05)
    assert found["stock Rasa (DIET, 100 epochs): a message"].value == 4.0


def test_two_are_compared_sentence_by_sentence() -> None:
    better, worse = outcome("ours", right=0.7, seconds=25), outcome("diet", right=0.4, seconds=500)
    mean, low, high = gain(better, worse, "clean")
    assert mean == pytest.approx(1 / 3)
    assert low == 0.0
    assert mean < high <= 1.0
    assert gain(better, better, "clean") == (0.0, 0.0, 0.0)


def test_confidence_in_what_is_ours_tells_what_is_not() -> None:
    assert outcome("ours", right=0.7, seconds=1).rejects() == 1.0


def test_what_learned_from_more_stands_beside_stock_that_did_too() -> None:
    outcomes = [outcome(name, right, seconds, stock) for name, right, seconds, stock in LEARNED_FROM]
    found = {row.name: row for row in rows(outcomes)}
    assert found["letters, sounds, frame: Duwtje's, all examples: training"].baseline == 3000
    assert found["letters, sounds, frame: Duwtje's: training"].baseline == 500


def test_the_page_has_a_line_for_quality_and_one_for_costs_and_says_what_each_learned_from() -> None:
    lines = as_page([outcome("diet", right=0.4, seconds=500)], "those of yesterday").splitlines()
    stock = [line.split(" | ") for line in lines if line.startswith("| stock")]
    assert [len(cells) for cells in stock] == [7, 6]
    assert [cells[1] for cells in stock] == ["1,140", "1,140"]
    assert any("those of yesterday" in line for line in lines)


def test_all_examples_are_those_of_now_unless_the_last_ones_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "everything.yml").write_text("nlu:\n- intent: greet\n  examples: |\n    - hallo van toen\n", "utf-8")
    before = everything(tmp_path, as_it_is=True)
    assert [each.text for each in before.sentences] == ["hallo van toen"]
    assert told(before, "2026-11-21").endswith(f"since then {len(examples())} were added and 1 went")
    now = everything(tmp_path)
    assert len(now.sentences) == len(examples())
    assert "still the same" in told(now, "2026-11-22")


def test_a_model_is_kept_until_its_examples_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trained: list[str] = []

    def engine(verb: str, *files: str, said: str = "") -> list[str]:
        if verb == "train":
            trained.append(files[2])
            with tarfile.open(files[2], "w:gz") as model:
                model.add(files[1], "learned.yml")
            return []
        return [json.dumps({"ms": 1.0, "ranking": {"greet": 1.0}}) for _ in ["warm", *said.splitlines()]] + [json.dumps({"rss": 100})]

    monkeypatch.setattr(candidate, "_engine", engine)
    lesson = write(read(SAMPLE)[:5], tmp_path / "lesson.yml")
    read_with("diet", lesson, ["hoi"], tmp_path)
    read_with("diet", lesson, ["hoi", "dag"], tmp_path)
    assert len(trained) == 1
    read_with("diet", write(read(SAMPLE)[:6], lesson), ["hoi"], tmp_path)
    assert len(set(trained)) == 2
