"""The catalogue in numbers, and bringing in a file."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Protocol

from starlette.datastructures import UploadFile
from starlette.responses import Response

from bot.catalogue.overview import CatalogueOverview
from bot.catalogue.source_register import SourceState
from bot.catalogue.sources import Import, ImportState, Rejected
from bot.errors import ImportGoingOn
from bot.web.admin.door import Visit
from bot.web.admin.pages import Pages
from bot.web.admin.wording import Wording

LARGEST_FILE = 5 * 1024 * 1024
SHOWN_OF_SOURCE = 20
SHOWN = 200
"""Refused rows on the page; more would not be read."""


class Imports(Protocol):
    """Brings a file into the catalogue."""

    def upload(self, file: Path, called: str) -> Import: ...


class Sources(Protocol):
    """Knows how the sources of the catalogue stand."""

    def all(self) -> list[SourceState]: ...
    def quarantine(self, name: str, limit: int) -> list[Rejected]: ...


@dataclass(frozen=True)
class SourceRow:
    """One source on the page."""

    state: SourceState
    problem: str
    refused: list[tuple[int, str]]
    """Line and reason of the first that were refused."""


class Catalogue:
    """The page ``/aanbod``."""

    def __init__(self, overview: CatalogueOverview, imports: Imports, sources: Sources, pages: Pages, wording: Wording) -> None:
        self._overview = overview
        self._sources = sources
        self._imports = imports
        self._pages = pages
        self._wording = wording

    def show(self, visit: Visit) -> Response:
        """Show how much there is, and the form for a file."""
        return self._show(visit)

    def upload(self, visit: Visit) -> Response:
        """Bring in the file, and say what came of each refused row."""
        file = visit.form.get("bestand")
        if not isinstance(file, UploadFile) or not file.filename:
            return self._show(visit, problem="none", status=422)
        try:
            report = self._import(file, file.filename)
        except ImportGoingOn:
            return self._show(visit, problem="busy", status=409)
        if report.state is ImportState.FAILED:
            return self._show(visit, problem="unusable", reason=self._reason(report.problem or "", report.detail), status=422)
        return self._show(visit, report=report, file_name=file.filename)

    def _import(self, file: UploadFile, name: str) -> Import:
        with NamedTemporaryFile(suffix=".csv") as kept:
            shutil.copyfileobj(file.file, kept)
            kept.flush()
            return self._imports.upload(Path(kept.name), name)

    def _show(
        self,
        visit: Visit,
        *,
        report: Import | None = None,
        file_name: str = "",
        problem: str | None = None,
        reason: str = "",
        status: int = 200,
    ) -> Response:
        return self._pages.show(
            visit.request,
            "catalogue",
            session=visit.session,
            status=status,
            counts=self._overview.counts(),
            sources=[self._source_row(each) for each in self._sources.all()],
            theme_name=self._wording.theme,
            report=report,
            rejected=[(row.line, self._row_reason(row)) for row in self._sources.quarantine(report.source, SHOWN)] if report else [],
            file_name=file_name,
            problem=problem,
            reason=reason,
            largest=LARGEST_FILE // 1024 // 1024,
        )

    def _source_row(self, state: SourceState) -> SourceRow:
        latest = state.latest
        problem = self._reason(latest.problem, latest.detail) if latest and latest.problem else ""
        refused = self._sources.quarantine(state.source.name, SHOWN_OF_SOURCE) if latest and latest.refused else []
        return SourceRow(state, problem, [(row.line, self._row_reason(row)) for row in refused])

    def _row_reason(self, row: Rejected) -> str:
        return self._reason(row.code, row.detail)

    def _reason(self, code: str, detail: str) -> str:
        texts = self._pages.texts
        return texts(code if code in texts else "admin_import_other", code=code, detail=detail)
