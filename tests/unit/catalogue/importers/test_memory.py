"""What reading a feed costs does not depend on how long it is."""

import tracemalloc
from pathlib import Path

import pytest

from bench.reading.feeds import SENTENCE, write
from bench.reading.measuring import opened

TEXT = SENTENCE * 10


def peak(shape: str, file: Path, many: int) -> int:
    """Return the most bytes that reading a feed of ``many`` records held, once for its ids and once for its records."""
    write(file, shape, many, TEXT)
    tracemalloc.start()
    try:
        feed = opened(shape, file, many, TEXT)
        assert sum(1 for _ in feed.ids()) == sum(1 for _ in feed.records({})) == many
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("shape", ["ooapi5", "edudex-xml", "csv"])
def test_ten_times_as_many_records_take_the_same_memory(shape: str, tmp_path: Path) -> None:
    peak(shape, tmp_path / "feed", 2)  # what is made once counts for neither
    few, many = peak(shape, tmp_path / "feed", 100), peak(shape, tmp_path / "feed", 1_000)
    assert many < few * 1.2
