"""Which column of a spreadsheet means what: our own Dutch names, and the names a provider uses."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from bot.catalogue.importers.cells import meant, priced, table
from bot.catalogue.importers.fields import Raw
from bot.catalogue.importers.plain import plain
from bot.errors import FeedRefused

HEADER_WITHIN = 10
"""Rows at the top of a file among which the names of the columns are looked for."""
FIXED = "="
"""Before the name of one of our columns: every row gets this value, as in ``{"=soort": "cursus"}``."""
_GROUPS = ("provider", "step", "run")


class Columns:
    """``theirs`` maps a provider's column names, or fixed values, to our column names."""

    def __init__(self, theirs: Mapping[str, str] | None = None) -> None:
        given = theirs or {}
        self._names = _ours() | {_folded(name): _known(ours) for name, ours in given.items() if not name.startswith(FIXED)}
        self._fixed = {_known(name.removeprefix(FIXED)): value for name, value in given.items() if name.startswith(FIXED)}

    def header(self, rows: Iterator[Sequence[str]]) -> list[str]:
        """Read ``rows`` up to and with the one that names the columns: above it a title may stand.

        Returns our field for each column, empty for one that is not used; raises FeedRefused when a needed one is missing.
        """
        passed: list[list[str]] = []
        for cells in islice(rows, HEADER_WITHIN):
            if self.is_header(cells):
                return self._fields(cells)
            passed.append([cell.strip() for cell in cells if cell.strip()])
        widest = max(passed, key=len, default=[])
        seen = plain(", ".join(widest), 200)
        raise FeedRefused("import_other_header" if seen else "import_no_header", seen)

    def is_header(self, cells: Sequence[str]) -> bool:
        """Whether these cells name the columns that are always needed."""
        return {"id", "title"} <= set(self._fields(cells))

    def _fields(self, cells: Sequence[str]) -> list[str]:
        return [self._names.get(_folded(cell), "") for cell in cells]

    def record(self, header: Sequence[str], cells: Sequence[str]) -> Raw:
        """Return the record of one row."""
        row = {name: cell for name, cell in zip(header, cells, strict=False) if name}
        values = {name: meant(name, cell) for name, cell in (row | self._fixed).items()}
        if "price" in values:
            said = {name: value for name, value in values.items() if value}
            values |= priced(values["price"]) | {name: value for name, value in said.items() if name != "price"}
        groups = {group: _inside(values, group) for group in _GROUPS}
        when = {name: value for name, value in groups["run"].items() if value}
        return {**values, "provider": groups["provider"], "smallest_step": groups["step"], "runs": [when] if when else []}


def _known(ours: str) -> str:
    found = _ours().get(_folded(ours))
    if found is None:
        raise FeedRefused("import_unknown_column", ours[:60])
    return found


def _inside(values: Mapping[str, str], group: str) -> dict[str, str]:
    return {name.removeprefix(f"{group}_"): value for name, value in values.items() if name.startswith(f"{group}_")}


def _folded(cell: str) -> str:
    return "_".join(cell.strip().casefold().split())


def _ours() -> dict[str, str]:
    return dict(table()["columns"])
