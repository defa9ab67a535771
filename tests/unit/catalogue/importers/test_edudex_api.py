from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.catalogue.importers.edudex_api import EdudexApi
from bot.catalogue.importers.record import Gone
from bot.errors import BadRecord, FeedRefused
from tests.unit.catalogue.importers.conftest import TODAY, all_of
from tests.unit.catalogue.importers.test_edudex_program import program, run

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
BASE = "https://api.edudex.nl/data/v1"
CATALOG = f"{BASE}/organizations/duwtje/dynamiccatalogs/1"


def listed(program_id: str, status: str = "active", client: str | None = None) -> dict[str, Any]:
    return {"status": status, "supplierId": "school", "programId": program_id, "clientId": client, "lastChange": "2026-02-01T00:00:00Z"}


class Api:
    """Plays the EDU-DEX server."""

    def __init__(self, *rows: dict[str, Any]) -> None:
        self.rows = list(rows)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.bulk: list[list[dict[str, str]]] = []

    def json(self, url: str, *, headers: dict[str, str], params: dict[str, str] | None = None, body: Any = None) -> Any:  # noqa: ANN401
        assert headers == {"authorization": "Bearer key"}
        self.asked.append((url, params or {}))
        if url.startswith(f"{BASE}/organizations/school"):
            return {"name": {"nl": "Voorbeeldschool"}}
        if body is None:
            return self.rows
        self.bulk.append(body["programs"])
        return {"programs": [self._program(each) for each in body["programs"]]}

    def _program(self, asked: dict[str, str]) -> dict[str, Any]:
        if asked["programId"] == "stuk":
            return {**asked, "error": "not available", "data": None}
        return {**asked, "data": program(run(), about={"programId": asked["programId"]})}


def feed(api: Api, since: datetime | None = None, tenant: str | None = None) -> EdudexApi:
    return EdudexApi(CATALOG, api, NOW, TODAY, "key", tenant, since)  # type: ignore[arg-type]


def test_the_first_time_everything_is_read_and_the_supplier_is_named() -> None:
    api = Api(listed("a"), listed("b"))
    whole = feed(api)
    taken = all_of(whole)
    assert [item.source_id for item in taken.items.values()] == ["school:a", "school:b"]
    assert {item.provider.name for item in taken.items.values() if item.provider} == {"Voorbeeldschool"}
    assert whole.whole
    assert whole.known_until == NOW
    assert [url for url, _ in api.asked] == [f"{CATALOG}/programs", f"{BASE}/programs/bulk", f"{BASE}/organizations/school"]
    assert api.bulk[0][0] == {"orgUnitId": "school", "programId": "a", "clientId": "public"}


def test_after_that_only_changes_are_read_and_what_went_is_gone() -> None:
    api = Api(listed("a"), listed("b", "removed"), listed("c", "inactive"))
    changes = feed(api, since=NOW - timedelta(days=10))
    values = [record.value for record in changes.records({})]
    assert not changes.whole
    assert api.asked[0] == (f"{CATALOG}/changes", {"changesSince": "2026-02-20T09:30:00+00:00"})
    assert values[1:] == [Gone("school:b"), Gone("school:c")]


@pytest.mark.parametrize(("days", "whole"), [(88, False), (90, True), (400, True)])
def test_changes_reach_back_ninety_days_and_a_longer_gap_reads_everything(days: int, whole: bool) -> None:
    assert feed(Api(), since=NOW - timedelta(days=days)).whole is whole


def test_no_changes_is_a_good_answer() -> None:
    assert list(feed(Api(), since=NOW - timedelta(days=1)).records({})) == []


def test_offers_to_one_client_and_programs_that_fail_are_refused_and_the_rest_goes_in() -> None:
    taken = all_of(feed(Api(listed("a", client="werkgever"), listed("b"), listed("stuk"))))
    assert [(row.line, row.code) for row in taken.refused] == [(1, "import_client_only"), (3, "import_supplier_error")]
    assert [item.source_id for item in taken.items.values()] == ["school:b"]


def test_many_programs_are_asked_for_in_parts_and_a_mark_skips_what_was_read() -> None:
    api = Api(*(listed(f"p{n:03}") for n in range(120)))
    assert [record.number for record in feed(api).records({"number": 100})] == list(range(101, 121))
    assert [len(some) for some in api.bulk] == [20]


def test_another_address_is_no_catalog() -> None:
    with pytest.raises(FeedRefused):
        EdudexApi("https://voorbeeld.nl/x", Api(), NOW, TODAY, None, None, None)  # type: ignore[arg-type]


def test_an_answer_that_is_no_list_is_refused() -> None:
    api = Api()
    api.rows = {"error": "x"}  # type: ignore[assignment]
    with pytest.raises(BadRecord):
        list(feed(api).records({}))
