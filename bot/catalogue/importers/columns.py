"""Which column of a spreadsheet means what: our own Dutch names, and the names a provider uses."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from bot.catalogue.importers.fields import Raw
from bot.catalogue.regions import FOLDER
from bot.errors import FeedRefused
from bot.language.yaml_files import read_mapping

FIXED = "="
"""Before the name of one of our columns: every row gets this value, as in ``{"=soort": "cursus"}``."""
_GROUPS = ("provider", "step", "run")


class Columns:
    """``theirs`` maps a provider's column names, or fixed values, to our column names."""

    def __init__(self, theirs: Mapping[str, str] | None = None) -> None:
        given = theirs or {}
        self._names = _ours() | {_folded(name): _known(ours) for name, ours in given.items() if not name.startswith(FIXED)}
        self._fixed = {_known(name.removeprefix(FIXED)): value for name, value in given.items() if name.startswith(FIXED)}

    def header(self, cells: Sequence[str]) -> list[str]:
        """Return our field for each column, empty for one that is not used; raises FeedRefused when a needed one is missing."""
        names = [self._names.get(_folded(cell), "") for cell in cells]
        for needed in ("id", "title"):
            if needed not in names:
                raise FeedRefused("import_no_header")
        return names

    def record(self, header: Sequence[str], cells: Sequence[str]) -> Raw:
        """Return the record of one row."""
        row = {name: cell for name, cell in zip(header, cells, strict=False) if name}
        values = {name: _value(name, cell) for name, cell in (self._fixed | row).items()}
        groups = {group: _inside(values, group) for group in _GROUPS}
        when = {name: value for name, value in groups["run"].items() if value}
        return {**values, "provider": groups["provider"], "smallest_step": groups["step"], "runs": [when] if when else []}


def _known(ours: str) -> str:
    found = _ours().get(_folded(ours))
    if found is None:
        raise FeedRefused("import_unknown_column", ours[:60])
    return found


def _value(name: str, cell: str) -> str:
    return str(_table()["values"].get(name, {}).get(cell.strip().casefold(), cell))


def _inside(values: Mapping[str, str], group: str) -> dict[str, str]:
    return {name.removeprefix(f"{group}_"): value for name, value in values.items() if name.startswith(f"{group}_")}


def _folded(cell: str) -> str:
    return "_".join(cell.strip().casefold().split())


def _ours() -> dict[str, str]:
    return dict(_table()["columns"])


@cache
def _table() -> dict[str, dict[str, Any]]:
    return read_mapping(FOLDER / "csv_columns.yml")
