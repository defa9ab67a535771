from dataclasses import dataclass, replace
from typing import Any

import pytest

from bot.errors import BadScript, ScriptConflict, UnknownScript
from bot.nudges.models import Script
from bot.nudges.writing.editing import ScriptEditor
from bot.nudges.writing.rules import Problem
from bot.nudges.writing.seeding import SeedReport
from bot.nudges.writing.shape import to_body
from bot.registers import Register
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import TAGS, a_script

BY = "beheer"


@dataclass(frozen=True)
class Found:
    code: str
    detail: str
    blocking: bool


def gate(text: str, register: Register) -> list[Found]:
    """Blocks "moet" and remarks on "heel"."""
    return [Found("forbidden", word, word == "moet") for word in ("moet", "heel") if word in text]


@dataclass
class Shipped:
    scripts: list[Script]

    def __call__(self) -> list[Script]:
        return self.scripts


@pytest.fixture
def shipped() -> Shipped:
    return Shipped([a_script("een"), a_script("twee")])


@pytest.fixture
def editor(sqlite_store: Store, clock: StoppedClock, shipped: Shipped) -> ScriptEditor:
    made = ScriptEditor(sqlite_store.work, clock, TAGS, gate, shipped)
    made.seed()
    return made


def body(script_id: str = "een", **changes: Any) -> dict[str, Any]:  # noqa: ANN401
    return to_body(a_script(script_id)) | changes


def current_text(store: Store, script_id: str = "een") -> str:
    with store.work() as work:
        current = work.scripts.current(script_id)
    assert current is not None
    return current.script.text


def test_an_edit_becomes_a_new_version_and_the_old_one_stays(sqlite_store: Store, editor: ScriptEditor, clock: StoppedClock) -> None:
    published = editor.publish(body(text="Wat deed je vandaag?"), based_on=1, by=BY)
    assert published.version == 2
    assert current_text(sqlite_store) == "Wat deed je vandaag?"
    versions = editor.versions("een")
    assert [(one.version, one.made_by, one.made_at) for one in versions] == [(2, BY, clock.now), (1, None, clock.now)]
    assert versions[1].script.text == a_script().text


def test_a_draft_changes_nothing_until_it_is_published(sqlite_store: Store, editor: ScriptEditor) -> None:
    editor.draft(body(text="Half af"), based_on=1, by=BY)
    editor.draft(body(text="Bijna af"), based_on=1, by=BY)
    assert current_text(sqlite_store) == a_script().text
    opened = editor.open("een")
    assert (opened.body["text"], opened.based_on, opened.saved_by) == ("Bijna af", 1, BY)
    editor.publish(opened.body, based_on=opened.based_on, by=BY)
    assert editor.open("een").based_on == 2


def test_a_draft_may_be_full_of_mistakes_and_thrown_away(editor: ScriptEditor) -> None:
    editor.draft({"id": "nieuw", "theme": 3}, based_on=None, by=BY)
    shown = {one.id: one for one in editor.list()}["nieuw"]
    assert (shown.version, shown.theme, shown.goal, shown.has_draft, shown.archived) == (0, "3", "", True, False)
    editor.discard("nieuw")
    assert [one.id for one in editor.list()] == ["een", "twee"]
    with pytest.raises(UnknownScript):
        editor.open("nieuw")


@pytest.mark.parametrize("script_id", ["", "Een Twee", "x" * 65, "../een", "een\n"])
def test_a_draft_needs_a_usable_id(editor: ScriptEditor, script_id: str) -> None:
    with pytest.raises(BadScript, match="id"):
        editor.draft(body(script_id), based_on=None, by=BY)


def test_a_new_script_begins_as_version_one(sqlite_store: Store, editor: ScriptEditor) -> None:
    assert editor.publish(body("drie"), based_on=None, by=BY).version == 1
    assert current_text(sqlite_store, "drie") == a_script().text


def test_two_editors_at_once_do_not_overwrite_each_other(sqlite_store: Store, editor: ScriptEditor) -> None:
    editor.publish(body(text="Van de eerste"), based_on=1, by="een")
    with pytest.raises(ScriptConflict):
        editor.publish(body(text="Van de tweede"), based_on=1, by="twee")
    with pytest.raises(ScriptConflict):
        editor.publish(body(text="Nieuw?"), based_on=None, by="twee")
    assert current_text(sqlite_store) == "Van de eerste"


def test_publishing_the_same_text_again_makes_no_version(editor: ScriptEditor) -> None:
    assert editor.publish(body(), based_on=1, by=BY).version == 1
    assert len(editor.versions("een")) == 1


def test_wording_is_judged_in_a_half_written_script_too(editor: ScriptEditor) -> None:
    found = editor.check(body(text="Je moet dit.", minutes="veel", buttons=[{"label": "Ja"}, "geen knop", {"then": {"say": 3}}]))
    assert ("text", "forbidden") in [(problem.field, problem.code) for problem in found]
    assert "minutes" in [problem.field for problem in found]


