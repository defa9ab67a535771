"""The schemes that may help to pay, the one that was checked longest ago first."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.catalogue.money.checks import may_be_checked
from bot.catalogue.money.guide import MoneyGuide
from bot.errors import UnknownScheme
from bot.web.admin.door import Visit
from bot.web.admin.pages import Pages, go_to

YES, NO = "ja", "nee"


class Schemes:
    """The page ``/regelingen``."""

    def __init__(self, money: MoneyGuide, pages: Pages) -> None:
        self._money = money
        self._pages = pages

    def check(self, visit: Visit) -> Response:
        """Keep what the administrator found at the source of one scheme."""
        scheme, found = visit.text("regeling"), visit.text("kan")
        if found not in (YES, NO):
            raise HTTPException(400)
        try:
            self._money.check(scheme, is_open=found == YES, by=visit.session.admin_name)
        except UnknownScheme as error:
            raise HTTPException(404) from error
        return go_to("/regelingen", done="regeling")

    def show(self, visit: Visit) -> Response:
        """Show every scheme with its age and source."""
        every = self._money.oldest_first()
        return self._pages.show(
            visit.request,
            "schemes",
            session=visit.session,
            schemes=[(each, may_be_checked(each.scheme)) for each in every],
            stale=sum(each.is_stale for each in every),
        )
