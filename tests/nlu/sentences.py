"""Reads annotated example sentences, as Rasa writes them."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "data" / "nlu.yml"
HELD_OUT = Path(__file__).parent / "test_held_out.yml"

_MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")


@dataclass(frozen=True)
class Sentence:
    """What somebody says and what they mean by it."""

    text: str
    intent: str
    entities: frozenset[tuple[str, int, int]]
    """Kind, start and end of each annotated piece."""

    @property
    def folded(self) -> str:
        """The text without case and punctuation."""
        return " ".join(re.sub(r"[^\w ]", " ", self.text.lower()).split())


def read(path: Path) -> list[Sentence]:
    """Return the sentences of a file in order."""
    blocks = yaml.safe_load(path.read_text("utf-8"))["nlu"]
    return [
        _sentence(line.strip().removeprefix("- "), block["intent"])
        for block in blocks
        for line in block["examples"].splitlines()
        if line.strip()
    ]


def _sentence(marked: str, intent: str) -> Sentence:
    text, at = "", 0
    entities = []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        entities.append((match[2], len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return Sentence(text + marked[at:], intent, frozenset(entities))
