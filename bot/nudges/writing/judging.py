"""The language gate as the script editor uses it: wording may forbid publishing, numbers only advise."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from bot.language.plain.gate import Gate, load_gate
from bot.registers import Register

FORBIDDING = ("forbidden_", "je_and_u", "wrong_form", "too_many_words")
"""Beginnings of the codes that forbid publishing."""


@dataclass(frozen=True)
class Judgement:
    """One remark about a text."""

    code: str
    detail: str
    blocking: bool


class Judge(Protocol):
    """Says what is wrong with a text, in *je* unless told otherwise."""

    def __call__(self, text: str, register: Register = Register.JE, /) -> Iterator[Judgement]: ...


def judge_with(gate: Gate) -> Judge:
    """Return the judge that a ``ScriptEditor`` needs."""

    def judge(text: str, register: Register = Register.JE) -> Iterator[Judgement]:
        for finding in gate.check(text, register=register):
            yield Judgement(finding.code, finding.detail, finding.code.startswith(FORBIDDING))

    return judge


def load_judge() -> Judge:
    """Return the judge with the wording that is shipped."""
    return judge_with(load_gate())
