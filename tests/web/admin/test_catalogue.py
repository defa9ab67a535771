"""Bringing a file into the catalogue."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from bot.catalogue.importers.one_at_a_time import alone
from bot.catalogue.source_imports import UPLOADED
from bot.catalogue.sources import Format, ImportState, Rejected, Source
from bot.web.admin import catalogue
from tests.web.admin.conftest import Browser, Services, words

MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
EXAMPLE = Path("bot/web/static/aanbod-voorbeeld.csv").read_bytes()


def upload(browser: Browser, content: bytes, name: str = "aanbod.csv") -> httpx.Response:
    return browser.submit("/beheer/aanbod", {}, files={"bestand": (name, content, "text/csv")})


def test_the_example_file_is_taken_in_whole(admin: Browser, services: Services) -> None:
    said = words(upload(admin, EXAMPLE).text)
    assert "Verslag van aanbod.csv 3 nieuw, 0 veranderd, 0 hetzelfde gebleven, 0 geweigerd." in said
    assert services.overview.counts().total == 3


def test_the_same_file_twice_changes_nothing(admin: Browser) -> None:
    upload(admin, EXAMPLE)
    assert "0 nieuw, 0 veranderd, 3 hetzelfde gebleven, 0 geweigerd." in words(upload(admin, EXAMPLE).text)


def test_a_refused_row_is_named_with_its_line_and_reason_and_the_others_are_kept(admin: Browser, services: Services) -> None:
    broken = EXAMPLE.replace(b";cursus;", b";toverles;")
    said = words(upload(admin, broken).text)
    assert "2 nieuw, 0 veranderd, 0 hetzelfde gebleven, 1 geweigerd." in said
    assert 'Regel 4 De soort "toverles" bestaat niet.' in said
    assert services.overview.counts().total == 2


@pytest.mark.parametrize("content", [b"", b"naam,adres\nx,y\n", b"\x00\x01\x02\xff" * 100])
def test_a_file_that_is_no_catalogue_is_refused_as_a_whole(admin: Browser, services: Services, content: bytes) -> None:
    answer = upload(admin, content)
    assert answer.status_code == 422
    assert "Dit bestand is niet te gebruiken" in words(answer.text)
    assert services.overview.counts().total == 0


def test_no_file_asks_for_one(admin: Browser) -> None:
    answer = admin.submit("/beheer/aanbod", {"bestand": ""})
    assert answer.status_code == 422
    assert "Kies eerst een bestand." in words(answer.text)


def test_a_file_that_is_too_large_is_refused_before_it_is_kept(admin: Browser, services: Services) -> None:
    answer = upload(admin, EXAMPLE + b"\n" * (catalogue.LARGEST_FILE + 100_000))
    assert answer.status_code == 413
    assert "Dit is te groot" in words(answer.text)
    assert services.overview.counts().total == 0


def test_names_and_cells_are_never_markup(admin: Browser) -> None:
    evil = EXAMPLE.replace(b";cursus;", b";<script>alert(1)</script>;")
    text = upload(admin, evil, name="<script>alert(2)<script>.csv").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(2)" in text


def test_only_the_first_refused_rows_are_shown(admin: Browser) -> None:
    rows = b"".join(b"id%d;;;\n" % number for number in range(catalogue.SHOWN + 50))
    said = words(upload(admin, b"id;titel;soort\n" + rows).text)
    assert "250 geweigerd" in said
    assert "Je ziet de eerste 200." in said


def test_counts_are_shown_per_kind_theme_and_source(admin: Browser) -> None:
    upload(admin, EXAMPLE)
    said = words(admin.get("/beheer/aanbod").text)
    assert "3 dingen om te leren 2 daarvan gratis 1 bron" in said
    for line in ("cursus 1", "Van elkaar leren 1", "csv 3"):
        assert line in said


def test_the_page_shows_every_source_with_what_it_refused(admin: Browser, services: Services) -> None:
    assert "Bronnen" not in words(admin.get("/beheer/aanbod").text)
    services.sources.save(Source("school", Format.OOAPI5, "https://school.voorbeeld.nl", token="geheim"))
    with services.store.work() as work:
        one = work.imports.begin("school", whole=True, at=MOMENT)
        work.imports.refuse(one.id, [Rejected(7, "import_missing_title", "")])
        work.imports.save(replace(one, state=ImportState.WAITING, refused=1, problem="import_lost", detail="6/10"))
    page = admin.get("/beheer/aanbod").text
    said = words(page)
    assert "wacht op bevestiging." in said
    assert "(6/10)" in said
    assert "7: De kolom titel is leeg." in said
    assert "geheim" not in page


def test_a_file_without_a_single_row_is_said_to_be_empty(admin: Browser) -> None:
    answer = upload(admin, EXAMPLE.splitlines()[0] + b"\n")
    assert answer.status_code == 422
    assert "De bron is leeg. Er is niets veranderd." in words(answer.text)


def test_while_one_file_is_brought_in_another_is_asked_to_wait(admin: Browser, tmp_path: Path) -> None:
    with alone(tmp_path / "kept", UPLOADED):
        answer = upload(admin, EXAMPLE)
    assert answer.status_code == 409
    assert "Er wordt al een bestand toegevoegd." in words(answer.text)


def test_what_was_refused_can_still_be_read_later(admin: Browser) -> None:
    upload(admin, EXAMPLE.replace(b";cursus;", b";toverles;"))
    assert '4: De soort "toverles" bestaat niet.' in words(admin.get("/beheer/aanbod").text)
