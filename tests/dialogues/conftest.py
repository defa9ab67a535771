"""Rasa and its actions, started once for all conversations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dialogues.stage import Stage, stage


@pytest.fixture(scope="session")
def engine_stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    home: Path = tmp_path_factory.mktemp("dialogues")
    with stage(home) as running:
        yield running
