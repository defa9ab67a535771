"""Which pages may open a chat."""

import httpx
import pytest
from websockets.exceptions import InvalidStatus

from bot.learners.tenants import Tenant
from bot.settings import Settings
from bot.web.socket.origins import OriginPolicy
from tests.web.conftest import Serve, Server
from tests.web.twins import TwinServices
from tests.web.wire import Page


def test_a_page_of_our_own_may_connect(site: Server) -> None:
    with Page(site.url, origin=site.url) as page:
        assert page.enter()["session_id"]


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "https://127.0.0.1.evil.example", "http://127.0.0.1"])
def test_a_page_of_somebody_else_is_refused(site: Server, origin: str) -> None:
    with pytest.raises(InvalidStatus):
        Page(site.url, origin=origin)


def test_a_page_that_the_tenant_allows_may_connect(services: TwinServices, settings: Settings, serve: Serve) -> None:
    services.tenants.tenants.append(Tenant("fabriek", "Fabriek", ("https://intranet.fabriek.example",)))
    site = serve(services, settings)
    with Page(site.url, origin="https://intranet.fabriek.example", tenant="fabriek") as page:
        assert page.enter()["session_id"]
    with pytest.raises(InvalidStatus):
        Page(site.url, origin="https://intranet.fabriek.example", tenant="demo")


def test_an_unknown_tenant_is_refused_even_without_an_origin(site: Server) -> None:
    with Page(site.url, tenant="nobody") as page:
        assert page.welcome.startswith("44")


def test_a_refused_page_cannot_read_a_polled_answer_either(site: Server) -> None:
    answer = httpx.get(f"{site.url}/socket.io/?EIO=4&transport=polling", headers={"Origin": "https://evil.example"})
    assert answer.status_code == 400
    assert "access-control-allow-origin" not in answer.headers


def test_an_allowed_page_may_read_a_polled_answer_without_credentials(services: TwinServices, settings: Settings, serve: Serve) -> None:
    services.tenants.tenants[0] = Tenant("demo", "Demo", ("https://intranet.example",))
    site = serve(services, settings)
    answer = httpx.get(f"{site.url}/socket.io/?EIO=4&transport=polling", headers={"Origin": "https://intranet.example"})
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "https://intranet.example"
    assert "access-control-allow-credentials" not in answer.headers
    assert "set-cookie" not in answer.headers


def test_behind_a_proxy_the_public_address_counts_as_our_own() -> None:
    policy = OriginPolicy("https://duwtje.example/")
    policy.learn([Tenant("demo", "Demo")])
    inside = {"HTTP_HOST": "127.0.0.1:8080", "QUERY_STRING": ""}
    assert policy("https://duwtje.example", inside)
    assert not policy("http://duwtje.example", inside)


def test_taking_an_origin_off_the_list_closes_the_door() -> None:
    policy = OriginPolicy(None)
    policy.learn([Tenant("demo", "Demo", ("https://a.example",))])
    assert policy("https://a.example", {"HTTP_HOST": "us"})
    policy.learn([Tenant("demo", "Demo")])
    assert not policy("https://a.example", {"HTTP_HOST": "us"})
