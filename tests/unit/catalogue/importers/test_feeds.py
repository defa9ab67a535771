"""Opening the feed of a source that is a file here."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.catalogue.importers import feeds
from bot.catalogue.importers.addresses import PublicOnly
from bot.catalogue.importers.feeds import Feeds
from bot.catalogue.importers.fetch import Fetcher
from bot.catalogue.sources import Format, Source
from bot.errors import FeedRefused
from tests.unit.catalogue.importers.conftest import all_of

PAGE = '<meta charset="{}"><script type="application/ld+json">{{"@type": "Course", "name": "Café", "courseMode": "online"}}</script>'


def titles(folder: Path, content: bytes) -> list[str]:
    file = folder / "page.html"
    file.write_bytes(content)
    opened = Feeds(Fetcher(PublicOnly()), folder, lambda: datetime(2026, 3, 2, tzinfo=UTC)).open(
        Source("school", Format.SCHEMAORG, str(file))
    )
    return [item.title for item in all_of(opened.feed).items.values()]


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "iso-8859-1"),
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("utf-8", "cp1252"),
        ("nergens", "cp1252"),
    ],
)
def test_a_page_is_read_whatever_charset_it_names_and_has(declared: str, written: str, tmp_path: Path) -> None:
    assert titles(tmp_path, PAGE.format(declared).encode(written)) == ["Café"]


def test_a_page_that_is_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "_LARGEST_PAGE", 100)
    with pytest.raises(FeedRefused) as refused:
        titles(tmp_path, b"x" * 101)
    assert refused.value.code == "import_too_big"


def test_a_field_of_ten_megabytes_is_cut(tmp_path: Path) -> None:
    (title,) = titles(tmp_path, PAGE.format("utf-8").replace("Café", "Café " * 2_000_000).encode())
    assert len(title) <= 120
