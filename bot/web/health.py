"""``/healthz``: does every part of the product answer?"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

import httpx
import structlog
from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.secrets import rasa_token
from bot.settings import Settings
from bot.web.ports import TenantList

log = structlog.get_logger()

ANSWER_WITHIN = 3.0
"""Seconds each part gets."""

Check = Callable[[], Awaitable[bool]]


class HealthServices(Protocol):
    """The part of the services that shows whether they work."""

    @property
    def tenants(self) -> TenantList: ...
    def is_alive(self, process: str) -> bool: ...


class Health:
    """Asks every part of the product whether it answers."""

    def __init__(self, services: HealthServices, settings: Settings) -> None:
        token = rasa_token(settings)
        self._checks: dict[str, Check] = {
            "database": lambda: _database(services),
            "rasa": lambda: _answers(f"{settings.rasa_url}/status", {"token": token}),
            "actions": lambda: _answers(f"{settings.actions_url}/health"),
            "scheduler": lambda: to_thread.run_sync(services.is_alive, "scheduler"),
        }

    async def parts(self) -> dict[str, bool]:
        """Ask anew; return what each part says."""
        results = await asyncio.gather(*(_within(name, check) for name, check in self._checks.items()))
        return dict(zip(self._checks, results, strict=True)) | {"web": True}


def health_route(services: HealthServices, settings: Settings) -> Route:
    """Return the route; it asks every part anew at each call."""
    health = Health(services, settings)

    async def healthz(request: Request) -> JSONResponse:
        parts = await health.parts()
        well = all(parts.values())
        words = {part: "ok" if answers else "down" for part, answers in parts.items()}
        headers = {"Cache-Control": "no-store"}
        return JSONResponse({"status": "ok" if well else "down", "parts": words}, 200 if well else 503, headers)

    return Route("/healthz", healthz, name="healthz")


async def _within(name: str, check: Check) -> bool:
    try:
        return await asyncio.wait_for(check(), ANSWER_WITHIN)
    except Exception as error:  # noqa: BLE001  # edge: whatever goes wrong, the answer is that this part is down
        log.debug("part_down", part=name, error=type(error).__name__)
        return False


async def _database(services: HealthServices) -> bool:
    await to_thread.run_sync(services.tenants.all, abandon_on_cancel=True)
    return True


async def _answers(url: str, params: dict[str, str] | None = None) -> bool:
    async with httpx.AsyncClient(timeout=ANSWER_WITHIN) as client:
        answer = await client.get(url, params=params)
    return answer.status_code == httpx.codes.OK
