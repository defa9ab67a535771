"""A nudge or a reminder that comes while a form asks something never ends up in the form. Every form of domain.yml is taken."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.language.saying.texts import load_texts
from bot.nudges.models import ScriptButton
from tests.dialogues.person import Person
from tests.dialogues.stage import Stage

pytestmark = pytest.mark.engine

TEXTS = load_texts()
DOMAIN: dict[str, Any] = yaml.safe_load((Path(__file__).parents[2] / "domain.yml").read_text("utf-8"))
QUESTIONS = [(form, slot) for form, declared in DOMAIN["forms"].items() for slot in declared["required_slots"]]
FILLED = {"bool": True, "text": "iets", "any": 7}
"""Something that stands in a slot of each type."""
Answer = Callable[[Person, tuple[ScriptButton, ...]], list[str]]


def plain(buttons: tuple[ScriptButton, ...]) -> int:
    """Return the place of a button after which Rasa has nothing to say."""
    return next(place for place, button in enumerate(buttons) if button.then.ask is None)


ABOUT_THE_NUDGE: dict[str, Answer] = {
    "presses": lambda person, buttons: person.press(buttons[plain(buttons)].label),
    "types the label": lambda person, buttons: person.say(buttons[plain(buttons)].label.lower()),
    "types the number": lambda person, buttons: person.say(str(plain(buttons) + 1)),
}
COMES: dict[str, Callable[[Person], object]] = {"a nudge": Person.nudge, "a reminder": lambda person: person.reminder("bel de bieb")}
ABOUT_THE_REMINDER: dict[str, Callable[[Person], list[str]]] = {
    "presses": lambda person: person.press(TEXTS("reminder_button")),
    "types the label": lambda person: person.say(TEXTS("reminder_button").lower()),
}
IN_OWN_WORDS = ["ja hoor", "nee joh", "van mijn oma zaliger met haar rode fietsbel", "zaterdag na het eten", "elke week"]


def asked(stage: Stage, form: str, slot: str) -> Person:
    """Return somebody who is being asked for ``slot`` in ``form``."""
    person = Person(stage)
    person.say("/start")
    required = DOMAIN["forms"][form]["required_slots"]
    known = required[: required.index(slot)]
    person.is_asked(form, slot, {**dict.fromkeys(required), **{name: FILLED[DOMAIN["slots"][name]["type"]] for name in known}})
    return person


def slots(person: Person, form: str) -> dict[str, object]:
    found = person.tracker()["slots"]
    return {name: found[name] for name in DOMAIN["forms"][form]["required_slots"]}


def open_question(person: Person) -> tuple[str | None, str | None]:
    tracker = person.tracker()
    return tracker["active_loop"].get("name"), tracker["slots"]["requested_slot"]


@pytest.mark.parametrize("way", ABOUT_THE_NUDGE)
@pytest.mark.parametrize(("form", "slot"), QUESTIONS)
def test_an_answer_to_the_nudge_is_not_heard_by_the_form(engine_stage: Stage, form: str, slot: str, way: str) -> None:
    person = asked(engine_stage, form, slot)
    before = slots(person, form)
    buttons = person.nudge()
    assert ABOUT_THE_NUDGE[way](person, buttons) == [buttons[plain(buttons)].then.say]
    assert slots(person, form) == before
    assert open_question(person) == (form, slot)


@pytest.mark.parametrize("way", ABOUT_THE_REMINDER)
@pytest.mark.parametrize(("form", "slot"), QUESTIONS)
def test_an_answer_to_the_reminder_is_not_heard_by_the_form(engine_stage: Stage, form: str, slot: str, way: str) -> None:
    person = asked(engine_stage, form, slot)
    before = slots(person, form)
    person.reminder("bel de bieb")
    assert ABOUT_THE_REMINDER[way](person) == [TEXTS("reminder_seen")]
    assert slots(person, form) == before
    assert open_question(person) == (form, slot)


@pytest.mark.parametrize(
    ("what", "words"), [*(("a nudge", words) for words in IN_OWN_WORDS), ("a reminder", "ja hoor"), ("a reminder", "zaterdag")]
)
@pytest.mark.parametrize(("form", "slot"), QUESTIONS)
def test_other_words_under_it_fill_no_slot(engine_stage: Stage, form: str, slot: str, what: str, words: str) -> None:
    person = asked(engine_stage, form, slot)
    before = slots(person, form)
    COMES[what](person)
    assert person.say(words)
    assert slots(person, form) == before


@pytest.mark.parametrize(("form", "slot"), QUESTIONS)
def test_a_nudge_that_starts_something_else_leaves_the_slot_alone(engine_stage: Stage, form: str, slot: str) -> None:
    person = asked(engine_stage, form, slot)
    buttons = person.nudge()
    while not (starting := [button for button in buttons if button.then.ask]):
        buttons = person.nudge()
    said, *_ = person.press(starting[0].label)
    assert said == starting[0].then.say
    assert slots(person, form)[slot] is None


def test_after_the_nudge_the_question_is_answered_as_if_nothing_came_between(engine_stage: Stage) -> None:
    person = Person(engine_stage)
    person.say("/start")
    person.say("iets met hout")
    person.say("de eerste")
    assert open_question(person) == ("plan_form", "moment")
    buttons = person.nudge()
    person.press(buttons[plain(buttons)].label)
    person.say("in de pauze")
    plan = engine_stage.services.plans.newest(person.learner.id)
    assert plan is not None
    assert plan.moment == "in de pauze"
