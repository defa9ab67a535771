"""Every text that people read passes the Dutch gate in every register: product texts, responses of the dialogues, scripts of nudges."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from bot.language.plain.gate import Finding, load_gate
from bot.language.saying.texts import FOLDER
from bot.language.words.yaml_files import read_mapping
from bot.registers import Register

ROOT = Path(__file__).parents[3]
GATE = load_gate()
UNWRITTEN: Mapping[str, list[str]] = read_mapping(Path(__file__).parent / "unwritten.yml")
"""Texts that still lack a wording in a register. It only gets shorter: a new text comes in three registers (CONTRIBUTING.md)."""
NAMES_BOTH_FORMS = {"je_and_u", "wrong_form"}
EXCUSED = {
    "script_problem_je_and_u": {"je_and_u"},
    "script_problem_passive": {"rare_word"},
    **dict.fromkeys(
        ("manner_je", "manner_u", "manner_easy_u", "own_data_field_formal", "overview_manner_je", "overview_manner_u"), NAMES_BOTH_FORMS
    ),
}
FOR_OPERATORS = ("admin_", "cli_", "error_", "import_", "reason_", "script_problem_")
"""Texts of the console and the terminal. They name settings and lists of words, which says nothing about how they read."""
FOR_PEOPLE = ("error_reminder",)
"""Errors that somebody who talks with us reads."""
PAGES = ("own_data_", "telegram_command_")
"""A web page and a menu are the same for everybody who opens them."""
MEASURED = {"hard_to_read", "long_sentences", "rare_word", "uncommon_words", "wrong_form", "passive"}
FIXED = ("crisis_",)
"""Wording that people who know the subject approve; numbers about words do not change it."""


class Text(NamedTuple):
    name: str
    text: str
    buttons: tuple[str, ...] = ()


def product_texts(register: Register) -> Iterator[Text]:
    for path in sorted(FOLDER.glob("*.yml")):
        for key, text in read_mapping(path).items():
            yield Text(key, text if isinstance(text, str) else text.get(register, text[Register.JE]))


def responses(register: Register) -> Iterator[Text]:
    for path in sorted((ROOT / "data" / "dialogues").glob("*.yml")):
        content = yaml.safe_load(path.read_text("utf-8")) or {}
        for name, variants in content.get("responses", {}).items():
            for variant in shown(variants, register):
                yield Text(name, str(variant.get("text", "")), tuple(str(button["title"]) for button in variant.get("buttons", ())))


def shown(variants: list[dict[str, Any]], register: Register) -> list[dict[str, Any]]:
    """Return the variants that Rasa picks from: those for this register, or else those without a condition."""
    own = [each for each in variants if each.get("condition") == [{"type": "slot", "name": "register", "value": register.value}]]
    return own or [each for each in variants if "condition" not in each]


def scripts() -> Iterator[Text]:
    for path in sorted((ROOT / "bot" / "nudges" / "scripts").glob("*.yml")):
        script: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        yield Text(path.stem, script["text"], tuple(button["label"] for button in script["buttons"]))
        for button in script["buttons"]:
            yield Text(f"{path.stem}-{button['label']}", button["then"]["say"])


def is_for_people(name: str) -> bool:
    return name.startswith(FOR_PEOPLE) or not name.startswith((*FOR_OPERATORS, *PAGES))


def findings(text: Text, register: Register) -> list[Finding]:
    excused = set(EXCUSED.get(text.name, ()))
    if text.name.startswith((*FOR_OPERATORS, *FIXED)):
        excused |= MEASURED
    return [finding for finding in GATE.check(text.text, text.buttons, register) if finding.code not in excused]


def for_people(register: Register) -> dict[str, list[Text]]:
    named: dict[str, list[Text]] = {}
    for text in (*product_texts(register), *responses(register)):
        if is_for_people(text.name):
            named.setdefault(text.name, []).append(text)
    return named


WORDED = {register: for_people(register) for register in Register}


@pytest.mark.parametrize("text", [*product_texts(Register.JE), *responses(Register.JE), *scripts()], ids=lambda text: text.name)
def test_a_text_passes_the_gate(text: Text) -> None:
    assert findings(text, Register.JE) == []


@pytest.mark.parametrize("register", [Register.U, Register.EASY])
@pytest.mark.parametrize("name", WORDED[Register.JE])
def test_a_text_is_right_in_every_register(name: str, register: Register) -> None:
    wrong = [finding for text in WORDED[register][name] for finding in findings(text, register)]
    if name in UNWRITTEN[register]:
        assert wrong, f"{name} is written: take it off the list"
    else:
        assert wrong == []


def test_only_texts_that_exist_are_unwritten() -> None:
    assert {name for names in UNWRITTEN.values() for name in names} <= set(WORDED[Register.JE])


def test_there_are_texts_of_every_kind() -> None:
    assert list(product_texts(Register.JE))
    assert list(responses(Register.JE))
    assert list(scripts())
