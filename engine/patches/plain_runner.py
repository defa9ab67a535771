"""Runs the model's graph with a loop. Rasa asks dask, which plans the same small graph anew several times a message."""

from __future__ import annotations

from typing import Any

from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import GraphNode
from rasa.engine.runner.dask import DaskGraphRunner

Step = tuple[str, GraphNode, tuple[str, ...]]
"""Name of a node, the node, and the names of what it needs."""


def apply() -> None:
    """Replace ``run``; the plan for a set of targets is made once for each runner."""
    DaskGraphRunner.run = run


def run(self: DaskGraphRunner, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
    """Return what the targets give; raises GraphRunError as the original does."""
    wanted = tuple(targets or self._graph_schema.target_names)
    plans = self.__dict__.setdefault("_plans", {})
    if wanted not in plans:
        plans[wanted] = _plan(self, wanted)
    # A node takes and gives pairs of a name and a value.
    given = {name: (name, value) for name, value in (inputs or {}).items()}
    try:
        for name, node, needs in plans[wanted]:
            given[name] = node(*[given[need] for need in needs])
    except RuntimeError as error:
        raise GraphRunError("Error running runner.") from error
    return dict(given[name] for name in wanted)


def _plan(runner: DaskGraphRunner, targets: tuple[str, ...]) -> list[Step]:
    schema = runner._graph_schema.minimal_graph_schema(list(targets)).nodes
    steps: dict[str, Step] = {}

    def visit(name: str) -> None:
        if name in steps or name not in schema:  # what is not in the schema is an input
            return
        needs = tuple(schema[name].needs.values())
        for need in needs:
            visit(need)
        steps[name] = (name, runner._instantiated_nodes[name], needs)

    for target in targets:
        visit(target)
    return list(steps.values())
