"""Reads annotated example sentences, as Rasa writes them, and says which of them serve for what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "data" / "nlu.yml"
"""Learned from."""
VALIDATION = Path(__file__).parent
"""``validation*.yml`` there: thresholds and settings are chosen on these, so they prove nothing."""
HELD_OUT = VALIDATION / "held_out"
"""A file for each style, written by people who never saw the examples: numbers are measured on these only."""

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


@cache
def examples() -> tuple[Sentence, ...]:
    """Return what is learned from."""
    return tuple(read(EXAMPLES))


@cache
def validation() -> tuple[Sentence, ...]:
    """Return what settings are chosen on; a sentence that stands there twice counts once."""
    return tuple({each.folded: each for path in sorted(VALIDATION.glob("validation*.yml")) for each in read(path)}.values())


@cache
def all_held_out() -> tuple[Sentence, ...]:
    """Return every held-out sentence."""
    return tuple(each for path in sorted(HELD_OUT.glob("*.yml")) for each in read(path))


@cache
def held_out() -> tuple[Sentence, ...]:
    """Return what is measured on: the held-out sentences that nobody happened to write as an example too.

    Everybody writes down "ja" and "hoi". They stay in the examples, because an assistant has to know them, and out of
    the measure, because knowing them by heart proves nothing.
    """
    return unseen(all_held_out())


def unseen(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Return ``sentences`` without those that are learned from to the letter."""
    learned = {each.folded for each in examples()}
    return tuple(each for each in sentences if each.folded not in learned)


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
