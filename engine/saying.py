"""What the engine's commands say, from ``texts.yml``."""

import sys
from pathlib import Path
from typing import NoReturn

import yaml

_TEXTS: dict[str, str] = yaml.safe_load((Path(__file__).parent / "texts.yml").read_text("utf-8"))


def say(key: str, **values: object) -> None:
    """Print the text of ``key`` with its variables filled in."""
    print(_TEXTS[key].format_map(values), flush=True)


def stop(key: str, **values: object) -> NoReturn:
    """Say why nothing can go on, and end the process with an error."""
    sys.exit(_TEXTS[key].format_map(values))
