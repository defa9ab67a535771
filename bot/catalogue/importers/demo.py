"""Reads the demo catalogue that is shipped."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from bot.catalogue.importers.fields import Raw

FOLDER = Path(__file__).parent.parent / "demo"
LICENCE = "Apache-2.0"


def read_demo(folder: Path = FOLDER) -> Iterator[tuple[int, Raw]]:
    """Yield (number, record) for each item of each file, in a fixed order."""
    records = (record for path in sorted(folder.glob("*.yml")) for record in yaml.safe_load(path.read_text("utf-8")))
    yield from enumerate(({"licence": LICENCE, **record} for record in records), start=1)
