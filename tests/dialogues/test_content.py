"""What the dialogues promise each other: no model and no process needed."""

import importlib
import inspect
import json
import pkgutil
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import actions
from actions.nudges import BUTTONS
from actions.suggestions import SETS_OF_IDEAS
from actions.turns.base import DuwtjeAction
from bot.dialogue.deeds import Deed
from bot.dialogue.meaning import deed_of
from bot.language.moments.rhythms import every_days_in
from bot.language.small_talk.meanings import words_explained
from tests.dialogues.responses import FOLDER, all_responses, read
from tests.leaves import leaves

ROOT = Path(__file__).parents[2]
DOMAIN: dict[str, Any] = read(ROOT / "domain.yml")
DIALOGUES = {path.stem: read(path) for path in sorted(FOLDER.glob("*.yml"))}
MODULES = {
    module.name.removeprefix("actions."): importlib.import_module(module.name)
    for module in pkgutil.walk_packages(actions.__path__, "actions.")
    if not module.ispkg and module.name != "actions.__main__"
}
BESIDE = {"standing_reminders", "agenda"}
"""Modules with actions of the dialogues of reminders and nudges, whose own modules would be too long."""
DYNAMIC = [
    *(
        f"utter_ask{middle}_{slot}{end}"
        for form in DOMAIN["forms"].values()
        for slot in form["required_slots"]
        for middle, end in (("", ""), ("", "_again"), ("_rephrased", ""))
    ),
    *(f"utter_why_{slot}" for form in DOMAIN["forms"].values() for slot in form["required_slots"]),
    *(f"utter_feeling_{name}" for name in ("tired", "angry", "ashamed", "sad")),
    *(f"utter_not_mine_{name}" for name in ("medical", "legal", "money", "other_work")),
    *(f"utter_meaning_{word}" for word in words_explained()),
    *(f"utter_idea_{asked}_{whose}" for asked in ("enrol", "company", "stuff", "teacher", "audience") for whose in ("own", "theirs")),
    *(f"utter_suggestions_{number}" for number in (1, 2, 3)),
    *(f"utter_ask_wish_ideas_{number + 1}" for number in range(SETS_OF_IDEAS)),
]
"""Names that actions put together."""
NO_RESPONSES = {"utter_action"}
"""A key of Rasa, and the beginning of a name."""
FREQUENT = [
    *("utter_greet", "utter_welcome_back", "utter_goodbye", "utter_ask_wish", "utter_ask_wish_again", "utter_wish_kept"),
    *("utter_suggestions_3", "utter_chosen", "utter_ask_moment", "utter_ask_moment_again", "utter_plan_made", "utter_good_luck"),
    *("utter_you_are_welcome", "utter_glad", "utter_calm", "utter_how_i_am", "utter_joke", "utter_not_mine", "utter_not_now"),
    *("utter_done", "utter_not_done", "utter_log_kept", "utter_learning_refused", "utter_ask_other_words", "utter_ask_did_you_mean"),
]


def steps() -> list[dict[str, Any]]:
    stories = [story for dialogue in DIALOGUES.values() for kind in ("rules", "stories") for story in dialogue.get(kind, ())]
    return [step for story in stories for step in story["steps"]]


def variants() -> list[Any]:
    return [pytest.param(variant, id=f"{name}-{number}") for name, each in all_responses().items() for number, variant in enumerate(each)]


def sources() -> str:
    return "\n".join(inspect.getsource(module) for module in MODULES.values())


def payloads() -> list[str]:
    return [button["payload"] for each in all_responses().values() for variant in each for button in variant.get("buttons", ())]


def test_every_intent_leads_somewhere() -> None:
    assert {*DOMAIN["intents"], "nlu_fallback"} == {step["intent"] for step in steps() if "intent" in step}


def test_every_response_has_one_home() -> None:
    homes = Counter(name for dialogue in DIALOGUES.values() for name in dialogue.get("responses", {}))
    assert [name for name, number in homes.items() if number > 1] == []


