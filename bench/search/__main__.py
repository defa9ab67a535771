"""``python -m bench.search [SIZE …]``: every way of searching at every size, into ``bench/results/search.json`` and the reference."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.report import Row, machine, write
from bench.search.queries import held_out, tuning
from bench.search.table import written

SIZES = (1_000, 100_000, 1_000_000)
PAGE = Path("docs/reference/search.md")
_MOST = 10**9
_LARGEST = {
    "ours, words only": 100_000,
    "ours, without synonyms": 1_000,
    "ours, words only, without synonyms": 1_000,
    "SQLite FTS5, trigrams": 100_000,
}
"""Up to which size a way is measured; the others at each."""
_WAYS = ("ours", "SQLite FTS5", "PostgreSQL dutch", *_LARGEST)
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
    measured = {size: {way: _measured(way, size) for way in _WAYS if size <= _LARGEST.get(way, _MOST)} for size in sizes}
    write("search", [row for size, ways in measured.items() for row in _rows(size, ways)])
    if max(sizes) > min(SIZES):
        PAGE.write_text(written(PAGE.read_text("utf-8"), measured, machine(), (len(tuning()), len(held_out()))), "utf-8")


def _measured(way: str, size: int) -> Mapping[str, float]:
    every = _MILLION_EVERY if size >= max(SIZES) else 1
    arguments = [sys.executable, "-m", "bench.search.measure", way, str(size), str(every)]
    done = subprocess.run(arguments, stdout=subprocess.PIPE, check=True)
    numbers: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    sys.stderr.write(f"{size:>9,} {way}: " + ", ".join(f"{key} {numbers[key]:.3g}" for key in _UNITS if key in numbers) + "\n")
    return numbers


def _rows(size: int, ways: Mapping[str, Mapping[str, float]]) -> Iterator[Row]:
    stock = [ways["SQLite FTS5"], ways["PostgreSQL dutch"]]
    for way, numbers in ways.items():
        for key, value in numbers.items():
            best = max if key.startswith(("ndcg", "recall")) else min
            baseline = best(each[key] for each in stock if key in each) if way.startswith("ours") else None
            yield Row(f"{size} items, {way}: {key}", value, _UNITS.get(key, "nDCG@10"), baseline)


if __name__ == "__main__":
    main()
