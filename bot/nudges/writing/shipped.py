"""Reads the scripts that ship with the product: one YAML file each, strictly."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.errors import BadScript, BadText
from bot.language.words.yaml_files import read_mapping
from bot.nudges.models import Script
from bot.nudges.writing.rules import read_script

FOLDER = Path(__file__).parent.parent / "scripts"


def load_shipped(interests: frozenset[str], folder: Path = FOLDER) -> tuple[Script, ...]:
    """Return every script in ``folder`` as version 1, by id; raises BadScript that names the file and the field."""
    return tuple(_load(path, interests) for path in sorted(folder.glob("*.yml")))


def parse_script(body: Mapping[str, Any], *, version: int, interests: frozenset[str], name: str = "") -> Script:
    """Return the script in ``body``; raises BadScript with ``name`` and the first field that is wrong."""
    script, problems = read_script(body, version=version, interests=interests)
    for problem in problems:
        raise BadScript(f"{name or body.get('id', '?')}: {problem.field}: {problem.code} {problem.detail}".rstrip())
    assert script is not None
    return script


def _load(path: Path, interests: frozenset[str]) -> Script:
    try:
        body = read_mapping(path)
    except (yaml.YAMLError, BadText) as error:
        raise BadScript(f"{path.name}: {error}") from error
    script = parse_script(body, version=1, interests=interests, name=path.name)
    if script.id != path.stem:
        raise BadScript(f"{path.name}: id: {script.id} is not the name of the file")
    return script
