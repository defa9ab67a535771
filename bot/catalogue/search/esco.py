"""Other names of skills and occupations from ESCO, when the operator has downloaded its Dutch files.

Format (ESCO v1.2, CSV): ``skills_nl.csv`` and ``occupations_nl.csv`` with the columns ``preferredLabel`` and ``altLabels``, the
latter a name on each line.
Free to use when the source is named: ``ATTRIBUTION`` stands on the privacy page when the files are there.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.errors import BadEscoFile

ATTRIBUTION = "This service uses the ESCO classification of the European Commission."
FILES = ("skills_nl.csv", "occupations_nl.csv")
_PREFERRED, _OTHERS = "preferredLabel", "altLabels"


def read_esco(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Return for each other name the preferred ones it stands for; empty when ``folder`` has none of the files.

    Raises BadEscoFile when a file is there without the columns it should have.
    """
    names: dict[str, set[str]] = defaultdict(set)
    for file in (folder / name for name in FILES):
        for other, preferred in _names(file) if file.exists() else ():
            names[other].add(preferred)
    return {other: tuple(sorted(preferred)) for other, preferred in names.items()}


def _names(file: Path) -> Iterator[tuple[str, str]]:
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadEscoFile(str(file)) from error
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if not {_PREFERRED, _OTHERS} <= set(rows.fieldnames or ()):
        raise BadEscoFile(str(file))
    for row in rows:
        preferred = (row[_PREFERRED] or "").strip()
        others = (name.strip() for name in (row[_OTHERS] or "").splitlines())
        yield from ((other, preferred) for other in others if other and preferred and other.casefold() != preferred.casefold())
