"""Run the fast tests of the rules against every mutant: ``python -m bench.mutation [module ...]``.

Each mutant lives in a child of this process, which has loaded the libraries already; the sources on disk never change.
"""

import importlib
import json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from bench.mutation.mutants import mutants_of
from bench.report import RESULTS, Row, write

ROOT = Path(__file__).parents[2]
RULES = ("shifts", "timetable", "policy", "extras")


def _tests_of(rule: str) -> Sequence[str]:
    others = [name for name in (*RULES, "planning") if name != rule]
    return [f"deciding/test_{name}.py" for name in (rule, *others)]


_HISTORY = tuple(f"deciding/test_{name}.py" for name in ("policy", "planning", "extras", "eligibility"))

TESTS: Mapping[str, Sequence[str]] = {
    **{f"deciding/{rule}": _tests_of(rule) for rule in RULES},
    "deciding/answered": ("deciding/test_answered.py",),
    "deciding/declining": ("deciding/test_declining.py",),
    "deciding/eligibility": ("deciding/test_eligibility.py", "deciding/test_extras.py", "deciding/test_policy.py"),
    "deciding/facts": ("deciding/test_facts.py",),
    "deciding/following": ("deciding/test_following.py",),
    "deciding/planning": ("deciding/test_planning.py", "deciding/test_extras.py"),
    "deciding/window": ("deciding/test_timetable.py", "deciding/test_shifts.py"),
    "repeating": ("test_repeating.py",),
    "history": ("test_history.py", *_HISTORY, "test_situation.py"),
    "situation": ("test_situation.py", *_HISTORY),
    "choose": ("test_choose.py",),
    "experiment/counting": ("experiment/test_findings.py",),
    "experiment/draw": ("experiment/test_draw.py", "experiment/test_learning.py"),
    "experiment/findings": ("experiment/test_findings.py",),
    "experiment/intervals": ("experiment/test_intervals.py", "experiment/test_findings.py"),
    "experiment/learning": ("experiment/test_learning.py",),
    "experiment/plan": ("experiment/test_plan.py", "experiment/test_findings.py"),
    "experiment/power": ("experiment/test_power.py", "experiment/test_findings.py"),
    "experiment/thompson": ("experiment/test_plan.py", "experiment/test_thompson.py", "experiment/test_learning.py"),
    "sending/delivery": ("sending/test_delivery.py",),
    "sending/limits": ("sending/test_limits.py",),
    "../backoff": ("../test_backoff.py",),
    "../turns": ("../test_turns.py",),
    "../channels/telegram": ("../channels/test_telegram.py",),
}
"""Modules that decide, seen from bot/nudges, and the fast tests that should notice a change in them, the likeliest first."""
LIBRARIES = ("pytest", "hypothesis", "hypothesis.strategies", "sqlalchemy", "holidays", "pydantic", "structlog", "alembic", "httpx")
SECONDS = 60
"""Of processor: a mutant that makes the tests go on for ever is killed, and counts as noticed. A busy machine changes nothing."""


class Swap(MetaPathFinder, Loader):
    """Gives one module another source."""

    def __init__(self, name: str, source: str) -> None:
        self._name = name
        self._source = source

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return ModuleSpec(fullname, self) if fullname == self._name else None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._source, self._name, "exec"), module.__dict__)  # noqa: S102


def fails(module: str, source: str) -> bool:
    """Whether a test of ``module`` fails, or nothing runs any more, with this source in its place."""
    child = os.fork()
    if child == 0:
        _test(module, source)
    _, status = os.waitpid(child, 0)
    return status != 0


def _test(module: str, source: str) -> None:
    import pytest

    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    sys.meta_path.insert(0, Swap(_name_of(module), source))
    tests = [str(ROOT / "tests/unit/nudges" / test) for test in TESTS[module]]
    # The plugin for time limits counts the seconds of a clock, and a busy machine would look like a mutant that was noticed.
    os._exit(int(pytest.main([*tests, "-x", "-q", "-p", "no:cacheprovider", "-p", "no:timeout", "-k", "not postgres"])))


def _name_of(module: str) -> str:
    return f"bot.nudges.{module.replace('/', '.')}" if not module.startswith("../") else f"bot.{module[3:].replace('/', '.')}"


def main(modules: Sequence[str]) -> None:
    """Print every mutant that no test notices, and keep the counts; those of modules that are left out stay as they were."""
    for library in LIBRARIES:
        importlib.import_module(library)
    rows = _earlier()
    for module in modules or TESTS:
        file = ROOT / "bot/nudges" / f"{module}.py"
        source = file.read_text(encoding="utf-8")
        if fails(module, source):
            sys.exit(f"{module}: its tests fail without any change")
        mutants = list(mutants_of(source))
        left = [mutant for mutant in mutants if not fails(module, mutant.source)]
        for mutant in left:
            print(f"{module}.py:{mutant.line}: {mutant.before}  ->  {mutant.after}", flush=True)
        for name, count in (("mutants", len(mutants)), ("noticed", len(mutants) - len(left))):
            rows[f"{module}: {name}"] = Row(f"{module}: {name}", count, "mutants")
        print(f"{module}: {len(mutants) - len(left)} of {len(mutants)} noticed", flush=True)
        write("mutation", [rows[name] for name in sorted(rows)])


def _earlier() -> dict[str, Row]:
    file = RESULTS / "mutation.json"
    kept = json.loads(file.read_text("utf-8"))["rows"] if file.exists() else []
    return {row["name"]: Row(row["name"], row["value"], row["unit"]) for row in kept if row["name"].split(":")[0] in TESTS}


if __name__ == "__main__":
    main(sys.argv[1:])
