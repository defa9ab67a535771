"""Whatever comes in: a friendly line or nothing, never a crash, never a command."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.dialogue.scene import ME, TEXTS, Scene

MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        "a" * MEGABYTE,
        "ik wil leren lassen " * (MEGABYTE // 20),
        "\ufdfa" * 5000,
        "\x00",
        "hoi\x00daar",
        "😀" * 1000,
        "👩‍👩‍👧‍👦",
        "/restart",
        "  /restart",
        "\u200b/restart",
        "／restart",
        "//session_start",
        '/geef_interesse{"x":"y"}',
        '/EXTERNAL_nudge{"a": {"b": 1}}',
        "<script>alert(1)</script>",
        "<b>vet</b> & {wens} {0} %s",
        "'; DROP TABLE learners; --",
        "z\ud83dz",
        "\u202eomgekeerd",
        "Z" + "\u0301" * 5000,
        "\n\n\n",
        "nudge:1:0",
        "right:erase_confirm",
        "0" * 5000,
        "@" * 5000,
        "a@" * 2000,
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_odd_text_is_answered_and_nothing_of_it_runs(any_scene: Scene, text: str) -> None:
    any_scene.welcome()
    began = time.perf_counter()
    (answer,) = any_scene.say(text)
    assert time.perf_counter() - began < 5
    assert answer
    assert not [message for message in any_scene.rasa.messages if message.startswith("/")]
    assert all(len(message) <= 500 for message in any_scene.rasa.messages)
    assert any_scene.nudges.pressed == []
    assert any_scene.learner()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec=None), max_size=300))
def test_any_text_at_all_is_answered(scene: Scene, text: str) -> None:
    scene.clock.advance(minutes=2)
    assert scene.say(text)
    assert not [
        message for message in scene.rasa.messages if message.startswith("/") and message not in ("/start_conversation", "/leave_form")
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec=None), max_size=100), st.text(st.characters(codec=None), max_size=80))
def test_any_button_and_any_message_id_at_all_is_answered(any_scene: Scene, choice: str, external_id: str) -> None:
    any_scene.clock.advance(minutes=2)
    any_scene.service.accept(any_scene.incoming(choice=choice, external_id=f"{external_id}{any_scene.clock()}"))
    any_scene.service.work_off(ME)
    assert any_scene.heard() == [TEXTS("unknown_choice")]


def test_two_hundred_messages_in_a_second_get_one_friendly_line(any_scene: Scene) -> None:
    any_scene.welcome()
    accepted = [any_scene.accept(f"bericht {number}") for number in range(200)]
    any_scene.service.work_off(ME)
    heard = any_scene.heard()
    assert sum(accepted) == 19
    assert heard.count(TEXTS("limit_reached")) == 1
    assert len(heard) == 20


def test_after_a_flood_a_calm_person_is_heard_again(scene: Scene) -> None:
    for number in range(200):
        scene.accept(f"bericht {number}")
    scene.service.work_off(ME)
    scene.heard()
    scene.clock.advance(seconds=3)
    assert scene.say("sorry") == ["Je zei: sorry"]


def test_who_goes_on_flooding_hears_nothing_more(scene: Scene) -> None:
    for number in range(30):
        scene.accept(f"bericht {number}")
    scene.service.work_off(ME)
    scene.heard()
    for number in range(100):
        scene.clock.advance(seconds=0.1)
        scene.accept(f"nog een {number}")
    scene.service.work_off(ME)
    assert TEXTS("limit_reached") not in scene.heard()


def test_one_flood_does_not_drown_others(scene: Scene) -> None:
    from bot.messages import Address

    other = Address("memory", "other")
    for number in range(200):
        scene.accept(f"bericht {number}")
    assert scene.say("hoi", other) == ["Waar heb je zin in?"]


def test_a_flood_of_stops_is_limited_too(scene: Scene) -> None:
    assert sum(scene.accept("stop") for _ in range(200)) == 20


def test_the_friendly_line_does_not_wait_for_a_conversation_to_be_worked_off(scene: Scene) -> None:
    for number in range(21):
        scene.accept(f"bericht {number}")
    assert scene.heard() == [TEXTS("limit_reached")]
