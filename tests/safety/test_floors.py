"""What the layer hears of sentences that nobody who works on it has read. Floors lie a little under docs/reference/safety.md.

A test that fails shows numbers only: the sentences stay unread.
"""

import json

import pytest

from bot.language.safety.guessing import guessed_right
from bot.language.safety.weighing import LEARNED
from bot.language.safety.words import sounds_desperate
from bot.language.words.fold import words_of
from tests.nlu.likeness import near
from tests.nlu.sentences import parse
from tests.nlu.splits import all_held_out
from tests.safety.learn import LESSONS, learned
from tests.safety.measure import HEARD_AS, by_the_layer, heard, is_asked, share
from tests.safety.sentences import PLAIN_TALK, themes

FLOORS = {"crisis": 0.76, "stop": 0.65, "pause": 0.6, "erase": 0.38, "my_data": 0.3, "human": 0.28, "help": 0.05}
RIGHTS = frozenset().union(*(lesson.intents | lesson.close for lesson in LESSONS.values()))
"""Intents that ask for a right, or come near it."""
MOST_ASKED = 0.01
"""Share of the held-out sentences for the model, of which hardly any is dark or asks for a right, that the weights take for it."""
MOST_ALARMS = 3
"""Sentences of plain talk about death that get the text for a crisis without being asked."""


@pytest.mark.parametrize("theme", HEARD_AS)
def test_unread_sentences_are_heard_often_enough(theme: str) -> None:
    found = share(heard("held_out", theme, by_the_layer), themes("held_out")[theme])
    assert found >= FLOORS[theme]


@pytest.mark.parametrize("theme", HEARD_AS)
def test_unread_plain_talk_is_hardly_ever_taken_for_more(theme: str) -> None:
    alarms = sum(not is_asked(each) for each in heard("held_out", PLAIN_TALK + theme, by_the_layer))
    assert alarms <= (MOST_ALARMS if theme == "crisis" else 1)


@pytest.mark.parametrize("part", ["read", "learn"])
def test_what_is_counted_and_what_may_be_read_have_nothing_in_common(part: str) -> None:
    read, unread = ([parse(each.text, "") for sentences in themes(name).values() for each in sentences] for name in (part, "held_out"))
    in_common = sum(1 for _ in near(unread, read))
    assert in_common == 0


def test_hardly_any_ordinary_message_is_asked_whether_all_is_well() -> None:
    asked = sum(sounds_desperate(words_of(each.text)) for each in all_held_out())
    assert asked / len(all_held_out()) <= MOST_ASKED


def test_hardly_any_ordinary_message_is_taken_for_a_right() -> None:
    plain = [each for each in all_held_out() if each.intent not in RIGHTS]
    guessed = sum(guessed_right(each.text) is not None for each in plain)
    assert guessed / len(plain) <= MOST_ASKED


@pytest.mark.engine
@pytest.mark.parametrize("theme", LESSONS)
def test_what_was_learned_follows_from_the_examples_of_now(theme: str) -> None:
    kept, now = json.loads((LEARNED / f"{theme}.json").read_text("utf-8")), learned(theme)
    assert kept["threshold"] == pytest.approx(now["threshold"], abs=0.05)
    pieces = kept["weights"].keys() | now["weights"].keys()
    assert max(abs(kept["weights"].get(piece, 0.0) - now["weights"].get(piece, 0.0)) for piece in pieces) < 0.1
