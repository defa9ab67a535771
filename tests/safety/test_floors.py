"""What the lists hear of sentences that nobody who writes them has read. Floors lie a little under docs/reference/safety.md.

A test that fails shows numbers only: the sentences stay unread.
"""

import pytest

from tests.nlu.likeness import near
from tests.nlu.sentences import parse
from tests.safety.measure import HEARD_AS, by_lists, heard, is_asked, share
from tests.safety.sentences import PLAIN_TALK, themes

FLOORS = {"crisis": 0.31, "stop": 0.33, "pause": 0.08, "erase": 0.28, "my_data": 0.15, "human": 0.16, "help": 0.05}
MOST_ALARMS = 3
"""Sentences of plain talk about death that get the text for a crisis without being asked."""


@pytest.mark.parametrize("theme", HEARD_AS)
def test_unread_sentences_are_heard_often_enough(theme: str) -> None:
    found = share(heard("held_out", theme, by_lists), themes("held_out")[theme])
    assert found >= FLOORS[theme]


@pytest.mark.parametrize("theme", HEARD_AS)
def test_unread_plain_talk_is_hardly_ever_taken_for_more(theme: str) -> None:
    alarms = sum(not is_asked(each) for each in heard("held_out", PLAIN_TALK + theme, by_lists))
    assert alarms <= (MOST_ALARMS if theme == "crisis" else 1)


def test_the_halves_have_nothing_in_common() -> None:
    read, unread = ([parse(each.text, "") for sentences in themes(half).values() for each in sentences] for half in ("read", "held_out"))
    in_common = sum(1 for _ in near(unread, read))
    assert in_common == 0
