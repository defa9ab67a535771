"""Lets only administrators in, and only forms that this console gave them."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from anyio.to_thread import run_sync
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.admins.models import Session
from bot.admins.service import AdminService
from bot.web.admin.cookies import Cookies
from bot.web.admin.pages import Pages
from bot.web.admin.problems import Endpoint, explained
from bot.web.admin.reading import LARGEST_FORM, read_form
from bot.web.admin.signing_in import SignIn

FORM_TOKEN = "formulier"  # noqa: S105  # the name of a field


@dataclass(frozen=True)
class Visit:
    """A request by an administrator."""

    request: Request
    session: Session
    form: FormData = field(default_factory=FormData)

    def text(self, name: str) -> str:
        """Return a field of the form without the space around it, empty when it is absent or a file."""
        value = self.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def query(self, name: str) -> str:
        """Return a value from the address, empty when it is absent."""
        return self.request.query_params.get(name, "").strip()


View = Callable[[Visit], Response]
"""A page. Runs in a thread of its own, so it may use the services directly."""


class Door:
    """Wraps every page of the console but the sign-in form."""

    def __init__(self, admins: AdminService, pages: Pages, cookies: Cookies, sign_in: SignIn) -> None:
        self._admins = admins
        self._pages = pages
        self._cookies = cookies
        self._sign_in = sign_in

    def open(self, view: View, *, largest: int = LARGEST_FORM) -> Endpoint:
        """Return the endpoint for ``view``; forms of more than ``largest`` bytes are refused."""

        async def endpoint(request: Request) -> Response:
            return await self._let_in(request, view, largest)

        return explained(self._pages, endpoint)

    async def _let_in(self, request: Request, view: View, largest: int) -> Response:
        session = await run_sync(self._session, request)
        form = await read_form(request, largest=largest) if request.method == "POST" else FormData()
        if session is None:
            return self._sign_in.ask(request, form)
        if request.method == "POST" and not _is_ours(form, session):
            raise HTTPException(403)
        return await run_sync(view, Visit(request, session, form))

    def _session(self, request: Request) -> Session | None:
        token = self._cookies.session(request)
        return self._admins.session(token) if token else None


def _is_ours(form: FormData, session: Session) -> bool:
    sent = form.get(FORM_TOKEN, "")
    return isinstance(sent, str) and secrets.compare_digest(sent.encode(), session.form_token.encode())
