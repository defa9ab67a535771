"""Signing out and changing the password."""

from starlette.responses import Response

from bot.admins.passwords import SHORTEST
from bot.admins.service import AdminService
from bot.errors import TooManyTries, UnfitPassword, WrongPassword
from bot.web.admin.cookies import Cookies
from bot.web.admin.door import Visit
from bot.web.admin.pages import START, Pages, go_to
from bot.web.admin.signing_in import client_address


class Account:
    """The pages of the signed-in administrator's own account."""

    def __init__(self, admins: AdminService, pages: Pages, cookies: Cookies) -> None:
        self._admins = admins
        self._pages = pages
        self._cookies = cookies

    def sign_out(self, visit: Visit) -> Response:
        """End this session."""
        token = self._cookies.session(visit.request)
        if token:
            self._admins.sign_out(token)
        response = go_to("/aanmelden", done="afgemeld")
        self._cookies.end_session(visit.request, response)
        return response

    def password(self, visit: Visit) -> Response:
        """Show the form for a new password."""
        return self._show(visit)

    def change_password(self, visit: Visit) -> Response:
        """Set the new password, or say what is wrong; other browsers are signed out."""
        old, new, again = (str(visit.form.get(name, "")) for name in ("oud", "nieuw", "nogmaals"))
        if new != again:
            return self._show(visit, problem="differ", status=422)
        try:
            signed_in = self._admins.change_password(visit.session, old, new, client_address(visit.request))
        except WrongPassword:
            return self._show(visit, problem="wrong", status=422)
        except UnfitPassword:
            return self._show(visit, problem="unfit", status=422)
        except TooManyTries as error:
            return self._show(visit, problem="wait", wait=error, status=429)
        response = go_to(START, done="wachtwoord")
        self._cookies.keep_session(visit.request, response, signed_in.token)
        return response

    def _show(self, visit: Visit, *, problem: str | None = None, wait: TooManyTries | None = None, status: int = 200) -> Response:
        return self._pages.show(
            visit.request, "password", session=visit.session, problem=problem, wait=wait, shortest=SHORTEST, status=status
        )
