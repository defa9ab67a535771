"""Which pages may open a chat."""

from collections.abc import Iterable
from urllib.parse import parse_qs, urlsplit

import structlog

from bot.learners.identity import DEFAULT_TENANT
from bot.learners.tenants import Tenant

log = structlog.get_logger()


class OriginPolicy:
    """Compares the page's origin with what its tenant allows. Reads memory only: it is asked on the event loop."""

    def __init__(self, public_url: str | None) -> None:
        self._own = {_origin(public_url)} if public_url else set()
        self._allowed: dict[str, frozenset[str]] = {}

    def learn(self, tenants: Iterable[Tenant]) -> None:
        """Take over what the tenants allow now."""
        self._allowed = {tenant.id: frozenset(map(_origin, tenant.allowed_origins)) for tenant in tenants}

    def __call__(self, origin: str | None, environ: dict[str, str]) -> bool:
        """Whether a page of ``origin`` may connect; the signature is what Engine.IO asks for."""
        tenant = tenant_of(environ)
        allowed = tenant in self._allowed and self._may(origin, tenant, environ.get("HTTP_HOST", ""))
        if not allowed:
            log.warning("page_refused", origin=origin, tenant=tenant[:64])
        return allowed

    def _may(self, origin: str | None, tenant: str, host: str) -> bool:
        # A browser names no origin only for a page of ours that fetches by GET; a program can claim anything anyway.
        if origin is None or urlsplit(origin).netloc == host:
            return True
        return _origin(origin) in self._own | self._allowed[tenant]


def tenant_of(environ: dict[str, str]) -> str:
    """Return the tenant that the page names in the query; a plain Rasa widget names none."""
    return parse_qs(environ.get("QUERY_STRING", "")).get("tenant", [DEFAULT_TENANT])[0]


def _origin(url: str) -> str:
    parts = urlsplit(url.strip().lower())
    return f"{parts.scheme}://{parts.netloc}"
