"""Every text that people read passes the Dutch gate: texts of the product, responses of the dialogues, scripts of nudges."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from bot.language.gate import load_gate
from bot.language.texts import FOLDER
from bot.language.yaml_files import read_mapping

ROOT = Path(__file__).parents[3]
GATE = load_gate()
NAMES_WHAT_IT_FORBIDS = {"script_problem_je_and_u": {"je_and_u"}}
FOR_OPERATORS = ("admin_", "cli_", "error_", "import_", "reason_", "script_problem_")
"""Texts of the console and the terminal. They name settings and lists of words, which says nothing about how they read."""
FORMULAS = {"hard_to_read", "long_sentences"}


class Text(NamedTuple):
    name: str
    text: str
    buttons: tuple[str, ...] = ()


def product_texts() -> Iterator[Text]:
    for path in sorted(FOLDER.glob("*.yml")):
        yield from (Text(key, str(text)) for key, text in read_mapping(path).items())


def responses() -> Iterator[Text]:
    for path in sorted((ROOT / "data" / "dialogues").glob("*.yml")):
        content = yaml.safe_load(path.read_text("utf-8")) or {}
        for name, variants in content.get("responses", {}).items():
            for number, variant in enumerate(variants):
                titles = tuple(str(button["title"]) for button in variant.get("buttons", ()))
                yield Text(f"{name}-{number}", str(variant.get("text", "")), titles)


def scripts() -> Iterator[Text]:
    for path in sorted((ROOT / "bot" / "nudges" / "scripts").glob("*.yml")):
        script: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        yield Text(path.stem, script["text"], tuple(button["label"] for button in script["buttons"]))
        for button in script["buttons"]:
            yield Text(f"{path.stem}-{button['label']}", button["then"]["say"])


ALL = [*product_texts(), *responses(), *scripts()]


@pytest.mark.parametrize("text", ALL, ids=lambda text: text.name)
def test_a_text_passes_the_gate(text: Text) -> None:
    excused = NAMES_WHAT_IT_FORBIDS.get(text.name, set()) | (FORMULAS if text.name.startswith(FOR_OPERATORS) else set())
    assert [finding for finding in GATE.check(text.text, text.buttons) if finding.code not in excused] == []


def test_there_are_texts_of_every_kind() -> None:
    assert list(product_texts())
    assert list(responses())
    assert list(scripts())
