"""What the check says, in Dutch and beside the right field."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.language.saying.texts import Texts
from bot.nudges.writing.rules import Problem
from bot.web.admin.script_form import input_of
from bot.web.admin.wording import Wording


@dataclass(frozen=True)
class Finding:
    """One remark about a script."""

    field: str
    """Id of the input it belongs to."""
    name: str
    """What people call that input."""
    sentence: str
    blocking: bool


def findings_of(problems: Iterable[Problem], texts: Texts, wording: Wording) -> list[Finding]:
    """Return the remarks, what forbids publishing first; the same remark about a field is made once."""
    once = {(input_of(problem.field), problem.code, _words(problem.detail)): problem for problem in problems}
    return sorted((_finding(problem, texts, wording) for problem in once.values()), key=lambda finding: not finding.blocking)


def by_field(findings: Iterable[Finding]) -> dict[str, list[str]]:
    """Return the sentences that forbid publishing, per input."""
    sentences: dict[str, list[str]] = {}
    for finding in findings:
        if finding.blocking:
            sentences.setdefault(finding.field, []).append(finding.sentence)
    return sentences


def _words(detail: str) -> str:
    # Two checks may count a little differently; that is one remark.
    return "" if detail.isdigit() else detail


def _finding(problem: Problem, texts: Texts, wording: Wording) -> Finding:
    field = input_of(problem.field)
    key = f"script_problem_{problem.code}"
    # The gate writes what it forbids as "wrong → better", and means in the English way.
    wrong, _, better = problem.detail.partition(" → ")
    detail = re.sub(r"(\d)\.(\d)", r"\1,\2", problem.detail)
    sentence = texts(key if key in texts else "script_problem_other", detail=detail, wrong=wrong, better=better, code=problem.code)
    return Finding(field, wording.part(field), sentence, problem.blocking)
