from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.run.procfile import Program, read_procfile


def test_programs_are_read_in_order_and_comments_skipped(tmp_path: Path) -> None:
    path = tmp_path / "Procfile"
    path.write_text("# the processes\nweb: python -m bot web\n\nrasa: sh -c 'exec rasa run'\n")
    assert read_procfile(path) == [
        Program("web", ("python", "-m", "bot", "web")),
        Program("rasa", ("sh", "-c", "exec rasa run")),
    ]


def test_a_line_without_a_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "Procfile"
    path.write_text("python -m bot web\n")
    with pytest.raises(ConfigurationError, match="Procfile: python"):
        read_procfile(path)
