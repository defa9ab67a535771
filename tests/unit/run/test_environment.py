import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.run.environment import Inside, beside_running, child_environment, inside_addresses, remember
from bot.run.ports import Ports
from bot.secrets import product_secret
from bot.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name in ("RASA_URL", "ACTIONS_URL", "DATABASE_URL", "RASA_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DUWTJE_HOME", str(tmp_path))
    return Settings()


@pytest.fixture
def ports() -> Iterator[Ports]:
    with Ports() as taken:
        yield taken


def test_a_taken_inside_port_is_avoided(settings: Settings, ports: Ports) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        inside = inside_addresses(settings.model_copy(update={"rasa_url": f"http://127.0.0.1:{port}"}), ports)
    assert inside.rasa_url.startswith("http://127.0.0.1:")
    assert inside.rasa_url != f"http://127.0.0.1:{port}"


def test_two_products_that_start_at_once_take_other_ports_before_anything_listens(settings: Settings, ports: Ports) -> None:
    first = inside_addresses(settings, ports)
    with Ports() as others:
        second = inside_addresses(settings, others)
    assert len({first.rasa_url, first.actions_url, second.rasa_url, second.actions_url}) == 4


def test_an_address_that_the_operator_set_is_kept(settings: Settings, ports: Ports, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASA_URL", "http://rasa:5005")
    assert inside_addresses(settings, ports).rasa_url == "http://rasa:5005"


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
