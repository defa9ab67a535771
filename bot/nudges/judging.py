"""The language gate as the script editor uses it: wording may forbid publishing, numbers only advise."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.language.gate import Gate, load_gate

FORBIDDING = ("forbidden_", "je_and_u", "too_many_words")
"""Beginnings of the codes that forbid publishing."""


@dataclass(frozen=True)
class Judgement:
    """One remark about a text; implements ``bot.nudges.editing.Remark``."""

    code: str
    detail: str
    blocking: bool


def judge_with(gate: Gate) -> Callable[[str], Iterator[Judgement]]:
    """Return the judge that a ``ScriptEditor`` needs."""

    def judge(text: str) -> Iterator[Judgement]:
        for finding in gate.check(text):
            yield Judgement(finding.code, finding.detail, finding.code.startswith(FORBIDDING))

    return judge


def load_judge() -> Callable[[str], Iterator[Judgement]]:
    """Return the judge with the wording that is shipped."""
    return judge_with(load_gate())
