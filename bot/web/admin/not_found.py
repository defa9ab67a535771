"""What people looked for and did not find, about many people only."""

from collections.abc import Iterable

from starlette.responses import Response

from bot.anonymity import FEWEST
from bot.catalogue.demand import DemandService, Shortage
from bot.web.admin.door import Visit
from bot.web.admin.pages import Pages
from bot.web.admin.wording import Interests


class NotFound:
    """The page ``/niet-gevonden``."""

    def __init__(self, demand: DemandService, interests: Interests, pages: Pages) -> None:
        self._demand = demand
        self._interests = interests
        self._pages = pages

    def show(self, visit: Visit) -> Response:
        """Show the topics of the last finished quarter, most people first."""
        quarter, found = self._demand.shortages()
        rows = list(self._rows(found))
        return self._pages.show(visit.request, "not_found", session=visit.session, quarter=quarter, rows=rows, fewest=FEWEST)

    def _rows(self, found: Iterable[Shortage]) -> Iterable[tuple[str, str, int]]:
        """Yield topic, region and people; a topic or region that is not known is empty."""
        for each in found:
            yield self._interests.name_of(each.topic), self._demand.name_of(each.region), each.people
