import json
import socket
from pathlib import Path

import pytest

from bot.run.environment import Inside, beside_running, child_environment, inside_addresses, remember
from bot.secrets import product_secret
from bot.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name in ("RASA_URL", "ACTIONS_URL", "DATABASE_URL", "RASA_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DUWTJE_HOME", str(tmp_path))
    return Settings()


def test_a_taken_inside_port_is_avoided(settings: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        inside = inside_addresses(settings.model_copy(update={"rasa_url": f"http://127.0.0.1:{port}"}))
    assert inside.rasa_url.startswith("http://127.0.0.1:")
    assert inside.rasa_url != f"http://127.0.0.1:{port}"


def test_an_address_that_the_operator_set_is_kept(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASA_URL", "http://rasa:5005")
    assert inside_addresses(settings).rasa_url == "http://rasa:5005"


def test_rasa_gets_its_own_port_token_and_database(settings: Settings) -> None:
    child = child_environment(settings, Inside("http://127.0.0.1:7001", "http://127.0.0.1:7002"))
    assert (child["RASA_PORT"], child["ACTIONS_PORT"]) == ("7001", "7002")
    assert child["RASA_DATABASE"] == f"sqlite:///{settings.home.resolve()}/rasa.db"
    assert len(child["RASA_TOKEN"]) > 20
    assert child["DUWTJE_SECRET"] == product_secret(settings)


def test_a_command_beside_the_product_finds_its_addresses(settings: Settings) -> None:
    remember(Inside("http://127.0.0.1:7001", "http://127.0.0.1:7002"), settings.home)
    assert beside_running(settings).rasa_url == "http://127.0.0.1:7001"
    assert json.loads((settings.home / "inside.json").read_text("utf-8"))["actions_url"] == "http://127.0.0.1:7002"


def test_without_a_running_product_the_settings_count(settings: Settings) -> None:
    assert beside_running(settings) is settings
