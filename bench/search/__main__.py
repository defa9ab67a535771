"""``python -m bench.search [SIZE …]``: every way of searching at every size, into ``bench/results/search.json`` and the reference."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.report import Row, machine, write
from bench.search.queries import held_out, tuning
from bench.search.suggesting import WAYS as SUGGESTING
from bench.search.table import written

SIZES = (1_000, 100_000, 1_000_000)
PAGE = Path("docs/reference/search.md")
_MOST = 10**9
_LARGEST = {
    "ours, words only": 100_000,
    "ours, without synonyms": 1_000,
    "ours, words only, without synonyms": 1_000,
    "SQLite FTS5, trigrams": 100_000,
    "PostgreSQL, trigrams": 1_000,
    "Tantivy, its Dutch stemmer": 100_000,
}
"""Up to which size a way is measured; the others at each."""
_WAYS = ("ours", "SQLite FTS5", "PostgreSQL dutch", *_LARGEST)
_MOST_SUGGESTED = 100_000
"""Up to which size suggesting is measured."""
_MILLION_EVERY = 3
"""Of so many queries one is asked of a million items."""
_UNITS = {
    "ndcg": "nDCG@10",
    "recall": "recall@10",
    "p50": "ms p50",
    "p95": "ms p95",
    "cpu": "ms CPU p95",
    "index": "s to index",
    "memory": "MB",
}


def main() -> None:
    sizes = [int(each) for each in sys.argv[1:]] or SIZES
    found = {size: {way: _found(way, size) for way in _WAYS if size <= _LARGEST.get(way, _MOST)} for size in sizes}
    suggested = {size: {way: _numbers("suggesting", way, size) for way in SUGGESTING} for size in sizes if size <= _MOST_SUGGESTED}
    rows = [row for size, ways in found.items() for row in _rows(size, ways, "")]
    write("search", rows + [row for size, ways in suggested.items() for row in _rows(size, ways, "suggestion, ")])
    if max(sizes) > min(SIZES):
        PAGE.write_text(written(PAGE.read_text("utf-8"), found, suggested, machine(), (len(tuning()), len(held_out()))), "utf-8")


def _found(way: str, size: int) -> Mapping[str, float]:
    return _numbers("measure", way, size, _MILLION_EVERY if size >= max(SIZES) else 1)


def _numbers(module: str, way: str, *arguments: int) -> Mapping[str, float]:
    command = [sys.executable, "-m", f"bench.search.{module}", way, *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    numbers: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    sys.stderr.write(f"{arguments[0]:>9,} {module} {way}: " + ", ".join(f"{key} {value:.3g}" for key, value in numbers.items()) + "\n")
    return numbers


def _rows(size: int, ways: Mapping[str, Mapping[str, float]], what: str) -> Iterator[Row]:
    stock = [numbers for way, numbers in ways.items() if way not in _LARGEST and way != "ours"]
    for way, numbers in ways.items():
        for key, value in numbers.items():
            best = max if key.startswith(("ndcg", "recall")) else min
            baseline = best((each[key] for each in stock if key in each), default=None) if way.startswith("ours") else None
            yield Row(f"{size} items, {what}{way}: {key}", value, _UNITS.get(key.split()[-1], "nDCG@10"), baseline)


if __name__ == "__main__":
    main()
