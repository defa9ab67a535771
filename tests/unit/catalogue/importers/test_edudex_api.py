from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.catalogue.importers.edudex_api import EdudexApi
from bot.catalogue.importers.record import Gone
from bot.catalogue.importers.taking import Taken
from bot.errors import FeedRefused
from tests.unit.catalogue.importers.conftest import TODAY, all_of
from tests.unit.catalogue.importers.test_edudex_program import cost, program, run

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

    def asked_for(self) -> list[tuple[str, str]]:
        return [(each["programId"], each["clientId"]) for some in self.bulk for each in some]


class Offers(Api):
    """Asks 900 euros of everyone and 50 of a client; ``told`` says whether a program names its client itself."""

    def __init__(self, *rows: dict[str, Any], told: bool = False, but: tuple[str, ...] = ()) -> None:
        super().__init__(*rows)
        self.told = told
        self.but = but

    def _program(self, asked: dict[str, str]) -> dict[str, Any]:
        client = asked["clientId"]
        if client in self.but:
            return {**asked, "error": "not found", "data": None}
        price = cost("900.00" if client == "public" else "50.00", VATPercentage=0)
        named = {"clientId": {"orgUnitId": client}} if self.told and client != "public" else {}
        return {**asked, "data": program(run(cost=[price]), about={"programId": asked["programId"]}, **named)}


def feed(api: Api, since: datetime | None = None, client: str | None = None) -> EdudexApi:
    return EdudexApi(CATALOG, api, NOW, TODAY, "key", client, since)  # type: ignore[arg-type]


def prices(taken: Taken) -> dict[str, int]:
    return {item.source_id: int(item.price or 0) for item in taken.items.values()}


@pytest.mark.parametrize("told", [True, False])
def test_the_price_for_one_client_never_becomes_the_price_for_everyone(told: bool) -> None:
    api = Offers(listed("a"), listed("a", client="werkgever"), listed("b", client="werkgever"), told=told)
    taken = all_of(feed(api))
    assert prices(taken) == {"school:a": 900}
    assert api.asked_for() == [("a", "public")]
    assert [row.code for row in taken.refused] == ["import_client_only"]


@pytest.mark.parametrize("told", [True, False])
def test_a_client_gets_its_own_offers_and_those_for_everyone_but_never_another_clients(told: bool) -> None:
    rows = [listed("a"), listed("a", client="werkgever"), listed("b", client="ander"), listed("c"), listed("d", client="werkgever")]
    api = Offers(*rows, told=told)
    taken = all_of(feed(api, client="werkgever"))
    assert prices(taken) == {"school:a": 50, "school:c": 900, "school:d": 50}
    assert {client for _, client in api.asked_for()} == {"werkgever", "public"}
    assert [row.code for row in taken.refused] == ["import_client_only"]


def test_a_change_in_one_variant_looks_at_the_other_too() -> None:
    since = NOW - timedelta(days=10)
    assert prices(all_of(feed(Offers(listed("a")), since, client="werkgever"))) == {"school:a": 50}
    assert prices(all_of(feed(Offers(listed("a", client="ander")), since))) == {"school:a": 900}
    gone = all_of(feed(Offers(listed("a", client="ander"), but=("public",)), since))
    assert [row.code for row in gone.refused] == ["import_client_only"]


def test_a_program_that_says_it_is_for_another_client_is_not_believed_to_be_public() -> None:
    class Careless(Offers):
        def _program(self, asked: dict[str, str]) -> dict[str, Any]:
            answer = super()._program(asked)
            return {**answer, "data": {**answer["data"], "clientId": {"orgUnitId": "ander"}}}

    for client in (None, "werkgever"):
        assert [row.code for row in all_of(feed(Careless(listed("a")), client=client)).refused] == ["import_client_only"]


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


def test_the_ids_are_those_of_what_is_still_offered() -> None:
    assert list(feed(Api(listed("a"), listed("b", "removed"), listed("c", client="x"))).ids()) == ["school:a", "school:c"]


def test_after_that_only_changes_are_read_and_what_went_is_gone() -> None:
    api = Api(listed("a"), listed("b", "removed"), listed("c", "inactive"))
    changes = feed(api, since=NOW - timedelta(days=10))
    records = list(changes.records({}))
    assert not changes.whole
    assert api.asked[0] == (f"{CATALOG}/changes", {"changesSince": "2026-02-20T09:30:00+00:00"})
    assert [(record.source_id, record.value) for record in records[1:]] == [("school:b", Gone()), ("school:c", Gone())]


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
    with pytest.raises(FeedRefused):
        list(feed(api).records({}))
