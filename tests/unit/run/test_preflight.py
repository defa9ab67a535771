import shutil
import socket
from pathlib import Path

import pytest

from bot.run.preflight import NoDisk, NoHome, NoModel, PortBusy, check_home, check_model, check_port


def test_a_busy_port_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortBusy, match=str(port)):
            check_port("127.0.0.1", port)


def test_a_full_disk_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))
    with pytest.raises(NoDisk):
        check_home(tmp_path)


def test_a_home_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(NoHome, match="home"):
        check_home(tmp_path / "home")


def test_a_new_home_is_for_its_owner_only(tmp_path: Path) -> None:
    check_home(tmp_path / "new")
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoModel):
        check_model(tmp_path)
