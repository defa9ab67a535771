"""The container files, read by the real Compose parser and by hadolint."""

import json
import os
import re
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = Path(sysconfig.get_path("scripts"))
SECRETS = {"POSTGRES_PASSWORD": "a", "DUWTJE_SECRET": "b", "RASA_TOKEN": "c"}


def compose(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [SCRIPTS / "docker-compose", "-f", ROOT / "docker-compose.yml", "--env-file", "/dev/null", "config", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": os.environ["PATH"], **environment})


@pytest.fixture(scope="module")
def services() -> dict[str, dict[str, object]]:
    result = compose("--format", "json", **SECRETS)
    assert result.stderr == ""  # the packaged parser always exits 0 and says what is wrong here
    parsed: dict[str, dict[str, object]] = json.loads(result.stdout)["services"]
    return parsed


@pytest.mark.parametrize("missing", sorted(SECRETS))
def test_compose_refuses_to_start_without_a_secret(missing: str) -> None:
    result = compose("-q", **{name: value for name, value in SECRETS.items() if name != missing})
    assert f"required variable {missing} is missing a value" in result.stderr


def test_all_parts_are_there(services: dict[str, dict[str, object]]) -> None:
    assert set(services) == {"postgres", "migrate", "rasa", "actions", "scheduler", "web"}


def test_rasa_and_the_product_have_the_same_secret(services: dict[str, dict[str, Any]]) -> None:
    assert {name: service["environment"]["DUWTJE_SECRET"] for name, service in services.items() if name != "postgres"} == dict.fromkeys(
        ["migrate", "rasa", "actions", "scheduler", "web"], "b"
    )


def test_only_web_publishes_a_port(services: dict[str, dict[str, object]]) -> None:
    assert [name for name, service in services.items() if service.get("ports")] == ["web"]


def test_rasa_and_actions_reach_no_outside_network(services: dict[str, dict[str, object]]) -> None:
    assert list(services["rasa"]["networks"]) == list(services["actions"]["networks"]) == ["inside"]  # type: ignore[call-overload]


def test_every_part_that_stays_up_has_a_health_check(services: dict[str, dict[str, object]]) -> None:
    in_image = {"rasa"}  # written in the Dockerfile, where the engine's own Python is known
    assert {name for name, service in services.items() if not service.get("healthcheck")} - in_image == {"migrate"}


def test_the_dockerfile_has_no_hadolint_findings() -> None:
    result = subprocess.run([SCRIPTS / "hadolint", ROOT / "Dockerfile"], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, "")


def test_both_images_run_as_an_ordinary_user() -> None:
    stages = (ROOT / "Dockerfile").read_text("utf-8").split("\nFROM ")[1:]
    assert all("\nUSER 10001\n" in stage for stage in stages)


def test_every_variable_of_compose_is_in_the_example() -> None:
    wanted = set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text("utf-8")))
    example = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE))
    assert wanted
    assert wanted == example
