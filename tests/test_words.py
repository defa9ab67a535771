"""Everything people read is Dutch and stands in texts, templates and data: never in code."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = [
    path
    for top in ("bot", "actions", "scheduler", "engine")
    for path in sorted((ROOT / top).rglob("*.py"))
    if not {".venv", "node_modules"} & set(path.parts)
]
DUTCH = re.compile(r"\b(de|het|een|je|jij|jouw|niet|geen|wil|kun|kan|deze|voor|naar|maar|ook|wat|waar|hoe)\b", re.IGNORECASE)
ENOUGH = 2
"""One short Dutch word is often an English word too; two in one string are a sentence."""


PATTERN = re.compile(r"\\b|\(\?")
"""A regular expression over Dutch words is a rule, not something people read."""


def strings(path: Path) -> list[str]:
    """Return every string that is used for something; one that stands alone is documentation."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    documentation = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    return [
        node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
    ]


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_dutch_sentence_stands_in_code(path: Path) -> None:
    dutch = [text for text in strings(path) if len(DUTCH.findall(text)) >= ENOUGH and not PATTERN.search(text)]
    assert dutch == []
