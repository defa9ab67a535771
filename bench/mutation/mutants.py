"""Small changes to the source of a module, one at a time."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}
_JOINED: dict[type[ast.boolop], type[ast.boolop]] = {ast.And: ast.Or, ast.Or: ast.And}


@dataclass(frozen=True)
class Mutant:
    """A module with one change."""

    line: int
    before: str
    after: str
    source: str


def mutants_of(source: str) -> Iterator[Mutant]:
    """Yield every mutant of ``source``: comparisons, sums, *and* and *or*, *not*, numbers, and conditions turned around."""
    tree = ast.parse(source)
    for place, node in enumerate(ast.walk(tree)):
        changed = _change(node)
        if changed is not None:
            copied = copy.deepcopy(tree)
            _replace(copied, list(ast.walk(copied))[place], changed)
            yield Mutant(
                getattr(node, "lineno", 0), ast.unparse(node), ast.unparse(changed), ast.unparse(ast.fix_missing_locations(copied))
            )


def _change(node: ast.AST) -> ast.expr | None:
    match node:
        case ast.Compare(left=left, ops=[op, *rest], comparators=others) if type(op) in _COMPARED:
            return ast.Compare(left, [_COMPARED[type(op)](), *rest], others)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _COUNTED:
            return ast.BinOp(left, _COUNTED[type(op)](), right)
        case ast.BoolOp(op=op, values=values):
            return ast.BoolOp(_JOINED[type(op)](), values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return operand
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.Constant(value=bool()):
            return None
        case ast.Constant(value=int() as value):
            return ast.Constant(value + 1)
    return None


def _replace(tree: ast.AST, old: ast.AST, new: ast.expr) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list) and any(one is old for one in value):
                value[next(place for place, one in enumerate(value) if one is old)] = new
