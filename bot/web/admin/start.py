"""The start page: is everything well, and what asks for attention."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from anyio import from_thread
from starlette.responses import Response

from bot.admins.models import Session
from bot.catalogue.overview import CatalogueOverview
from bot.nudges.models import DueState
from bot.nudges.sending.delivery_log import DeliveryLog
from bot.nudges.writing.editing import ScriptEditor, ScriptSummary
from bot.web.admin.door import Visit
from bot.web.admin.log import SHORT, Counts
from bot.web.admin.pages import Pages
from bot.web.health import Health


class StartServices(Protocol):
    """What the start page counts."""

    @property
    def scripts(self) -> ScriptEditor: ...
    @property
    def deliveries(self) -> DeliveryLog: ...
    @property
    def overview(self) -> CatalogueOverview: ...


@dataclass(frozen=True)
class Week:
    """How the last seven days ended, in totals."""

    sent: int
    held_back: int
    failed: int
    unclear: int


class Start:
    """The page ``/beheer``."""

    def __init__(self, services: StartServices, health: Health, pages: Pages, *, has_telegram: bool) -> None:
        self._services = services
        self._health = health
        self._pages = pages
        self._has_telegram = has_telegram

    def show(self, visit: Visit) -> Response:
        """Show the start page."""
        scripts = self._services.scripts.list()
        week = week_of(self._services.deliveries.counts(SHORT))
        items = self._services.overview.counts().total
        health = from_thread.run(self._health.parts)
        return self._pages.show(
            visit.request,
            "start",
            session=visit.session,
            health=health,
            has_telegram=self._has_telegram,
            week=week,
            items=items,
            live=len(_live(scripts)),
            drafts=[script for script in scripts if script.has_draft],
            warnings=_warnings(visit.session, _live(scripts), week, health, items),
        )


def week_of(counts: Counts) -> Week:
    """Add up counts over all reasons."""

    def total(state: DueState) -> int:
        return sum(count for (ended, _), count in counts.items() if ended is state)

    return Week(total(DueState.SENT), total(DueState.SKIPPED), total(DueState.NOT_SENT), total(DueState.UNKNOWN))


def _live(scripts: list[ScriptSummary]) -> list[ScriptSummary]:
    return [script for script in scripts if script.version and not script.archived]


def _warnings(session: Session, live: list[ScriptSummary], week: Week, health: Mapping[str, bool], items: int) -> list[str]:
    """Return the names of the warnings that the template words."""
    found = {
        "down": not all(health.values()),
        "password": session.password_is_ours,
        "no_scripts": not live,
        "no_items": items == 0,
        "unclear": week.unclear > 0,
        "failed": week.failed > 0,
    }
    return [name for name, holds in found.items() if holds]
