"""Conversations as people have them, one per file, grouped by what they are about."""

from pathlib import Path

import pytest

from tests.dialogues.responses import read
from tests.dialogues.stage import Stage
from tests.dialogues.talk import Talk

HERE = Path(__file__).parent
CONVERSATIONS = sorted(HERE.glob("*/*.yml"))


@pytest.mark.engine
@pytest.mark.parametrize("path", CONVERSATIONS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_conversation_goes_as_written(path: Path, engine_stage: Stage) -> None:
    written = read(path)
    talk = Talk(engine_stage)
    talk.given(written.get("given", {}))
    for turn in written["turns"]:
        talk.take(turn)


def test_there_are_enough_conversations() -> None:
    assert len(CONVERSATIONS) >= 60
