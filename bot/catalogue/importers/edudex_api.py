"""Reads a catalogue of the EDU-DEX Data API: what changed since last time, or everything.

The source's address names the catalogue: ``https://api.edudex.nl/data/v1/organizations/ORG/dynamiccatalogs/ID``.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import batched
from typing import Any

from bot.catalogue.importers.edudex_program import id_in, record_of
from bot.catalogue.importers.fetch import Fetcher
from bot.catalogue.importers.fields import Raw
from bot.catalogue.importers.record import Gone, Mark, Record
from bot.catalogue.importers.words import as_mapping, id_of, said
from bot.errors import BadRecord, FeedRefused

FURTHEST_BACK = timedelta(days=90)
"""The API knows no older changes."""
_SAFE = timedelta(days=1)
_AT_ONCE = 50
_ADDRESS = re.compile(r"(?P<base>https?://.+?)/organizations/[^/]+/(?:static|dynamic)catalogs/[^/]+/?")


class EdudexApi:
    """Everything when ``known_since`` is None or too long ago; otherwise only what changed since."""

    def __init__(
        self,
        location: str,
        fetcher: Fetcher,
        now: datetime,
        today: date,
        token: str | None,
        tenant: str | None,
        known_since: datetime | None,
    ) -> None:
        address = _ADDRESS.fullmatch(location)
        if not address:
            raise FeedRefused("import_no_catalog_address", location[:80])
        self._base, self._catalog = address["base"], location.rstrip("/")
        self._fetcher = fetcher
        self._today = today
        self._tenant = tenant
        self._headers = {"authorization": f"Bearer {token}"} if token else {}
        recent = known_since is not None and known_since > now - FURTHEST_BACK + _SAFE
        self._since = known_since if recent else None
        self._names: dict[str, str] = {}
        self.known_until: datetime | None = now

    @property
    def whole(self) -> bool:
        """Whether everything is read."""
        return self._since is None

    def records(self, mark: Mark) -> Iterator[Record]:
        """Yield a record per program; a mark counts the programs of the list that were read."""
        listed = self._listed()
        done = int(mark.get("number", 0))
        number = done
        for some in batched(listed[done:], _AT_ONCE):
            wanted = [each for each in some if each.get("status") == "active"]
            found = self._programs(wanted)
            for each in some:
                number += 1
                yield Record(number, self._value(each, found), {"number": number})

    def _listed(self) -> list[Mapping[str, Any]]:
        address = f"{self._catalog}/programs" if self._since is None else f"{self._catalog}/changes"
        asked = {} if self._since is None else {"changesSince": self._since.isoformat()}
        listed = self._fetcher.json(address, headers=self._headers, params=asked)
        if not isinstance(listed, list):
            raise BadRecord("import_no_page", "changes")
        # One order on every run, so that a mark keeps its meaning.
        return sorted(map(as_mapping, listed), key=_reference)

    def _programs(self, wanted: list[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
        if not wanted:
            return {}
        asked = [
            {"orgUnitId": each.get("supplierId"), "programId": each.get("programId"), "clientId": each.get("clientId") or "public"}
            for each in wanted
        ]
        answer = self._fetcher.json(f"{self._base}/programs/bulk", headers=self._headers, body={"programs": asked})
        programs = as_mapping(answer).get("programs")
        if not isinstance(programs, list):
            raise BadRecord("import_no_page", "programs/bulk")
        return {_id(each.get("orgUnitId"), each.get("programId")): each for each in map(as_mapping, programs)}

    def _value(self, listed: Mapping[str, Any], found: Mapping[str, Mapping[str, Any]]) -> Raw | BadRecord | Gone:
        source_id = _id(listed.get("supplierId"), listed.get("programId"))
        if listed.get("status") != "active":
            return Gone(source_id)
        if listed.get("clientId") and self._tenant is None:
            return BadRecord("import_client_only", source_id)
        program = found.get(source_id, {})
        data = as_mapping(program.get("data"))
        if not data:
            return BadRecord("import_supplier_error", str(program.get("error") or source_id)[:80])
        try:
            return record_of(data, self._name(str(listed.get("supplierId") or "")), self._tenant, self._today)
        except (TypeError, ValueError, AttributeError):
            return BadRecord("import_bad_shape", id_in(data))
        except BadRecord as error:
            return error

    def _name(self, supplier: str) -> str:
        if supplier not in self._names:
            try:
                found = self._fetcher.json(f"{self._base}/organizations/{supplier}", headers=self._headers)
            except FeedRefused:
                found = None
            self._names[supplier] = said(as_mapping(found).get("name")) or supplier
        return self._names[supplier]


def _id(supplier: object, program: object) -> str:
    return id_of(f"{supplier}:{program}")


def _reference(listed: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(listed.get(name) or "") for name in ("supplierId", "programId", "clientId", "lastChange"))
