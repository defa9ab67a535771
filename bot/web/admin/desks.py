"""The desks of the regions, the one that was checked longest ago first."""

from starlette.responses import Response

from bot.catalogue.desks.guide import DeskGuide
from bot.web.admin.door import Visit
from bot.web.admin.pages import Pages


class Desks:
    """The page ``/loketten``."""

    def __init__(self, desks: DeskGuide, pages: Pages) -> None:
        self._desks = desks
        self._pages = pages

    def show(self, visit: Visit) -> Response:
        """Show every desk with its age and source."""
        every = self._desks.oldest_first()
        return self._pages.show(visit.request, "desks", session=visit.session, desks=every, stale=sum(each.is_stale for each in every))
