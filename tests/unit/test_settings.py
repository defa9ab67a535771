from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.nudges.sending.sender import Pace
from bot.settings import Settings, load_settings


def test_without_anything_set_the_store_is_sqlite_in_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("DUWTJE_HOME", str(tmp_path))
    assert load_settings().store_url == f"sqlite:///{tmp_path}/duwtje.db"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_a_postgresql_address_gets_the_right_driver(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://u:p@db/duwtje")
    assert load_settings().store_url == "postgresql+psycopg://u:p@db/duwtje"


@pytest.mark.parametrize("port", ["0", "70000", "acht"])
def test_a_wrong_port_is_named(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("PORT", port)
    with pytest.raises(ConfigurationError, match="PORT"):
        load_settings()


def test_a_webhook_without_its_secret_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:a")
    monkeypatch.setenv("TELEGRAM_MODE", "webhook")
    with pytest.raises(ConfigurationError, match="TELEGRAM_WEBHOOK_SECRET"):
        load_settings()


def test_several_rasa_processes_need_postgresql(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASA_PROCESSES", "2")
    with pytest.raises(ConfigurationError, match="RASA_PROCESSES"):
        load_settings()
    monkeypatch.setenv("DATABASE_URL", "postgresql://h/d")
    assert load_settings().rasa_processes == 2


@pytest.mark.parametrize("many", ["0", "1001"])
def test_a_batch_of_nudges_has_bounds(monkeypatch: pytest.MonkeyPatch, many: str) -> None:
    monkeypatch.setenv("NUDGES_AT_ONCE", many)
    with pytest.raises(ConfigurationError, match="NUDGES_AT_ONCE"):
        load_settings()


def test_a_scheduler_claims_as_many_nudges_as_what_is_measured_without_settings() -> None:
    assert Settings.model_fields["nudges_at_once"].default == Pace().chunk
