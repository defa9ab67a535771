"""Rasa away, a channel away, a process that dies: nothing is lost silently."""

import threading
from datetime import datetime, timedelta
from typing import Never

import pytest

from bot.channels.memory import MemoryChannel
from bot.dialogue.ports import RasaReply
from bot.dialogue.worker import Worker
from bot.errors import EngineUnavailable, OutcomeUnknown, RecipientGone, Refused, TryLater
from bot.learners.models import NudgeState
from bot.messages import Address, Outgoing, Reply
from bot.nudges.asking.answering import NudgeAnswer
from tests.unit.dialogue.scene import ME, TEXTS, Scene

DOWN, LOST = TEXTS("engine_down"), TEXTS("engine_lost")


def test_a_message_that_was_only_taken_in_is_answered_after_a_restart(any_scene: Scene) -> None:
    any_scene.accept("hoi")
    any_scene.restart()
    any_scene.service.recover()
    assert any_scene.heard() == ["Waar heb je zin in?"]


def test_an_answer_that_was_only_stored_is_delivered_after_a_restart(any_scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    any_scene.accept("hoi")
    with monkeypatch.context() as patched:
        patched.setattr("bot.dialogue.outbox.Outbox.deliver", lambda *_: None)
        any_scene.service.work_off(ME)
    assert any_scene.heard() == []
    any_scene.restart()
    any_scene.service.recover()
    any_scene.service.recover()
    assert any_scene.heard() == ["Waar heb je zin in?"]


def test_a_process_that_dies_while_rasa_thinks_answers_after_the_restart(scene: Scene) -> None:
    def die(message: str) -> list[RasaReply]:
        raise SystemExit

    scene.rasa.script = die
    scene.accept("hoi")
    with pytest.raises(SystemExit):
        scene.service.work_off(ME)
    scene.rasa.script = lambda message: [RasaReply("Daar ben ik weer.")]
    scene.restart()
    scene.service.recover()
    assert scene.heard() == ["Daar ben ik weer."]


def test_rasa_away_is_said_once_and_answered_later_in_order(any_scene: Scene) -> None:
    any_scene.welcome()
    any_scene.rasa.down = True
    assert any_scene.say("een") == [DOWN]
    assert any_scene.say("twee") == []
    any_scene.service.recover()
    assert any_scene.heard() == []
    any_scene.rasa.down = False
    any_scene.service.recover()
    assert any_scene.heard() == ["Je zei: een", "Je zei: twee"]


@pytest.mark.parametrize(("urgent", "answer"), [("ik wil dood", "crisis_help"), ("stop", "stop_done"), ("help", "help")])
def test_what_is_urgent_does_not_wait_until_rasa_was_tried_once_more(
    any_scene: Scene, monkeypatch: pytest.MonkeyPatch, urgent: str, answer: str
) -> None:
    any_scene.welcome()
    tried: list[str] = []

    def hang(_: str, text: str, *__: object) -> Never:
        tried.append(text)
        raise EngineUnavailable("no answer in time")

    monkeypatch.setattr(any_scene.rasa, "say", hang)
    any_scene.say("iets anders")
    assert TEXTS(answer) in any_scene.say(urgent)
    assert tried == ["iets anders"]


def test_an_answer_to_a_nudge_needs_no_rasa_and_how_it_goes_on_comes_later(any_scene: Scene) -> None:
    any_scene.welcome()
    any_scene.nudge(due_id=7)
    any_scene.nudges.answers[7, 0] = NudgeAnswer(Reply("Leuk!"), ask="report_done")
    any_scene.rasa.down = True
    assert any_scene.press("Doe ik") == ["Leuk!", DOWN]
    any_scene.service.recover()
    assert any_scene.heard() == []
    any_scene.rasa.down = False
    any_scene.service.recover()
    assert any_scene.heard() == ["Je zei: /report_done"]
    any_scene.service.recover()
    assert (any_scene.heard(), len(any_scene.nudges.pressed)) == ([], 1)


def test_how_a_nudge_goes_on_may_get_lost_but_is_said(scene: Scene) -> None:
    scene.welcome()
    scene.nudge(due_id=7)
    scene.nudges.answers[7, 0] = NudgeAnswer(Reply("Leuk!"), ask="report_done")
    scene.rasa.down = True
    assert scene.say("doe ik") == ["Leuk!", DOWN]
    scene.clock.advance(minutes=16)
    scene.service.recover()
    assert scene.heard() == [LOST]


def test_that_rasa_is_away_does_not_hide_the_nudge_above_it(scene: Scene) -> None:
    scene.welcome()
    scene.nudge(due_id=7)
    scene.nudges.answers[7, 1] = NudgeAnswer(Reply("Neem een andere route."))
    scene.rasa.down = True
    assert scene.say("wat bedoel je daarmee") == [DOWN]
    assert scene.say("2") == ["Neem een andere route."]


def test_what_waits_is_answered_after_somebody_does_not_want_to_erase(scene: Scene) -> None:
    scene.welcome()
    scene.rasa.down = True
    assert scene.say("een") == [DOWN]
    scene.say("wis alles")
    assert scene.press(TEXTS("erase_no")) == [TEXTS("erase_cancelled")]
    scene.rasa.down = False
    scene.service.recover()
    assert scene.heard() == ["Je zei: een"]


@pytest.mark.parametrize("typed", ["help", "mens", "pauze", "mijn gegevens", "wat weet je van mij", "wis alles", "stop", "ik heb schulden"])
def test_before_the_first_words_and_without_rasa_every_right_is_answered(scene: Scene, typed: str) -> None:
    scene.rasa.down = True
    heard = scene.say(typed)
    assert heard
    assert DOWN not in heard


def test_the_next_time_that_rasa_is_away_it_is_said_again(scene: Scene) -> None:
    scene.welcome()
    for _ in range(2):
        scene.rasa.down = True
        assert scene.say("een") == [DOWN]
        scene.rasa.down = False
        scene.service.recover()
        assert scene.heard() == ["Je zei: een"]


def test_after_a_stop_or_a_loss_a_new_message_is_not_met_with_silence(scene: Scene) -> None:
    scene.welcome()
    scene.rasa.down = True
    assert scene.say("een") == [DOWN]
    scene.say("stop")
    assert scene.say("twee") == [DOWN]
    scene.clock.advance(minutes=16)
    scene.service.recover()
    assert scene.heard() == [LOST]
    assert scene.say("drie") == [DOWN]


def test_a_new_message_brings_the_waiting_ones_along(scene: Scene) -> None:
    scene.welcome()
    scene.rasa.down = True
    scene.say("een")
    scene.rasa.down = False
    assert scene.say("twee") == ["Je zei: een", "Je zei: twee"]


def test_after_a_quarter_of_an_hour_the_person_hears_that_it_is_lost_once(any_scene: Scene) -> None:
    any_scene.welcome()
    any_scene.rasa.down = True
    any_scene.say("een")
    any_scene.say("twee")
    any_scene.clock.advance(minutes=14)
    any_scene.service.recover()
    assert any_scene.heard() == []
    any_scene.clock.advance(minutes=2)
    any_scene.service.recover()
    any_scene.service.recover()
    assert any_scene.heard() == [LOST]
    any_scene.rasa.down = False
    any_scene.service.recover()
    assert any_scene.heard() == []
    assert any_scene.say("drie") == ["Je zei: drie"]


def test_what_waited_long_is_still_answered_when_rasa_is_there(scene: Scene) -> None:
    scene.welcome()
    scene.accept("een")
    scene.clock.advance(hours=3)
    scene.restart()
    scene.service.recover()
    assert scene.heard() == ["Je zei: een"]


def test_one_server_that_is_away_is_tried_once_per_round(scene: Scene) -> None:
    scene.welcome()
    for text in ("een", "twee", "drie"):
        scene.accept(text)
    tries: list[str] = []
    scene.rasa.down = True
    original = scene.rasa.say
    scene.rasa.say = lambda key, text, metadata=None: (tries.append(text), original(key, text, metadata))[1]  # type: ignore[method-assign]
    scene.service.work_off(ME)
    assert tries == ["een"]


def test_silence_of_rasa_is_no_answer_and_does_not_hold_up_what_comes_next(scene: Scene) -> None:
    scene.welcome()
    scene.rasa.script = lambda message: [] if message == "een" else [RasaReply("Gehoord.")]
    scene.accept("een")
    scene.accept("twee")
    scene.service.work_off(ME)
    assert scene.heard() == [DOWN, "Gehoord."]


def test_a_welcome_that_fails_is_not_silence_and_comes_later(scene: Scene) -> None:
    scene.rasa.script = lambda message: []
    assert scene.say("/start") == [DOWN]
    scene.rasa.script = lambda message: [RasaReply("Waar heb je zin in?")]
    scene.clock.advance(seconds=10)
    scene.service.recover()
    assert scene.heard() == ["Waar heb je zin in?"]


def test_a_silent_rasa_does_not_hear_the_same_every_few_seconds(scene: Scene) -> None:
    scene.welcome()
    scene.rasa.script = lambda message: []
    scene.accept("een")
    for _ in range(200):
        scene.clock.advance(seconds=4)
        scene.service.recover()
    assert 5 <= len(scene.rasa.messages) <= 20


def test_a_fault_of_ours_is_treated_like_a_message_that_waits(scene: Scene) -> None:
    scene.welcome()

    def broken(message: str) -> list[RasaReply]:
        if message == "een":
            raise KeyError("a fault")
        return [RasaReply("Gehoord.")]

    scene.rasa.script = broken
    scene.accept("een")
    assert scene.say("twee") == [DOWN, "Gehoord."]
    scene.clock.advance(minutes=16)
    scene.service.recover()
    assert scene.heard() == [LOST]


def test_a_channel_that_asks_to_wait_gets_the_messages_later_in_order(any_scene: Scene) -> None:
    any_scene.welcome()
    any_scene.with_channel(MemoryChannel([TryLater(any_scene.clock.advance(seconds=30))]))
    any_scene.clock.advance(seconds=-30)
    any_scene.say("een")
    any_scene.say("twee")
    any_scene.service.recover()
    assert any_scene.heard() == []
    any_scene.clock.advance(seconds=31)
    any_scene.service.recover()
    assert any_scene.heard() == ["Je zei: een", "Je zei: twee"]


def test_a_failing_channel_is_tried_less_and_less_and_an_hour_of_it_loses_no_reply(scene: Scene) -> None:
    scene.welcome()
    tries = broken_channel(scene)
    scene.say("een")
    pass_minutes(scene, 60)
    assert 5 <= len(tries) <= 10
    scene.with_channel(MemoryChannel())
    pass_minutes(scene, 60)
    assert scene.heard() == ["Je zei: een"]


def test_trying_to_reply_ends_after_a_day_and_what_came_after_it_goes_on(scene: Scene) -> None:
    scene.welcome()
    tries = broken_channel(scene)
    scene.say("een")
    pass_minutes(scene, 26 * 60, at_once=30)
    given_up_after = len(tries)
    assert given_up_after >= 20
    pass_minutes(scene, 26 * 60, at_once=120)
    assert len(tries) == given_up_after
    scene.with_channel(MemoryChannel())
    assert scene.say("twee") == ["Je zei: twee"]


def test_waiting_for_a_turn_is_no_try_and_has_an_end_too(scene: Scene) -> None:
    scene.welcome()
    tries = broken_channel(scene, tried=False)
    scene.say("een")
    pass_minutes(scene, 20)
    assert len(tries) > 15
    who = scene.learner().id
    with scene.store.work() as work:
        assert [waiting.attempts for waiting in work.messages.undelivered(who)] == [0]
    scene.clock.advance(days=1)
    scene.service.recover()
    with scene.store.work() as work:
        assert work.messages.undelivered(who) == []


def broken_channel(scene: Scene, *, tried: bool = True) -> list[datetime]:
    """Give the scene a channel that always says "try later", and return the moments at which it was asked."""
    tries: list[datetime] = []

    class Broken(MemoryChannel):
        def send(self, address: Address, message: Outgoing) -> Never:
            tries.append(scene.clock.now)
            raise TryLater(scene.clock.now + timedelta(seconds=5), tried=tried)

    scene.with_channel(Broken())
    return tries


def pass_minutes(scene: Scene, minutes: int, at_once: int = 1) -> None:
    for _ in range(minutes // at_once):
        scene.clock.advance(minutes=at_once)
        scene.service.recover()


def test_a_reply_that_perhaps_arrived_is_sent_again(scene: Scene) -> None:
    scene.welcome()
    scene.with_channel(MemoryChannel([OutcomeUnknown("timeout")]))
    scene.say("een")
    scene.clock.advance(seconds=31)
    scene.service.recover()
    assert scene.heard() == ["Je zei: een"]


def test_a_reply_that_never_gets_through_is_given_up(scene: Scene) -> None:
    scene.welcome()
    scene.with_channel(MemoryChannel([OutcomeUnknown("timeout")] * 5))
    scene.say("een")
    for _ in range(10):
        scene.clock.advance(seconds=31)
        scene.service.recover()
    assert scene.heard() == []
    assert scene.say("twee") == ["Je zei: twee"]


def test_a_refused_reply_does_not_hold_up_the_next(scene: Scene) -> None:
    scene.welcome()
    scene.with_channel(MemoryChannel([Refused("too odd")]))
    scene.accept("een")
    assert scene.say("twee") == ["Je zei: twee"]


def test_who_blocks_us_gets_no_nudges_any_more(scene: Scene) -> None:
    scene.welcome()
    scene.profile.choose_nudges(scene.learner().id)
    scene.with_channel(MemoryChannel([RecipientGone("blocked")]))
    scene.say("hoi")
    assert scene.learner().nudges.state is NudgeState.STOPPED


def test_trouble_with_one_person_does_not_stop_the_others(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Address("memory", "other")
    scene.accept("hoi")
    scene.accept("hoi", other)
    unlucky = scene.learner().id
    original = Worker.work_off

    def work_off(self: Worker, learner_id: str, *, engine_is_up: bool = True) -> None:
        if learner_id == unlucky:
            raise OSError("disk")
        original(self, learner_id, engine_is_up=engine_is_up)

    monkeypatch.setattr(Worker, "work_off", work_off)
    scene.service.recover()
    assert scene.heard(other) == ["Waar heb je zin in?"]


def test_nobody_is_answered_twice_at_once(any_scene: Scene) -> None:
    any_scene.welcome()
    inside, most = [0], [0]
    guard = threading.Lock()

    def slowly(message: str) -> list[RasaReply]:
        with guard:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        threading.Event().wait(0.01)
        with guard:
            inside[0] -= 1
        return [RasaReply(message)]

    any_scene.rasa.script = slowly
    texts = [f"bericht {number}" for number in range(8)]
    for text in texts:
        any_scene.accept(text)
    threads = [threading.Thread(target=any_scene.service.work_off, args=(ME,)) for _ in range(4)]
    threads.append(threading.Thread(target=any_scene.service.recover))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert any_scene.heard() == texts


def test_working_off_an_address_nobody_uses_does_nothing(scene: Scene) -> None:
    scene.service.work_off(Address("memory", "nobody"))
    assert scene.heard(Address("memory", "nobody")) == []