def test_the_check_shows_shape_variables_and_wording(editor: ScriptEditor) -> None:
    assert editor.check(body()) == []
    found = editor.check(body(text="Je moet heel {snel} zijn."))
    assert found == [
        Problem("text", "unknown_variable", "snel"),
        Problem("text", "forbidden", "moet"),
        Problem("text", "forbidden", "heel", blocking=False),
    ]


def test_wording_is_judged_in_every_text_people_read(editor: ScriptEditor) -> None:
    written = body()
    written["buttons"][1]["label"] = "Dat moet"
    written["buttons"][2]["then"]["say"] = "Het moet."
    assert [problem.field for problem in editor.check(written)] == ["buttons.1.label", "buttons.2.then.say"]


@pytest.mark.parametrize("changes", [{"text": "Dat moet."}, {"text": ""}, {"interests": ["vliegen"]}])
def test_a_blocking_problem_cannot_be_published(sqlite_store: Store, editor: ScriptEditor, changes: dict[str, Any]) -> None:
    with pytest.raises(BadScript):
        editor.publish(body(**changes), based_on=1, by=BY)
    assert current_text(sqlite_store) == a_script().text


def test_a_remark_does_not_stand_in_the_way(editor: ScriptEditor) -> None:
    assert editor.publish(body(text="Dat is heel leuk."), based_on=1, by=BY).version == 2


def test_rolling_back_is_publishing_the_old_text_anew(sqlite_store: Store, editor: ScriptEditor) -> None:
    editor.publish(body(text="Een foutje"), based_on=1, by=BY)
    assert editor.roll_back("een", 1, by=BY).version == 3
    assert current_text(sqlite_store) == a_script().text
    assert [one.version for one in editor.versions("een")] == [3, 2, 1]
    for script_id, version in (("een", 9), ("geen", 1)):
        with pytest.raises(UnknownScript):
            editor.roll_back(script_id, version, by=BY)


def test_the_archive_keeps_a_script_out_of_use_until_it_is_restored(editor: ScriptEditor) -> None:
    editor.archive("een")
    assert [one.archived for one in editor.list()] == [True, False]
    editor.publish(body(text="Nog niet klaar"), based_on=1, by=BY)
    assert [one.archived for one in editor.list()] == [True, False]
    editor.restore("een")
    assert [one.archived for one in editor.list()] == [False, False]
    with pytest.raises(UnknownScript):
        editor.archive("geen")


def test_the_preview_shows_the_words_people_get(editor: ScriptEditor) -> None:
    written = body(text='Je wens: "{wens}". Klopt die nog?', needs=["interest"])
    shown = editor.preview(written, {"wens": "leren lassen"})
    assert shown
    assert shown.text == 'Je wens: "leren lassen". Klopt die nog?'
    assert shown.buttons == ("Ja", "Niet nu", "Minder vaak", "Stop maar")
    assert shown.answers[0] == "Leuk."
    unfilled = editor.preview(written, {})
    assert unfilled
    assert unfilled.text == 'Je wens: "{wens}". Klopt die nog?'
    with pytest.raises(BadScript):
        editor.preview(body(text=""), {})


def test_the_preview_shows_each_register_and_says_who_would_not_get_it(editor: ScriptEditor) -> None:
    written = body(text="Wat wil je leren?", u={"text": "Wat wilt u leren?", "buttons": [{"label": "Graag"}, None, None, {"label": None}]})
    shown = editor.preview(written, {}, Register.U)
    assert shown
    assert (shown.text, shown.buttons) == ("Wat wilt u leren?", ("Graag", "Stop maar"))
    assert editor.preview(body(text="Wat wil je leren?"), {}, Register.U) is None


def test_seeding_again_changes_nothing(editor: ScriptEditor) -> None:
    assert editor.seed() == SeedReport()


def test_a_newer_shipped_text_replaces_what_nobody_edited(sqlite_store: Store, editor: ScriptEditor, shipped: Shipped) -> None:
    editor.publish(body("twee", text="Van ons zelf"), based_on=1, by=BY)
    shipped.scripts = [replace(one, text="Een nieuwere tekst") for one in shipped.scripts]
    assert editor.seed() == SeedReport(updated=("een",), kept=("twee",))
    assert current_text(sqlite_store, "een") == "Een nieuwere tekst"
    assert current_text(sqlite_store, "twee") == "Van ons zelf"


def test_an_older_release_that_starts_again_brings_nothing_back(sqlite_store: Store, editor: ScriptEditor, shipped: Shipped) -> None:
    older = shipped.scripts
    shipped.scripts = [replace(one, text="Een nieuwere tekst") for one in older]
    editor.seed()
    shipped.scripts = older
    assert editor.seed() == SeedReport()
    assert current_text(sqlite_store, "een") == "Een nieuwere tekst"
