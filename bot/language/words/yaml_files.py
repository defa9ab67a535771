"""YAML that refuses what YAML itself lets pass: the same key twice."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from bot.errors import BadText

LISTS = Path(__file__).parents[1] / "data"
"""The word lists that people maintain, one file for each module that listens."""


class _StrictLoader(yaml.SafeLoader):
    """A safe loader for which a repeated key is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = sorted({str(key) for key in keys if keys.count(key) > 1})
        if twice:
            raise BadText(f"{twice[0]} stands twice in {node.start_mark.name}")
        return super().construct_mapping(node, deep)


def read_mapping(path: Path) -> dict[str, Any]:
    """Return the mapping in ``path``, empty for an empty file; raises BadText when it is not a mapping."""
    with path.open(encoding="utf-8") as file:
        content = yaml.load(file, _StrictLoader) or {}  # noqa: S506  # a subclass of SafeLoader
    if not isinstance(content, dict):
        raise BadText(f"{path.name} is no mapping")
    return content
