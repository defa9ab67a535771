"""Every door of the web process, on the services that the product really builds."""

from collections.abc import Iterator

import httpx
import pytest

from bot.bootstrap import Services
from bot.settings import Settings
from bot.store.database.engine import make_engine
from bot.store.database.migrate import migrate
from bot.web.serve import assemble
from tests.web.conftest import Server
from tests.web.wire import Page


@pytest.fixture
def site(settings: Settings) -> Iterator[Server]:
    engine = make_engine(settings.store_url)
    migrate(engine)
    engine.dispose()
    services = Services(settings)
    services.tenants.ensure_demo()
    server = Server(assemble(services, settings), settings.port)
    yield server
    server.stop()


def test_all_doors_are_there(site: Server) -> None:
    with httpx.Client(base_url=site.url, follow_redirects=True) as client:
        assert "duwtje-chat" in client.get("/").text
        console = client.get("/beheer")
        assert (console.status_code, console.url.path) == (200, "/beheer/aanmelden")
        assert client.post("/telegram", content=b"{}").status_code == 404
        assert client.get("/healthz").json()["parts"] == {
            "database": "ok",
            "rasa": "down",
            "actions": "down",
            "scheduler": "down",
            "web": "ok",
        }
    with Page(site.url) as page:
        assert page.enter()["session_id"]
        assert page.event("bot_uttered")["text"]


def test_a_huge_post_to_the_webhook_is_cut_off(site: Server) -> None:
    assert httpx.post(f"{site.url}/telegram", content=b"x" * 1_100_000).status_code == 413
