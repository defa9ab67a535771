"""The one shape of a measurement: rows beside their baseline, kept as ``bench/results/<name>.json``."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True)
class Row:
    """One number. ``baseline`` is what the stock way gave in the same run; None where there is no stock way."""

    name: str
    value: float
    unit: str
    baseline: float | None = None

    @property
    def ratio(self) -> float | None:
        """``value / baseline``, to 4 digits."""
        return round(self.value / self.baseline, 4) if self.baseline else None


def machine() -> str:
    """Describe this machine in a line: processor, cores, memory in GB, system, Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {system}"


def write(name: str, rows: Sequence[Row], folder: Path = RESULTS, *, note: str = "", details: Mapping[str, object] | None = None) -> Path:
    """Keep ``rows`` as ``<name>.json`` in ``folder``, with a ``note`` that they are not to be read without; return the file.

    ``details`` is what somebody wants to look up who doubts a number.
    """
    file = folder / f"{name}.json"
    when = datetime.now(UTC).isoformat(timespec="seconds")
    told = ({"note": note} if note else {}) | ({"details": details} if details else {})
    body = {"machine": machine(), "when": when, **told, "rows": [asdict(row) | {"ratio": row.ratio} for row in rows]}
    file.write_text(json.dumps(body, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return file


def as_table(rows: Sequence[Row]) -> str:
    """Return ``rows`` as a Markdown table."""
    lines = ["| | value | unit | baseline | ratio |", "|---|---|---|---|---|"]
    lines += [f"| {row.name} | {_short(row.value)} | {row.unit} | {_short(row.baseline)} | {_short(row.ratio)} |" for row in rows]
    return "\n".join(lines)


def _short(number: float | None) -> str:
    return "" if number is None else f"{number:.4g}" if abs(number) < 1000 else f"{number:,.0f}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown processor")
