from typing import Any

import pytest

from bot.errors import BadScript
from bot.nudges.writing.rules import read_script
from bot.nudges.writing.shape import to_body
from bot.nudges.writing.shipped import load_shipped, parse_script
from tests.unit.nudges.makers import TAGS, a_script


def body(**changes: Any) -> dict[str, Any]:  # noqa: ANN401
    return to_body(a_script()) | changes


def button(number: int = 0, **then: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    buttons = body()["buttons"]
    buttons[number]["then"] |= then
    return buttons


def codes(written: dict[str, Any]) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in read_script(written, version=1, interests=TAGS)[1]]


def test_a_good_script_has_no_problems_and_comes_back_as_it_was() -> None:
    script, problems = read_script(body(), version=7, interests=TAGS)
    assert problems == []
    assert script is not None
    assert script.version == 7
    assert to_body(script) == body()


@pytest.mark.parametrize(
    ("written", "field", "code"),
    [
        (body(theme="sport"), "theme", "not_allowed"),
        (body(id="Iets Kleins"), "id", "bad_id"),
        (body(text=""), "text", "empty"),
        (body(text="a" * 401), "text", "too_long"),
        (body(text="woord " * 61), "text", "too_many_words"),
        (body(text="Hoi {naam}."), "text", "unknown_variable"),
        (body(text="Je idee: {idee}."), "text", "variable_without_need"),
        (body(text="Je idee: {idee.", needs=["plan"]), "text", "stray_brace"),
        (body(text="Je idee: }{."), "text", "stray_brace"),
        (body(buttons=button(say="Over {wens} gesproken."), needs=["interest"]), "buttons.0.then.say", "unknown_variable"),
        (body(buttons=body()["buttons"][:1]), "buttons", "too_few"),
        (body(buttons=body()["buttons"] + body()["buttons"][:1]), "buttons", "too_many"),
        (body(buttons=[body()["buttons"][0], body()["buttons"][0]]), "buttons.1.label", "same_label"),
        (body(buttons=button(1, ask="make_plan")), "buttons.1.then", "two_follow_ups"),
        (body(buttons=button(do="explode")), "buttons.0.then.do", "not_allowed"),
        (body(buttons=button(ask="nlu_fallback")), "buttons.0.then.ask", "not_allowed"),
        (body(buttons=button(interest="vliegen")), "buttons.0.then.interest", "unknown_interest"),
        (body(interests=["hout", "vliegen"]), "interests.1", "unknown_interest"),
        (body(audience=[]), "audience", "too_few"),
        (body(needs=["geld"]), "needs.0", "not_allowed"),
        (body(moment={"days": ["maandag"], "part": None}), "moment.days.0", "not_allowed"),
        (body(moment={"days": [], "part": "nacht"}), "moment.part", "not_allowed"),
        (body(repeat={"max": 0, "every_days": 90}), "repeat.max", "too_small"),
        (body(repeat={"max": 1, "every_days": 400}), "repeat.every_days", "too_big"),
        (body(minutes="2"), "minutes", "wrong_type"),
        (body(about_work="nee"), "about_work", "wrong_type"),
        (body(tekst="typo"), "tekst", "unknown_field"),
        ({key: value for key, value in body().items() if key != "goal"}, "goal", "missing"),
    ],
)
def test_every_mistake_is_found_and_named(written: dict[str, Any], field: str, code: str) -> None:
    assert (field, code) in codes(written)
    with pytest.raises(BadScript, match=f"my-file.yml: {field.replace('.', '[.]')}: {code}"):
        parse_script(written, version=1, interests=TAGS, name="my-file.yml")


def test_a_label_longer_than_a_phone_shows_is_refused() -> None:
    buttons = body()["buttons"]
    buttons[2]["label"] = "Dit is echt veel te lang!!"
    assert codes(body(buttons=buttons)) == [("buttons.2.label", "too_long")]


def test_when_every_button_starts_something_there_is_no_easy_no() -> None:
    buttons = [{"label": label, "then": {"say": "Goed.", "ask": "make_plan"}} for label in ("Ja", "Graag")]
    assert codes(body(buttons=buttons)) == [("buttons", "no_way_out")]


def test_all_mistakes_of_a_form_are_shown_at_once() -> None:
    assert len(codes(body(theme="x", text="", minutes=0))) == 3


@pytest.mark.parametrize(
    ("content", "named"),
    [("id: iets\nid: iets", "stands twice"), ("- lijst", "no mapping"), ("text: [", "iets.yml"), ("id: iets", "theme: missing")],
)
def test_a_broken_file_is_named(tmp_path: Any, content: str, named: str) -> None:  # noqa: ANN401
    (tmp_path / "iets.yml").write_text(content)
    with pytest.raises(BadScript, match=named):
        load_shipped(TAGS, tmp_path)


def test_a_file_is_called_like_its_script(tmp_path: Any) -> None:  # noqa: ANN401
    import yaml

    (tmp_path / "anders.yml").write_text(yaml.safe_dump(body()))
    with pytest.raises(BadScript, match=r"anders\.yml: id: iets-kleins is not the name of the file"):
        load_shipped(TAGS, tmp_path)
