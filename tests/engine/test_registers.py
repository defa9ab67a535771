"""The part of Rasa that picks a wording, in the engine's own environment."""

import pytest

from tests.engine.conftest import Run

_SPEAK = """
import asyncio
from types import SimpleNamespace
from engine.components.registers import RegisterResponses

class Domain: responses = {
    "utter_ask": [
        {"text": "Wat wil je?"},
        {"condition": [{"type": "slot", "name": "register", "value": "u"}], "text": "Wat wilt u?"},
        {"condition": [{"type": "slot", "name": "register", "value": "easy"}], "text": "Wat wil je? {lines}"},
    ],
    "utter_ok": [{"text": "Goed."}],
}

def say(name, metadata, **values):
    message = None if metadata is None else SimpleNamespace(metadata=metadata)
    tracker = SimpleNamespace(latest_message=message, current_slot_values=lambda: {"register": None})
    return asyncio.run(RegisterResponses(None, Domain()).generate(name, tracker, "rest", **values))
"""


@pytest.mark.engine
def test_a_response_is_worded_for_the_register_of_the_message(run_in_engine: Run) -> None:
    said = run_in_engine(
        _SPEAK
        + """
result = [
    say("utter_ask", {})["text"],
    say("utter_ask", None)["text"],
    say("utter_ask", {"register": "u"})["text"],
    say("utter_ask", {"register": "u"}, register="easy", lines="1. Soep")["text"],
    say("utter_ok", {"register": "u"})["text"],
    say("utter_nothing", {}),
]
"""
    )
    assert said == ["Wat wil je?", "Wat wil je?", "Wat wilt u?", "Wat wil je? 1. Soep", "Goed.", None]
