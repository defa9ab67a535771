"""The drawing of a replay: valid, readable for who cannot see it, and nothing in it that runs or comes from elsewhere."""

from collections import Counter
from xml.etree import ElementTree

import pytest

from bot.language.saying.texts import load_texts
from bot.nudges.models import Reason
from bot.nudges.simulation.chart import MOST_ROWS, svg
from bot.nudges.simulation.outcome import Outcome

TEXTS = load_texts()
SVG = "{http://www.w3.org/2000/svg}"


def an_outcome(**changes: object) -> Outcome:
    made = Outcome(10, 8, Counter({"een": 5, "twee": 3}), Counter({("een", Reason.LATE): 2}), by_week=Counter({0: 6, 7: 2}), fullest_week=1)
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def drawn(live: Outcome, draft: Outcome | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(svg(TEXTS, live, draft))  # noqa: S314  # our own drawing


def shown(root: ElementTree.Element) -> list[str]:
    return [mark.text or "" for mark in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("draft", [None, an_outcome(sent=Counter({"een": 2, "drie": 4}))])
def test_it_is_valid_named_and_described_and_holds_nothing_that_runs_or_refers(draft: Outcome | None) -> None:
    root = drawn(an_outcome(), draft)
    named = (root.get("aria-labelledby") or "").split()
    assert [(part.get("id"), bool(part.text)) for part in root if part.get("id")] == [(name, True) for name in named]
    assert root.get("role") == "img"
    kinds = {part.tag.removeprefix(SVG) for part in root.iter()}
    assert kinds == {"svg", "title", "desc", "rect", "text", "g"}
    attributes = {name for part in root.iter() for name in part.attrib}
    assert not {name for name in attributes if name.startswith("on") or name == "style" or "href" in name}
    assert "url(" not in svg(TEXTS, an_outcome(), draft)


def test_every_bar_lies_inside_the_drawing_and_is_as_long_as_its_count() -> None:
    live = an_outcome(sent=Counter({"een": 40, "twee": 10}))
    root = drawn(live)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for panel in root.iter(f"{SVG}g"):
        down = float(panel.attrib["transform"].split()[1].rstrip(")"))
        for bar in panel.iter(f"{SVG}rect"):
            x, y, wide, high = (float(bar.attrib[name]) for name in ("x", "y", "width", "height"))
            assert 0 <= x <= x + wide <= width
            assert 0 <= down + y <= down + y + high <= height
    lengths = [float(bar.attrib["width"]) for bar in list(root.iter(f"{SVG}g"))[-1].iter(f"{SVG}rect")]
    assert lengths[0] == 4 * lengths[1]


def test_a_draft_is_an_outline_beside_what_is_live_and_the_numbers_say_both() -> None:
    root = drawn(an_outcome(), an_outcome(sent=Counter({"een": 2, "twee": 3, "drie": 4})))
    assert {"5 → 2", "0 → 4"} <= set(shown(root))
    assert "3 → 3" not in shown(root)
    assert any(bar.get("fill") == "none" for bar in root.iter(f"{SVG}rect"))


def test_weeks_reasons_and_scripts_have_their_words() -> None:
    words = shown(drawn(an_outcome()))
    assert {TEXTS("cli_simulate_weeks"), TEXTS("cli_simulate_denied"), TEXTS("reason_late").strip()} <= set(words)
    assert {"een", "twee"} <= set(words)


def test_nothing_at_all_is_a_drawing_too_and_much_stays_readable() -> None:
    assert drawn(Outcome(0, 1)).tag == f"{SVG}svg"
    many = an_outcome(sent=Counter({f"duwtje-{number}": 1 for number in range(50)}))
    words = shown(drawn(many))
    assert sum(word.startswith("duwtje-") for word in words) == MOST_ROWS
    assert TEXTS("simulate_chart_more", count=50 - MOST_ROWS) in words
    everything = shown(ElementTree.fromstring(svg(TEXTS, many, most=None)))  # noqa: S314  # our own drawing
    assert sum(word.startswith("duwtje-") for word in everything) == 50


def test_a_reason_that_only_the_draft_knows_is_drawn_too() -> None:
    draft = an_outcome(denied=Counter({("een", Reason.TALKING): 3}))
    assert {TEXTS("reason_talking").strip(), "2 → 0", "0 → 3"} <= set(shown(drawn(an_outcome(), draft)))


def test_the_name_of_a_script_cannot_become_a_mark() -> None:
    assert "<b>" in shown(drawn(an_outcome(sent=Counter({"<b>": 1}))))
