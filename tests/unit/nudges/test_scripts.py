"""The scripts that ship with the product, as an editor would look at them."""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

import pytest

from bot.language.lists.choosing import load_choosing
from bot.language.plain.gate import Finding, load_gate
from bot.language.words.yaml_files import read_mapping
from bot.nudges.deciding.eligibility import suits, traits_of
from bot.nudges.models import After, Script
from bot.nudges.vocabulary import THEMES
from bot.nudges.wording import worded
from bot.nudges.writing.advice import advice
from bot.nudges.writing.judging import load_judge
from bot.nudges.writing.rules import register_of, texts_of
from bot.nudges.writing.shape import to_body
from bot.registers import Register
from tests.unit.nudges.makers import a_situation, shipped

FORBIDDEN = re.compile(
    r"\b(moet|moeten|dient|competent\w*|inzetbaarheid|scholing|regie|traject|employability|learning|skills?|tenzij|mits|indien|"
    r"iedereen doet|laatste kans|streak|verliest)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”]?\s+")


GATE = load_gate()
CHOOSING = load_choosing()
UNWRITTEN: Mapping[str, list[str]] = read_mapping(Path(__file__).parent / "unwritten.yml")
"""Scripts that lack a wording in a register: nobody who is spoken to in that register gets them. It only gets shorter."""


@pytest.fixture(params=shipped(), ids=lambda script: script.id)
def script(request: pytest.FixtureRequest) -> Script:
    return request.param


def test_texts_use_plain_words_and_short_sentences(script: Script) -> None:
    for field, text in texts_of(script):
        assert not FORBIDDEN.search(text), field
        assert max(len(sentence.split()) for sentence in SENTENCE_END.split(text)) <= 15, field


def test_the_language_gate_and_the_advice_for_editors_find_nothing(script: Script) -> None:
    judge = load_judge()
    assert [(field, found) for field, text in texts_of(script) for found in judge(text, register_of(field))] == []
    assert list(advice(to_body(script))) == []


def wrong_in(script: Script, register: Register) -> list[Finding]:
    shown = worded(script, register)
    texts: list[tuple[str, tuple[str, ...]]] = [(shown.text, tuple(button.label for button in shown.buttons))]
    texts += [(button.say, ()) for button in shown.buttons]
    return [finding for text, labels in texts for finding in GATE.check(text, labels, register)]


@pytest.mark.parametrize("register", [Register.U, Register.EASY])
def test_a_script_is_right_in_every_register(script: Script, register: Register) -> None:
    if script.id in UNWRITTEN[register]:
        assert wrong_in(script, register), f"{script.id} is written: take it off the list"
    else:
        assert wrong_in(script, register) == []


def test_only_scripts_that_exist_are_unwritten() -> None:
    assert {script_id for names in UNWRITTEN.values() for script_id in names} <= {each.id for each in shipped()}


def test_saying_no_is_one_of_the_buttons_in_every_register(script: Script) -> None:
    kept = {register: {button.index for button in worded(script, register).buttons} for register in Register}
    refusals = {index for index, button in enumerate(script.buttons) if button.then.ask is None and button.then.interest is None}
    assert all(refusals & places for places in kept.values())


@pytest.mark.parametrize("register", list(Register))
def test_a_bare_no_starts_nothing(script: Script, register: Register) -> None:
    buttons = worded(script, register).buttons
    pressed = CHOOSING.by_beginning("nee", [button.label for button in buttons])
    assert pressed is None or script.buttons[buttons[pressed].index].then.ask is None


def test_what_a_snooze_or_stop_button_says_is_what_it_does(script: Script) -> None:
    for button in script.buttons:
        if button.then.do is After.SNOOZE:
            assert re.search(r"\b(week|7 dagen)\b", button.then.say), button.label
        if button.then.do is After.STOP:
            assert re.search(r"\b(stop|stoppen|geen duwtjes meer)\b", button.then.say), button.label
        if button.then.do is After.LESS_OFTEN:
            assert "minder vaak" in button.then.say, button.label
        if button.then.do is None:
            assert not re.search(r"\b(week|7 dagen)\b.*\b(stil|niks van mij|geen duwtje)\b", button.then.say), button.label


def test_a_comeback_lets_people_stop(script: Script) -> None:
    if "silent_3w" in script.needs:
        assert any(button.then.do is After.STOP for button in script.buttons)


def test_the_library_is_big_and_varied() -> None:
    scripts = shipped()
    assert len(scripts) >= 44
    assert {script.theme for script in scripts} == THEMES
    assert sum(not script.about_work for script in scripts) >= len(scripts) / 3
    for group in ("zzp", "flex", "zonder_werk", "zestig_plus"):
        assert sum(group in script.audience for script in scripts) >= 3, group


def test_no_two_scripts_are_alike() -> None:
    texts = [(script.id, script.text) for script in shipped()]
    alike = [(a, b) for (a, one), (b, other) in combinations(texts, 2) if SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.75]
    assert alike == []


def test_a_stranger_gets_half_a_year_of_weekly_nudges_without_a_repeat() -> None:
    assert sum(suits(script, traits_of(a_situation())) and "silent_3w" not in script.needs for script in shipped()) >= 26
