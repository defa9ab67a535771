"""Conversations as people have them, one per file, grouped by what they are about. Each is had three times.

Clean, with slips, and in small letters without punctuation: what is pressed stays as it is. What is not understood from such a
hand is listed under ``not_with``: the hand, and why.
"""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.dialogues.hands import HANDS, exact_words
from tests.dialogues.responses import read
from tests.dialogues.stage import Stage
from tests.dialogues.talk import START, Talk

HERE = Path(__file__).parent
CONVERSATIONS = sorted(HERE.glob("*/*.yml"))
MOST_EXCUSED = 0.05
LEAST_DIFFERENT = 200
"""Conversations that a hand really changes."""


def excused(path: Path) -> dict[str, str]:
    """Return the hands under which a conversation means something else, each with the reason."""
    noise: dict[str, str] = read(path).get("not_with", {})
    return noise


def runs() -> list[object]:
    return [
        pytest.param(path, hand, id=f"{hand}-{path.parent.name}/{path.stem}")
        for hand in HANDS
        for path in CONVERSATIONS
        if hand not in excused(path)
    ]


@pytest.mark.engine
@pytest.mark.parametrize(("path", "hand"), runs())
def test_the_conversation_goes_as_written(path: Path, hand: str, engine_stage: Stage) -> None:
    written = read(path)
    talk = Talk(engine_stage, partial(HANDS[hand], exact=exact_words(written)))
    talk.go(written)


def typed(written: dict[str, Any]) -> list[str]:
    """Return what is typed in a conversation."""
    return [turn["say"] for turn in written["turns"] if turn.get("say", START) != START]


@pytest.mark.parametrize("hand", ["typos", "plain"])
def test_a_hand_really_changes_most_conversations(hand: str) -> None:
    changed = [path for path in CONVERSATIONS if hand not in excused(path) and typed_by(hand, path) != typed(read(path))]
    assert len(changed) >= LEAST_DIFFERENT


def typed_by(hand: str, path: Path) -> list[str]:
    """Return what comes out when a conversation is typed by ``hand``."""
    return [HANDS[hand](text, exact_words(read(path))) for text in typed(read(path))]


def test_there_are_enough_conversations() -> None:
    assert len(CONVERSATIONS) >= 200


def test_few_conversations_are_excused_from_a_hand_and_each_says_why() -> None:
    reasons = [reason for path in CONVERSATIONS for reason in excused(path).values()]
    assert all(len(reason.split()) > 3 for reason in reasons)
    assert {hand for path in CONVERSATIONS for hand in excused(path)} <= {"typos", "plain"}
    assert len({path for path in CONVERSATIONS if excused(path)}) <= MOST_EXCUSED * len(CONVERSATIONS)
