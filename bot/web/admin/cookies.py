"""The two cookies of the console: who is signed in, and which browser a sign-in form was given to."""

import secrets

from starlette.requests import Request
from starlette.responses import Response

from bot.admins.models import SESSION_LENGTH
from bot.settings import Settings
from bot.web.admin.pages import BASE

SESSION = "duwtje_beheer"
FORM = "duwtje_aanmelden"


class Cookies:
    """Reads and sets cookies that scripts cannot read and other sites cannot send."""

    def __init__(self, settings: Settings) -> None:
        self._public_https = (settings.public_url or "").startswith("https://")

    def session(self, request: Request) -> str | None:
        """Return the secret of the session, if the browser has one."""
        return request.cookies.get(self._name(SESSION, request))

    def keep_session(self, request: Request, response: Response, token: str) -> None:
        """Let the browser keep the secret of a session until it ends."""
        self._set(request, response, SESSION, token, int(SESSION_LENGTH.total_seconds()))

    def end_session(self, request: Request, response: Response) -> None:
        """Let the browser forget the session."""
        self._set(request, response, SESSION, "", 0)

    def form_token(self, request: Request) -> str:
        """Return the token for a sign-in form, the same one while the browser is open."""
        return request.cookies.get(self._name(FORM, request)) or secrets.token_urlsafe(24)

    def keep_form_token(self, request: Request, response: Response, token: str) -> None:
        """Let the browser keep the token of the sign-in form it shows."""
        self._set(request, response, FORM, token, None)

    def is_own_form(self, request: Request, token: str) -> bool:
        """Whether a sign-in form comes from the browser we gave it to."""
        kept = request.cookies.get(self._name(FORM, request), "")
        return bool(kept) and secrets.compare_digest(kept.encode(), token.encode())

    def _set(self, request: Request, response: Response, name: str, value: str, seconds: int | None) -> None:
        secure = self._is_secure(request)
        response.set_cookie(self._name(name, request), value, max_age=seconds, path=BASE, secure=secure, httponly=True, samesite="strict")

    def _name(self, name: str, request: Request) -> str:
        # A browser accepts this prefix over https only, so nothing on plain http can plant a cookie.
        return f"__Secure-{name}" if self._is_secure(request) else name

    def _is_secure(self, request: Request) -> bool:
        return self._public_https or request.url.scheme == "https"
