"""Lists of phrases in which ``<name>`` stands for a group of words that mean the same."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.errors import BadText
from bot.language.words.yaml_files import read_mapping

_NAME = re.compile(r"<(\w+)>")


def read_grouped(path: Path) -> dict[str, Any]:
    """Return the mapping in ``path`` with the groups of its ``words`` written out; raises BadText for a name that is no group."""
    content = read_mapping(path)
    groups: Mapping[str, list[str]] = content.pop("words", {})

    def words_of(match: re.Match[str]) -> str:
        if match[1] not in groups:
            raise BadText(f"<{match[1]}> is no group of words in {path.name}")
        return "|".join(groups[match[1]])

    def written_out(value: Any) -> Any:  # noqa: ANN401  # whatever stands in the file
        if isinstance(value, dict):
            return {key: written_out(each) for key, each in value.items()}
        if isinstance(value, list):
            return [written_out(each) for each in value]
        return _NAME.sub(words_of, value) if isinstance(value, str) else value

    written: dict[str, Any] = written_out(content)
    return written
