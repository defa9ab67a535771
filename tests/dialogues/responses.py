"""Which response a text is: the tests name responses, so that another wording or variant needs no other test."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[2] / "data" / "dialogues"


@cache
def all_responses() -> dict[str, list[dict[str, Any]]]:
    """Every response with its variants."""
    return {name: variants for path in sorted(FOLDER.glob("*.yml")) for name, variants in (read(path).get("responses") or {}).items()}


def read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return content


def names_of(text: str) -> set[str]:
    """Return the names of the responses that ``text`` may be."""
    return {name for name, patterns in _patterns().items() if any(pattern.fullmatch(text.strip()) for pattern in patterns)}


@cache
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    return {name: [_pattern(each["text"]) for each in variants if "text" in each] for name, variants in all_responses().items()}


def _pattern(text: str) -> re.Pattern[str]:
    parts = re.split(r"\{\w+\}", text.strip())
    return re.compile(".*".join(re.escape(part) for part in parts).replace(r"\ ", r"\s"), re.DOTALL)
