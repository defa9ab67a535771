"""Everything the console may have to say has its Dutch words."""

import re
from pathlib import Path

import pytest

from bot.catalogue.interests import load_interests
from bot.language.saying.texts import load_texts
from bot.nudges.models import DueState, Reason, Script
from bot.nudges.writing.shape import to_body
from bot.web.admin.changes import changes_between
from bot.web.admin.formats import filters
from bot.web.admin.script_form import EMPTY, input_of
from bot.web.admin.wording import Wording
from tests.unit.nudges.makers import a_script, local, shipped

TEXTS = load_texts()
WORDING = Wording(TEXTS, load_interests())
SOURCES = [Path("bot/nudges/writing") / name for name in ("rules.py", "advice.py")] + [Path("bot/language/plain/gate.py")]
GROUPS = ("jargon", "force", "pressure", "blame", "hard_words", "abbreviations")


def codes_of(source: Path) -> set[str]:
    """Return every code that a check in ``source`` can give."""
    found = re.findall(r'(?:Problem\([^"]*"?[^"]*?"?, |Finding\()"([a-z_]+)"', source.read_text("utf-8"))
    shape = re.findall(r'^    "[a-z_]+": "([a-z_]+)",$', source.read_text("utf-8"), re.MULTILINE)
    return {*found, *shape}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_every_code_of_a_check_has_a_sentence(source: Path) -> None:
    codes = codes_of(source) - {"too_many_buttons", "long_button"}  # the console never sends buttons to the gate
    assert codes
    assert [code for code in codes if f"script_problem_{code}" not in TEXTS] == []


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_of_forbidden_wording_has_a_sentence(group: str) -> None:
    assert f"script_problem_forbidden_{group}" in TEXTS


def test_the_groups_of_forbidden_wording_are_those_of_the_list() -> None:
    listed = re.findall(r"^  ([a-z_]+):$", Path("bot/language/data/forbidden.yml").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(GROUPS)


def test_every_reason_and_every_state_has_words() -> None:
    assert [reason for reason in Reason if f"reason_{reason}" not in TEXTS] == []
    assert [state for state in DueState if f"admin_state_{state}" not in TEXTS] == []


def test_every_option_of_the_form_has_a_name_of_its_own() -> None:
    for options in WORDING.options().values():
        names = [name for _, name in options]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("script", shipped(), ids=lambda script: script.id)
def test_every_shipped_script_can_be_compared_without_raw_ids(script: Script) -> None:
    lines = WORDING.lines(to_body(script))
    assert not [value for name, value in lines.items() if "_" in value]


def test_a_new_script_is_all_new_and_a_shorter_one_loses_its_last_button() -> None:
    script = to_body(a_script())
    assert {piece.kind for change in changes_between(None, script, WORDING) for piece in change.pieces} == {"added"}
    shorter = script | {"buttons": script["buttons"][:3]}
    gone = changes_between(script, shorter, WORDING)
    assert [change.name for change in gone] == ["Knop 4", "Antwoord bij knop 4", "Wat knop 4 doet"]


def test_the_empty_script_has_every_part_of_a_real_one() -> None:
    assert set(EMPTY) == set(to_body(a_script()))


@pytest.mark.parametrize(
    ("field", "where"),
    [
        ("text", "text"),
        ("interests.2", "interests"),
        ("moment.days.0", "moment.days"),
        ("buttons", "buttons"),
        ("buttons.1.then", "buttons.1.then.do"),
        ("buttons.1.then.say", "buttons.1.then.say"),
        ("technique.0", "text"),
        ("u.buttons", "u.text"),
        ("easy.buttons.1.say", "easy.buttons.1.say"),
    ],
)
def test_a_problem_leads_to_an_input_that_is_on_the_page(field: str, where: str) -> None:
    assert input_of(field) == where
    assert WORDING.part(where)


def test_moments_are_written_in_amsterdam_time_on_both_sides_of_the_clock_change() -> None:
    shown = filters(TEXTS)
    assert shown["moment"](local(2026, 3, 28, 9, 5)) == "zaterdag 28 maart 2026, 9.05 uur"
    assert shown["moment"](local(2026, 3, 29, 9, 5)) == "zondag 29 maart 2026, 9.05 uur"
    assert shown["short"](local(2026, 12, 31, 23, 59)) == "do 31 dec 2026, 23.59"
    assert shown["machine"](local(2026, 7, 1, 10)) == "2026-07-01T10:00:00+02:00"
    assert shown["number"](1234567) == "1.234.567"
