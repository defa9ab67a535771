"""What the processes of one machine are told, worked out once by their parent."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bot.run.ports import Ports
from bot.secrets import product_secret, rasa_token
from bot.settings import Settings

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Inside:
    """Addresses that only the processes themselves use."""

    rasa_url: str
    actions_url: str


def inside_addresses(settings: Settings, ports: Ports) -> Inside:
    """Keep the addresses an operator set; otherwise take free ``ports``, so that two copies can run side by side."""
    return Inside(
        rasa_url=os.environ.get("RASA_URL") or _loopback(settings.rasa_url, ports),
        actions_url=os.environ.get("ACTIONS_URL") or _loopback(settings.actions_url, ports),
    )


def remember(inside: Inside, home: Path) -> None:
    """Leave the addresses for commands that are started beside the product."""
    _kept(home).write_text(json.dumps(asdict(inside)), "utf-8")


def beside_running(settings: Settings) -> Settings:
    """Return the settings with the addresses of the product that was started last from the same home folder."""
    if os.environ.get("RASA_URL") or not _kept(settings.home).exists():
        return settings
    return settings.model_copy(update=json.loads(_kept(settings.home).read_text("utf-8")))


def child_environment(settings: Settings, inside: Inside) -> dict[str, str]:
    """Return the environment for every process: the parent's, with addresses and secrets filled in."""
    return {
        **os.environ,
        "DUWTJE_HOME": str(settings.home.resolve()),
        "PORT": str(settings.port),
        "HOST": settings.host,
        "RASA_URL": inside.rasa_url,
        "RASA_PORT": str(urlsplit(inside.rasa_url).port),
        "ACTIONS_URL": inside.actions_url,
        "ACTIONS_PORT": str(urlsplit(inside.actions_url).port),
        "DUWTJE_SECRET": product_secret(settings),
        "RASA_TOKEN": rasa_token(settings),
        "RASA_DATABASE": settings.tracker_url,
        "RASA_PROCESSES": str(settings.rasa_processes),
        "RASA_TELEMETRY_ENABLED": "false",
        "PYTHONUNBUFFERED": "1",
    }


def _kept(home: Path) -> Path:
    return home / "inside.json"


def _loopback(preferred: str, ports: Ports) -> str:
    return f"http://{LOOPBACK}:{ports.take(LOOPBACK, urlsplit(preferred).port)}"
