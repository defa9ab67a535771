"""Which response a text is: the tests name responses, so that another wording or variant needs no other test.

Rasa's are called ``utter_…``; those of the product itself have the key they are written under in bot/language/texts.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.nudges.wording import worded
from bot.registers import Register
from tests.unit.nudges.makers import shipped

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data" / "dialogues"
OF_THE_PRODUCT = [
    ROOT / "bot" / "language" / "texts" / f"{name}.yml" for name in ("conversation", "own_data", "reminders", "safety", "work")
]

ANSWER_OF_A_NUDGE = "nudge_answer"
"""Any text that a button of a shipped nudge answers with: which nudge comes is not for a test to choose."""


@cache
def all_responses() -> dict[str, list[dict[str, Any]]]:
    """Every response with its variants."""
    return {name: variants for path in sorted(FOLDER.glob("*.yml")) for name, variants in (read(path).get("responses") or {}).items()}


def read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return content


@cache
def names_of(text: str) -> set[str]:
    """Return the names of the responses that ``text`` may be; a list is known by its first line."""
    said = text.strip()
    first, _, _ = said.partition("\n")
    ours = _named(said, _product_patterns()) | _named(first, _product_patterns())
    return _named(said, _patterns()) | ours | ({ANSWER_OF_A_NUDGE} if said in _answers_of_nudges() else set())


def _named(text: str, responses: Mapping[str, Sequence[re.Pattern[str]]]) -> set[str]:
    return {name for name, patterns in responses.items() if any(pattern.fullmatch(text) for pattern in patterns)}


@cache
def _answers_of_nudges() -> set[str]:
    shown = (worded(script, register) for script in shipped() for register in Register)
    return {button.say for each in shown for button in each.buttons}


@cache
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    return {name: [_pattern(each["text"]) for each in variants if "text" in each] for name, variants in all_responses().items()}


@cache
def _product_patterns() -> dict[str, list[re.Pattern[str]]]:
    written = {key: text for path in OF_THE_PRODUCT for key, text in read(path).items()}
    return {key: [_pattern(each) for each in (text.values() if isinstance(text, dict) else [text])] for key, text in written.items()}


def _pattern(text: str) -> re.Pattern[str]:
    parts = re.split(r"\{\w+\}", text.strip())
    return re.compile(".*".join(re.escape(part) for part in parts).replace(r"\ ", r"\s"), re.DOTALL)
