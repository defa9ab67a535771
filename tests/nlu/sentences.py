"""Reads annotated example sentences, as Rasa writes them."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent.parent

_MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")


@dataclass(frozen=True)
class Sentence:
    """What somebody says and what they mean by it."""

    text: str
    intent: str
    entities: frozenset[tuple[str, int, int]]
    """Kind, start and end of each annotated piece."""
    style: str = ""
    """Name of the file it stands in: who is speaking."""

    @property
    def folded(self) -> str:
        """The text without case and punctuation; as it is when nothing would be left, such as a thumb."""
        return " ".join(re.sub(r"[^\w ]", " ", self.text.lower()).split()) or self.text

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.folded.split())


def read(path: Path) -> list[Sentence]:
    """Return the sentences of a file in order."""
    blocks = yaml.safe_load(path.read_text("utf-8"))["nlu"]
    return [
        replace(parse(line.strip().removeprefix("- "), block["intent"]), style=path.stem)
        for block in blocks
        for line in block["examples"].splitlines()
        if line.strip()
    ]


def parse(marked: str, intent: str) -> Sentence:
    """Return the sentence that ``marked`` writes with its entities as ``[words](kind)``."""
    text, at = "", 0
    entities = []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        entities.append((match[2], len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return Sentence(text + marked[at:], intent, frozenset(entities))
