"""The sign-in form. What someone typed while their session ended is carried along, so that it is not lost."""

from urllib.parse import quote, urlsplit

from anyio.to_thread import run_sync
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.admins.models import SignedIn
from bot.admins.service import AdminService
from bot.errors import TooManyTries, WrongPassword
from bot.web.admin.cookies import Cookies
from bot.web.admin.pages import BASE, HEADERS, START, Pages
from bot.web.admin.reading import LARGEST_FORM, read_form

OWN_FIELDS = ("naam", "wachtwoord", "formulier", "naar")
NOT_KEPT = (*OWN_FIELDS, "oud", "nieuw", "nogmaals")
"""Passwords never go back into a page."""
KEPT = "mee."
"""Before the name of a field that is carried along."""


class SignIn:
    """Shows and handles the form at ``/beheer/aanmelden``."""

    def __init__(self, admins: AdminService, pages: Pages, cookies: Cookies) -> None:
        self._admins = admins
        self._pages = pages
        self._cookies = cookies

    def ask(self, request: Request, form: FormData) -> Response:
        """Answer someone without a session: to the form, or, after a POST, the form with what they typed."""
        if request.method != "POST":
            wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"{BASE}/aanmelden?naar={quote(wanted)}", 303, HEADERS)
        kept = [(KEPT + name, value) for name, value in form.multi_items() if isinstance(value, str) and name not in NOT_KEPT]
        return self._show(request, to=request.url.path, kept=kept, problem="ended", status=401)

    async def form(self, request: Request) -> Response:
        """Show the empty form."""
        return self._show(request, to=request.query_params.get("naar", ""))

    async def submit(self, request: Request) -> Response:
        """Sign in, or say what is wrong."""
        form = await read_form(request, largest=2 * LARGEST_FORM)
        sent = {name: str(form.get(name, "")) for name in OWN_FIELDS}
        kept = [(name, str(value)) for name, value in form.multi_items() if name.startswith(KEPT)]
        if not self._cookies.is_own_form(request, sent["formulier"]):
            return self._show(request, to=sent["naar"], kept=kept, problem="cookie", status=403)
        try:
            signed_in = await run_sync(self._sign_in, request, sent["naam"].strip().lower(), sent["wachtwoord"])
        except WrongPassword:
            return self._show(request, to=sent["naar"], kept=kept, name=sent["naam"], problem="wrong", status=401)
        except TooManyTries as error:
            return self._show(request, to=sent["naar"], kept=kept, name=sent["naam"], problem="wait", wait=error, status=429)
        response = self._welcome(request, signed_in, sent["naar"], kept)
        self._cookies.keep_session(request, response, signed_in.token)
        return response

    def _sign_in(self, request: Request, name: str, password: str) -> SignedIn:
        old = self._cookies.session(request)
        signed_in = self._admins.sign_in(name, password, client_address(request))
        if old:
            self._admins.sign_out(old)
        return signed_in

    def _welcome(self, request: Request, signed_in: SignedIn, to: str, kept: list[tuple[str, str]]) -> Response:
        if kept:
            fields = [(name.removeprefix(KEPT), value) for name, value in kept]
            return self._pages.show(request, "resume", session=signed_in.session, to=_own_path(to), fields=fields)
        return RedirectResponse(_own_path(to), 303, HEADERS)

    def _show(
        self,
        request: Request,
        *,
        to: str,
        kept: list[tuple[str, str]] | None = None,
        name: str = "",
        problem: str | None = None,
        wait: TooManyTries | None = None,
        status: int = 200,
    ) -> Response:
        token = self._cookies.form_token(request)
        response = self._pages.show(
            request, "sign_in", status=status, to=to, kept=kept or [], name=name, problem=problem, wait=wait, form_token=token
        )
        self._cookies.keep_form_token(request, response, token)
        return response


def client_address(request: Request) -> str:
    """Return the internet address a request comes from."""
    return request.client.host if request.client else ""


def _own_path(to: str) -> str:
    """Return ``to`` when it stays inside the console, otherwise the start page."""
    parts = urlsplit(to)
    inside = parts.path == BASE or parts.path.startswith(f"{BASE}/")
    return to if inside and not parts.scheme and not parts.netloc and "\\" not in to else BASE + START
