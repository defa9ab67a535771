"""Measures an import of 100,000 generated courses: ``python -m bench.imports [HOW MANY]``.

Each import is a process of its own, so that its peak memory is its own. The baseline of the memory is reading the same file whole.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.apart import apart
from bench.report import Row, as_table, write
from bot.bootstrap import Services
from bot.catalogue.sources import Format, Import, Source
from bot.settings import load_settings
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate

MANY = 100_000
_SUBJECTS = (
    "Lassen",
    "Koken",
    "Excel",
    "Zorg voor ouderen",
    "Heftruck rijden",
    "Nederlands",
    "Tuinieren",
    "Boekhouden",
    "Timmeren",
    "Veilig werken",
)
_PLACES = ("Zwolle", "Almere", "Utrecht", "Groningen", "Tilburg", "Maastricht", "Leeuwarden")
_TEXT = "<p>Je leert dit stap voor stap. Je krijgt <b>rustig</b> uitleg en oefent zelf.</p>" * 25


def main() -> None:
    """Make the feed, import it twice, read it whole; print and keep the numbers."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder) / "feed.json"
        _write_feed(feed, many)
        first, first_mb, seconds = apart(_import, folder, str(feed))
        again, _, again_seconds = apart(_import, folder, str(feed))
        _, whole_mb, _ = apart(_read_whole, str(feed))
        megabytes = feed.stat().st_size / 1e6
    rows = [
        Row("items in the feed", many, "items"),
        Row("size of the feed", round(megabytes, 1), "MB"),
        Row("items imported", first.added, "items"),
        Row("first import", round(seconds, 1), "s"),
        Row("first import, speed", round(many / seconds), "items/s"),
        Row("the same feed again", round(again_seconds, 1), "s"),
        Row("changed by the second import", again.added + again.changed, "items"),
        Row("peak memory of an import", round(first_mb, 1), "MB", baseline=round(whole_mb, 1)),
    ]
    sys.stdout.write(as_table(rows) + "\n")
    if many == MANY:
        write("import", rows)


def _courses(many: int) -> Iterator[dict[str, Any]]:
    for number in range(many):
        name = f"{_SUBJECTS[number % len(_SUBJECTS)]} {number}"
        address = {"addressType": "teaching", "city": _PLACES[number % len(_PLACES)]}
        price = {"costType": "total costs", "amount": f"{number % 900}.50", "currency": "EUR"}
        run = {"offeringType": "course", "startDate": "2099-04-01", "endDate": "2099-06-01", "priceInformation": [price]}
        yield {
            "courseId": f"c-{number}",
            "name": [{"language": "nl-NL", "value": name}],
            "description": [{"language": "nl-NL", "value": _TEXT}],
            "teachingLanguage": "nld",
            "modeOfDelivery": ["on campus"],
            "addresses": [address],
            "organization": {"name": [{"language": "nl", "value": f"Voorbeeldschool {number % 50}"}]},
            "link": f"https://voorbeeld.nl/cursus/{number}",
            "offerings": [run],
        }


def _write_feed(file: Path, many: int) -> None:
    with file.open("w", encoding="utf-8") as written:
        written.write('{"items": [')
        for number, course in enumerate(_courses(many)):
            written.write(("," if number else "") + json.dumps(course))
        written.write("]}")


def _import(folder: str, feed: str) -> Import:
    os.environ |= {"DUWTJE_HOME": folder, "DATABASE_URL": ""}
    settings = load_settings()
    migrate(make_engine(settings.store_url))
    services = Services(settings)
    services.sources.save(Source("bench", Format.OOAPI5, feed))
    return services.source_imports.run("bench")


def _read_whole(feed: str) -> int:
    with Path(feed).open(encoding="utf-8") as file:
        return len(json.load(file)["items"])


if __name__ == "__main__":
    main()
