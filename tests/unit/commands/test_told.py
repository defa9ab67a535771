from typing import Any

import pytest
import typer

from bot.catalogue.sources import Format, Source
from bot.commands.told import NoToken, Told

KNOWN = Source("x", Format.CSV, "x.csv", tenant="bakkerij", every_hours=24, columns={"Nr": "id", "Naam": "title", "=kind": "cursus"})


def test_what_is_not_typed_stays() -> None:
    assert Told().changes(KNOWN) == {}


def test_what_is_typed_empty_goes() -> None:
    told = Told(tenant="", licence="", client="", every=0, token_from="", whole=False)
    fields = {"tenant": None, "licence": None, "client": None, "every_hours": None, "token": None, "whole": False}
    assert told.changes(KNOWN) == fields


@pytest.mark.parametrize(
    ("told", "columns"),
    [
        (Told(column=["Titel=title"]), {"Nr": "id", "Naam": "title", "Titel": "title", "=kind": "cursus"}),
        (Told(column=[""]), {"=kind": "cursus"}),
        (Told(column=["", "Code=id"]), {"=kind": "cursus", "Code": "id"}),
        (Told(fixed=[""]), {"Nr": "id", "Naam": "title"}),
        (Told(fixed=["kind=boek"]), {"Nr": "id", "Naam": "title", "=kind": "boek"}),
    ],
)
def test_columns_are_added_to_what_is_kept_until_it_is_taken_back(told: Told, columns: dict[str, Any]) -> None:
    assert told.changes(KNOWN) == {"columns": columns}


@pytest.mark.parametrize("typed", ["Naam", "=titel"])
def test_a_column_that_is_no_pair_is_refused(typed: str) -> None:
    with pytest.raises(typer.BadParameter):
        Told(column=[typed]).changes(None)


def test_a_token_comes_from_a_variable_that_holds_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLEUTEL", " geheim ")
    monkeypatch.setenv("LEEG", "")
    assert Told(token_from="SLEUTEL").changes(None) == {"token": "geheim"}
    with pytest.raises(NoToken, match="LEEG"):
        Told(token_from="LEEG").changes(None)
