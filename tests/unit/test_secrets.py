from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.secrets import load_or_make


def test_a_given_secret_is_used_and_nothing_is_written(tmp_path: Path) -> None:
    assert load_or_make(SecretStr("given"), tmp_path, "key") == "given"
    assert list(tmp_path.iterdir()) == []


def test_a_made_secret_stays_the_same_and_is_private(tmp_path: Path) -> None:
    first = load_or_make(None, tmp_path, "key")
    assert load_or_make(None, tmp_path, "key") == first
    assert (tmp_path / "secrets" / "key").stat().st_mode & 0o077 == 0


def test_processes_that_start_together_share_one_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        made = set(pool.map(lambda _: load_or_make(None, tmp_path, "key"), range(64)))
    assert len(made) == 1


@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_secret_is_none(tmp_path: Path, empty: str) -> None:
    made = load_or_make(SecretStr(empty), tmp_path, "key")
    assert len(made) >= 32
    assert load_or_make(None, tmp_path, "key") == made
