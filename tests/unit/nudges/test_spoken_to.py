"""From the register of a person to the nudge they read."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.learners.profile import ProfileService
from bot.nudges.models import RewordedButton, Rewording, Script
from bot.nudges.service import NudgeService
from bot.registers import Asked, Manner
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import RecordingOutlet, a_learner, a_script, join, open_row, rows_of, shelve

WHO = "a" * 32
Send = Callable[[Script, Manner], None]
U = Rewording("Wat lukte u vandaag?", (RewordedButton(say="Leuk voor u."), *[RewordedButton()] * 3))
EASY = Rewording("Wat ging goed?", (RewordedButton("Iets", "Mooi."), None, RewordedButton("Minder", "Goed."), RewordedButton()))
BOTH = a_script(text="Wat lukte jou vandaag?", u=U, easy=EASY)


@pytest.fixture
def send(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> Send:
    """Plan for somebody who is spoken to in a manner, and let the moment come."""

    def go(script: Script, manner: Manner) -> None:
        shelve(sqlite_store, [script])
        join(sqlite_store, replace(a_learner(), manner=manner))
        nudges.plan_missing()
        if rows_of(sqlite_store):
            clock.now = open_row(sqlite_store).due_at
            nudges.send_due()

    return go


@pytest.mark.parametrize(
    ("manner", "text", "said"),
    [
        (Manner(), "Wat lukte jou vandaag?", "Leuk."),
        (Manner(formal=True), "Wat lukte u vandaag?", "Leuk voor u."),
        (Manner(easy=True), "Wat ging goed?", "Mooi."),
    ],
)
def test_a_nudge_and_its_answer_come_in_the_words_of_who_reads_them(
    send: Send, outlet: RecordingOutlet, nudges: NudgeService, sqlite_store: Store, manner: Manner, text: str, said: str
) -> None:
    send(BOTH, manner)
    assert [reply.text for _, reply, _ in outlet.sent] == [text]
    answer = nudges.answer(WHO, rows_of(sqlite_store)[0].id, 0)
    assert answer.reply is not None
    assert answer.reply.text == said
    assert answer.ask == "ask_suggestion"


def test_what_is_counted_is_the_same_choice_in_every_register(send: Send, nudges: NudgeService, sqlite_store: Store) -> None:
    send(BOTH, Manner(easy=True))
    nudges.answer(WHO, rows_of(sqlite_store)[0].id, 2)
    assert rows_of(sqlite_store)[0].answer == "Minder vaak"


def test_nobody_who_is_spoken_to_with_u_gets_a_nudge_that_says_je(send: Send, outlet: RecordingOutlet) -> None:
    send(a_script(text="Wat lukte jou vandaag?"), Manner(formal=True))
    assert outlet.sent == []


def test_a_button_that_was_left_out_still_answers_who_changed_their_words(
    send: Send, nudges: NudgeService, sqlite_store: Store, clock: StoppedClock
) -> None:
    send(BOTH, Manner())
    ProfileService(sqlite_store.work, clock).ask_manner(WHO, Asked.EASY)
    answer = nudges.answer(WHO, rows_of(sqlite_store)[0].id, 1)
    assert answer.reply is not None
    assert answer.reply.text == "Prima."