def test_every_response_that_is_used_exists_and_the_other_way_round() -> None:
    named = {step["action"] for step in steps() if step.get("action", "").startswith("utter_")}
    written = set(re.findall(r'"(utter_[a-z_0-9]*[a-z0-9])"', sources()))
    titles = {name for name in all_responses() if name.startswith("utter_title_")}
    assert named | (written - NO_RESPONSES) | set(DYNAMIC) | titles == set(all_responses())


def test_titles_of_guesses_belong_to_intents() -> None:
    titled = {name.removeprefix("utter_title_") for name in all_responses() if name.startswith("utter_title_")}
    of_things = {name for name in titled if name.startswith("drop_")}
    assert titled - of_things - {"something_else", "yes"} <= set(DOMAIN["intents"])


def test_the_domain_declares_and_says_nothing() -> None:
    assert set(DOMAIN) == {"version", "session_config", "intents", "entities", "slots", "forms", "actions"}
    assert [line for line in map(str, leaves(DOMAIN)) if " " in line] == []


def test_every_action_of_the_domain_exists_and_the_other_way_round() -> None:
    made = {each().name() for module in MODULES.values() for each in actions_in(module)}
    assert made == set(DOMAIN["actions"])


def actions_in(module: object) -> list[type[DuwtjeAction]]:
    own = (each for _, each in inspect.getmembers(module, inspect.isclass) if each.__module__ == getattr(module, "__name__", ""))
    return [each for each in own if issubclass(each, DuwtjeAction) and not inspect.isabstract(each)]


def test_the_actions_of_a_dialogue_are_in_the_module_of_its_name() -> None:
    assert {name for name, module in MODULES.items() if actions_in(module)} - BESIDE <= set(DIALOGUES)


def test_every_action_in_a_rule_exists() -> None:
    used = {step["action"] for step in steps() if "action" in step}
    assert {name for name in used if name.startswith("action_")} <= set(DOMAIN["actions"])


@pytest.mark.parametrize("name", FREQUENT)
def test_what_is_said_often_has_variants(name: str) -> None:
    assert len(all_responses()[name]) > 1


@pytest.mark.parametrize("variant", variants())
def test_a_response_is_short(variant: dict[str, Any]) -> None:
    text = variant.get("text", "")
    sentences = re.split(r"[.!?:\n]+", text)
    assert len(text.split()) <= 60
    assert max(len(sentence.split()) for sentence in sentences) <= 15
    assert len(variant.get("buttons", ())) <= 4
    assert [button["title"] for button in variant.get("buttons", ()) if len(button["title"]) > 24] == []


@pytest.mark.parametrize("payload", sorted(set(payloads())))
def test_a_button_says_something_the_domain_knows(payload: str) -> None:
    if right := deed_of(payload):
        assert Deed(right)
        return
    match = re.fullmatch(r"/([a-z_]+)(?:\{(\{.*\})\})?", payload)
    assert match
    assert match[1] in DOMAIN["intents"]
    assert set(json.loads(match[2] or "{}")) <= set(DOMAIN["entities"])


def test_the_buttons_for_how_often_stand_in_the_order_that_numbers_mean() -> None:
    for name in ("utter_ask_every_days", "utter_ask_every_days_again"):
        for variant in all_responses()[name]:
            shown = tuple(every_days_in(button["title"]) for button in variant["buttons"])
            assert shown == BUTTONS[: len(shown)]


@pytest.mark.parametrize("form", DOMAIN["forms"])
def test_side_questions_never_fill_a_slot(form: str) -> None:
    ignored = DOMAIN["forms"][form]["ignored_intents"]
    assert set(ignored) <= set(DOMAIN["intents"])
    assert {"leave_form", "start_conversation", "stop_nudges", "erase_data", "ask_privacy", "ask_help", "ask_human", "ask_rephrase"} <= set(
        ignored
    )


def test_there_is_enough_to_learn_from() -> None:
    nlu = read(ROOT / "data" / "nlu.yml")["nlu"]
    counts = {each["intent"]: len(each["examples"].strip().splitlines()) for each in nlu if "intent" in each}
    assert sum(number >= 25 for number in counts.values()) >= 30
    assert set(DOMAIN["intents"]) - set(counts) == {"start_conversation", "leave_form", "find_desk", "answer_money"}
