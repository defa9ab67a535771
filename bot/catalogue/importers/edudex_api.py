"""Reads a catalogue of the EDU-DEX Data API: what changed since last time, or everything.

The source's address names the catalogue: ``https://api.edudex.nl/data/v1/organizations/ORG/dynamiccatalogs/ID``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from itertools import batched
from operator import attrgetter
from typing import Any

from bot.catalogue.importers.edudex_program import record_of
from bot.catalogue.importers.fetch import Fetcher
from bot.catalogue.importers.fields import Raw
from bot.catalogue.importers.record import Gone, Mark, Record, guarded
from bot.catalogue.importers.words import as_mapping, id_of, said
from bot.errors import BadRecord, FeedRefused

FURTHEST_BACK = timedelta(days=90)
"""The API knows no older changes."""
_SAFE = timedelta(days=1)
_AT_ONCE = 50
PUBLIC = "public"
"""What the API calls the offer to everyone."""
_ADDRESS = re.compile(r"(?P<base>https?://.+?)/organizations/[^/]+/(?:static|dynamic)catalogs/[^/]+/?")


@dataclass(frozen=True)
class _Listed:
    """A program on the list, in the variants that are offered: to everyone, to one client, or both."""

    supplier: str
    program: str
    offered_to: frozenset[str]
    """Ids of clients, and ``PUBLIC``; empty when it is no longer offered."""

    @property
    def source_id(self) -> str:
        return id_of(f"{self.supplier}:{self.program}")


class EdudexApi:
    """Everything when ``known_since`` is None or too long ago; otherwise only what changed since.

    ``client`` is whose own offers come in besides those for everyone.
    """

    def __init__(
        self,
        location: str,
        fetcher: Fetcher,
        now: datetime,
        today: date,
        token: str | None,
        client: str | None,
        known_since: datetime | None,
    ) -> None:
        address = _ADDRESS.fullmatch(location)
        if not address:
            raise FeedRefused("import_no_catalog_address", location[:80])
        self._base, self._catalog = address["base"], location.rstrip("/")
        self._fetcher = fetcher
        self._today = today
        self._client = client
        self._headers = {"authorization": f"Bearer {token}"} if token else {}
        recent = known_since is not None and known_since > now - FURTHEST_BACK + _SAFE
        self._since = known_since if recent else None
        self._names: dict[str, str] = {}
        self.known_until: datetime | None = now

    @property
    def whole(self) -> bool:
        """Whether everything is read."""
        return self._since is None

    def ids(self) -> Iterator[str]:
        """Return the id of every program that is still offered to anyone."""
        return (each.source_id for each in self._listed() if each.offered_to)

    def records(self, mark: Mark) -> Iterator[Record]:
        """Yield a record per program; a mark counts the programs of the list that were read."""
        listed = self._listed()
        number = int(mark.get("number", 0))
        for some in batched(listed[number:], _AT_ONCE):
            found = self._programs([(each, variant) for each in some for variant in self._variants(each)])
            for each in some:
                number += 1
                named = guarded(each, attrgetter("source_id"), partial(self._record, found))
                yield Record(number, named.source_id, named.value, {"number": number})

    def _listed(self) -> list[_Listed]:
        address = f"{self._catalog}/programs" if self._since is None else f"{self._catalog}/changes"
        asked = {} if self._since is None else {"changesSince": self._since.isoformat()}
        listed = self._fetcher.json(address, headers=self._headers, params=asked)
        if not isinstance(listed, list):
            raise FeedRefused("import_no_page", "changes")
        variants: dict[tuple[str, str], set[str]] = {}
        for each in map(as_mapping, listed):
            active = variants.setdefault((str(each.get("supplierId")), str(each.get("programId"))), set())
            if each.get("status") == "active":
                active.add(str(each.get("clientId") or PUBLIC))
        # One order on every run, so that a mark keeps its meaning.
        return [_Listed(*key, frozenset(active)) for key, active in sorted(variants.items())]

    def _variants(self, listed: _Listed) -> list[str]:
        """Return what to ask for: our client's own offer before the one for everyone, and never another client's."""
        ours = [variant for variant in (self._client, PUBLIC) if variant]
        # A list of changes names only the variant that changed; the other may still be there.
        return [variant for variant in ours if variant in listed.offered_to or (listed.offered_to and not self.whole)]

    def _programs(self, wanted: Sequence[tuple[_Listed, str]]) -> dict[tuple[_Listed, str], Mapping[str, Any]]:
        if not wanted:
            return {}
        asked = [{"orgUnitId": each.supplier, "programId": each.program, "clientId": variant} for each, variant in wanted]
        answer = self._fetcher.json(f"{self._base}/programs/bulk", headers=self._headers, body={"programs": asked})
        programs = as_mapping(answer).get("programs")
        if not isinstance(programs, list):
            raise FeedRefused("import_no_page", "programs/bulk")
        found = {(each.get("orgUnitId"), each.get("programId"), each.get("clientId") or PUBLIC): each for each in map(as_mapping, programs)}
        return {(each, variant): found.get((each.supplier, each.program, variant), {}) for each, variant in wanted}

    def _record(self, found: Mapping[tuple[_Listed, str], Mapping[str, Any]], listed: _Listed) -> Raw | Gone:
        if not listed.offered_to:
            return Gone()
        answers = {variant: found[listed, variant] for variant in self._variants(listed)}
        for variant, answer in answers.items():
            if data := as_mapping(answer.get("data")):
                # A program need not say itself which client it is for.
                own = {} if variant == PUBLIC else {"clientId": {"orgUnitId": variant}}
                return record_of({**own, **data}, self._name(listed.supplier), self._client, self._today)
        if listed.offered_to.isdisjoint({self._client, PUBLIC}):
            raise BadRecord("import_client_only", listed.source_id)
        error = next((str(answer["error"]) for answer in answers.values() if answer.get("error")), listed.source_id)
        raise BadRecord("import_supplier_error", error[:80])

    def _name(self, supplier: str) -> str:
        if supplier not in self._names:
            try:
                found = self._fetcher.json(f"{self._base}/organizations/{supplier}", headers=self._headers)
            except FeedRefused:
                found = None
            self._names[supplier] = said(as_mapping(found).get("name")) or supplier
        return self._names[supplier]
