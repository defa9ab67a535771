"""The schemes that may help to pay, the one that was checked longest ago first."""

from starlette.responses import Response

from bot.catalogue.money.guide import MoneyGuide
from bot.web.admin.door import Visit
from bot.web.admin.pages import Pages


class Schemes:
    """The page ``/regelingen``."""

    def __init__(self, money: MoneyGuide, pages: Pages) -> None:
        self._money = money
        self._pages = pages

    def show(self, visit: Visit) -> Response:
        """Show every scheme with its age and source."""
        every = self._money.oldest_first()
        return self._pages.show(visit.request, "schemes", session=visit.session, schemes=every, stale=sum(each.is_stale for each in every))
