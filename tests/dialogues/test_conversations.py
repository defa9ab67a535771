"""Conversations as people have them, one per file, grouped by what they are about. Each is had three times.

Clean, with slips of the thumb, and in small letters without punctuation: what is pressed stays as it is. A conversation in
which a slip makes another word says so under ``not_with``: the hand, and why it means something else then.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.dialogues.responses import read
from tests.dialogues.stage import Stage
from tests.dialogues.talk import Talk
from tests.nlu.noise import plain, typos

HERE = Path(__file__).parent
CONVERSATIONS = sorted(HERE.glob("*/*.yml"))
HANDS: dict[str, Callable[[str], str]] = {"clean": str, "typos": typos, "plain": plain}
MOST_EXCUSED = 0.05


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
    talk = Talk(engine_stage, HANDS[hand])
    talk.given(written.get("given", {}))
    for turn in written["turns"]:
        talk.take(turn)


def test_there_are_enough_conversations() -> None:
    assert len(CONVERSATIONS) >= 200


def test_few_conversations_are_excused_from_a_hand_and_each_says_why() -> None:
    reasons = [reason for path in CONVERSATIONS for reason in excused(path).values()]
    assert all(len(reason.split()) > 3 for reason in reasons)
    assert {hand for path in CONVERSATIONS for hand in excused(path)} <= {"typos", "plain"}
    assert len({path for path in CONVERSATIONS if excused(path)}) <= MOST_EXCUSED * len(CONVERSATIONS)
