"""The intent classifier alone, on a handful of sentences."""

import pytest

from tests.engine.conftest import Run

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]

_TRAIN = """
from pathlib import Path
from tempfile import mkdtemp
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from engine.components.intents import SentenceIntentClassifier

def message(text, **more):
    return Message({"text": text, **more})

said = {"greet": ["hoi", "hallo daar", "goedemorgen", "hallo"],
        "give_wish": ["ik wil leren koken", "iets met hout", "leren lassen", "timmeren"],
        "stop_nudges": ["stop met berichten", "geen berichten meer", "hou op met sturen", "stop"]}
data = TrainingData([message(text, intent=intent) for intent, texts in said.items() for text in texts])
folder, resource = Path(mkdtemp()), Resource("intents")
storage = LocalModelStorage(folder)
config = SentenceIntentClassifier.get_default_config()
SentenceIntentClassifier.create(config, storage, resource, None).train(data)
files = sorted(path.name for path in folder.rglob("*") if path.is_file())
classifier = SentenceIntentClassifier.load(config, storage, resource, None)
def guess(text):
    return classifier.process([message(text)])[0]
"""


def test_it_learns_stores_and_loads_without_pickle(run_in_engine: Run) -> None:
    files, guesses = run_in_engine(
        _TRAIN + 'result = [files, [guess(t).get("intent")["name"] for t in ("halloo", "graag leren bakken", "geen bericht meer sturen")]]'
    )
    assert files == ["intents.json", "intents.npz"]
    assert guesses == ["greet", "give_wish", "stop_nudges"]


def test_the_ranking_is_sorted_and_adds_up(run_in_engine: Run) -> None:
    ranking = run_in_engine(_TRAIN + 'result = guess("hoi").get("intent_ranking")')
    chances = [each["confidence"] for each in ranking]
    assert chances == sorted(chances, reverse=True)
    assert sum(chances) == pytest.approx(1)


def test_odd_text_does_no_harm(run_in_engine: Run) -> None:
    names = run_in_engine(
        _TRAIN + 'result = [guess(t).get("intent")["name"] for t in ("\\ufdfa" * 5000, "😀", "\\x00", "a" * 100000, "   ")]'
    )
    assert set(names) <= {"greet", "give_wish", "stop_nudges"}


def test_a_message_without_text_is_left_alone(run_in_engine: Run) -> None:
    assert run_in_engine(_TRAIN + 'result = classifier.process([Message({})])[0].get("intent")') is None


def test_what_was_learned_is_the_same_after_loading(run_in_engine: Run) -> None:
    apart = run_in_engine(
        _TRAIN
        + """
fresh = SentenceIntentClassifier.create(config, storage, resource, None)
fresh.train(data)
before = fresh.process([message("iets met hout")])[0].get("intent")
result = abs(before["confidence"] - guess("iets met hout").get("intent")["confidence"]) if before["name"] == "give_wish" else 1
"""
    )
    assert apart < 1e-4


def test_a_model_file_with_an_object_in_it_is_refused(run_in_engine: Run) -> None:
    refused = run_in_engine(
        _TRAIN
        + """
import numpy, os
with storage.write_to(resource) as place:
    numpy.savez(place / "intents.npz", **{"rarity letters": numpy.array([os.system], dtype=object)})
try:
    SentenceIntentClassifier.load(config, storage, resource, None)
    result = "loaded"
except ValueError as error:
    result = str(error)
"""
    )
    assert "allow_pickle=False" in refused
