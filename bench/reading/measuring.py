"""Measures what reading a catalogue of 1 GB costs, per format: ``python -m bench.reading``, into ``bench/results/import-reading.json``.

Every feed is read by a process of its own, which cannot find work in a ``__main__``. The baseline, at a tenth of the size, reads it whole.
"""

import csv
import json
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree  # the stock way, on a file of our own

from bench.apart import apart
from bench.reading.feeds import CATALOG, SENTENCE, EdudexServer, write
from bench.report import Row, as_table
from bench.report import write as write_results
from bot.catalogue.importers.addresses import PublicOnly
from bot.catalogue.importers.edudex_api import EdudexApi
from bot.catalogue.importers.feeds import Feeds
from bot.catalogue.importers.fetch import Fetcher
from bot.catalogue.importers.record import Feed
from bot.catalogue.sources import Format, Source
from bot.clock import local_date, system_clock
from bot.errors import BadRecord

MANY = 100_000
TEXT = SENTENCE * (10_500 // len(SENTENCE))
"""So long that 100,000 records are 1 GB."""
SERVER = "edudex"
SHAPES = ("ooapi5", "edudex-xml", "csv", SERVER)


def main() -> None:
    """Measure every format, small beside its baseline and large; print and keep the numbers."""
    rows: list[Row] = []
    for shape in SHAPES:
        with tempfile.TemporaryDirectory(prefix="duwtje-bench-") as folder:
            for many, has_baseline in ((MANY // 10, True), (MANY, False)):
                rows += _measured(shape, many, Path(folder) / f"feed.{shape}", has_baseline=has_baseline)
                write_results("import-reading", rows)
    sys.stdout.write(as_table(rows) + "\n")


def _measured(shape: str, many: int, file: Path, *, has_baseline: bool) -> list[Row]:
    if shape != SERVER:
        write(file, shape, many, TEXT)
    megabytes = file.stat().st_size / 1e6 if file.exists() else many * len(TEXT) / 1e6
    _, peak, seconds = apart(read, shape, str(file), many)
    whole = apart(WHOLE[shape], str(file), many)[1] if has_baseline else None
    name = f"{shape}, {megabytes:,.0f} MB"
    sys.stderr.write(f"{name}: {peak:.0f} MB, {seconds:.0f} s, whole {whole}\n")
    peak_row = Row(f"{name}: peak memory", round(peak, 1), "MB", baseline=whole and round(whole, 1))
    return [peak_row, Row(f"{name}: time", round(seconds, 1), "s"), Row(f"{name}: records", many, "records")]


def read(shape: str, file: str, many: int) -> None:
    """Read a feed as an import does, without storing anything; raises ValueError when a record is missing."""
    good = sum(not isinstance(record.value, BadRecord) for record in opened(shape, Path(file), many, TEXT).records({}))
    if good != many:
        raise ValueError(good)


def opened(shape: str, file: Path, many: int, text: str) -> Feed:
    """Open the feed in ``file``, or a server with ``many`` programs."""
    if shape == SERVER:
        server: Any = EdudexServer(many, text)
        now = datetime.now(UTC)
        return EdudexApi(CATALOG, server, now, local_date(now), None, None, None)
    return Feeds(Fetcher(PublicOnly()), file.parent, system_clock).open(Source("bench", Format(shape), str(file))).feed


def whole_json(file: str, _: int) -> int:
    with Path(file).open(encoding="utf-8") as opened_file:
        return len(json.load(opened_file)["items"])


def whole_xml(file: str, _: int) -> int:
    return len(ElementTree.parse(file).getroot())  # noqa: S314  # a file of our own


def whole_csv(file: str, _: int) -> int:
    with Path(file).open(encoding="utf-8", newline="") as opened_file:
        return len(list(csv.DictReader(opened_file, delimiter=";")))


def whole_server(_: str, many: int) -> int:
    asked = [{"orgUnitId": "school", "programId": f"las-{number}"} for number in range(many)]
    answer: Any = EdudexServer(many, TEXT).json(f"{CATALOG}/bulk", headers={}, body={"programs": asked})
    return len(answer["programs"])


WHOLE: dict[str, Callable[[str, int], int]] = {"ooapi5": whole_json, "edudex-xml": whole_xml, "csv": whole_csv, SERVER: whole_server}
