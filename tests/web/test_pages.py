"""Pages, their headers, and what people see when something is not there."""

import base64
import gzip
import hashlib
from pathlib import Path

import anyio
import httpx
import pytest
from starlette.requests import Request
from starlette.routing import Route

from bot.catalogue.search.esco import ATTRIBUTION
from bot.settings import Settings
from bot.web.app import create_app
from tests.web.conftest import Serve, Server
from tests.web.twins import TwinServices

SCRIPT = '<script src="/widget.js" data-tenant="demo" async></script>'


@pytest.fixture
def web(site: Server) -> httpx.Client:
    return httpx.Client(base_url=site.url)


@pytest.mark.parametrize("path", ["/", "/demo/werkgever", "/privacy", "/toegankelijkheid"])
def test_a_page_is_dutch_and_holds_no_inline_style_or_script(web: httpx.Client, path: str) -> None:
    page = web.get(path)
    assert page.status_code == 200
    assert '<html lang="nl">' in page.text
    assert "style=" not in page.text
    assert "<style" not in page.text
    assert page.text.count("<script") == page.text.count('<script src="/')


@pytest.mark.parametrize("path", ["/", "/demo/werkgever"])
def test_the_chat_is_loaded_by_the_very_line_that_an_employer_pastes(web: httpx.Client, path: str) -> None:
    assert SCRIPT in web.get(path).text


@pytest.mark.parametrize("path", ["/", "/demo/werkgever", "/privacy", "/widget.js", "/healthz", "/static/site.css", "/is-er-niet"])
def test_every_answer_carries_the_security_headers(web: httpx.Client, path: str) -> None:
    headers = web.get(path).headers
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.startswith(("default-src 'self'", "default-src 'none'"))
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert "set-cookie" not in headers


def test_https_is_kept_when_people_reach_us_by_https(services: TwinServices, settings: Settings) -> None:
    app = create_app(services, settings.model_copy(update={"public_url": "https://duwtje.example"}))
    transport = httpx.ASGITransport(app)
    answer = _get(transport, "/privacy")
    assert "max-age" in answer.headers["strict-transport-security"]


def test_the_employer_page_forbids_inline_style_and_markup_made_by_script(web: httpx.Client) -> None:
    policy = web.get("/demo/werkgever").headers["content-security-policy"]
    assert "style-src 'self'" in policy
    assert "require-trusted-types-for 'script'" in policy


def test_the_shown_integrity_is_that_of_the_script(web: httpx.Client) -> None:
    digest = base64.b64encode(hashlib.sha384(web.get("/widget.js").content).digest()).decode().replace("+", "&#43;")
    page = web.get("/demo/werkgever").text
    assert f"sha384-{digest}" in page or f"sha384-{digest.replace('&#43;', '+')}" in page


def test_the_script_may_be_loaded_elsewhere_and_kept_for_a_while(web: httpx.Client) -> None:
    answer = web.get("/widget.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "max-age=600" in answer.headers["cache-control"]
    again = web.get("/widget.js", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_script_is_sent_packed_to_whoever_can_unpack_it(web: httpx.Client) -> None:
    plain = web.get("/widget.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    with web.stream("GET", "/widget.js", headers={"Accept-Encoding": "gzip"}) as packed:
        content = b"".join(packed.iter_raw())
    assert gzip.decompress(content) == plain.content
    assert len(content) < 25_000


def test_an_unknown_address_gets_a_friendly_dutch_page(web: httpx.Client) -> None:
    page = web.get("/is-er-niet")
    assert page.status_code == 404
    assert "Hier is niets" in page.text
    assert "Naar de chat" in page.text


def test_a_wrong_method_gets_a_friendly_dutch_page(web: httpx.Client) -> None:
    page = web.post("/privacy")
    assert page.status_code == 405
    assert "Dit kan hier niet" in page.text


def test_a_mistake_of_ours_gets_a_friendly_dutch_page_with_all_headers(services: TwinServices, settings: Settings) -> None:
    async def broken(request: Request) -> None:
        raise RuntimeError("secret detail")

    app = create_app(services, settings, routes=[Route("/kapot", broken)])
    page = _get(httpx.ASGITransport(app, raise_app_exceptions=False), "/kapot")
    assert page.status_code == 500
    assert "Dat ligt aan ons" in page.text
    assert "secret detail" not in page.text
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]


def _get(transport: httpx.ASGITransport, path: str) -> httpx.Response:
    async def get() -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://web") as client:
            return await client.get(path)

    return anyio.run(get)


@pytest.mark.parametrize("uses_esco", [True, False])
def test_esco_is_named_where_it_is_used_and_geonames_always(
    settings: Settings, services: TwinServices, serve: Serve, tmp_path: Path, uses_esco: bool
) -> None:
    site = serve(services, settings.model_copy(update={"esco_folder": tmp_path if uses_esco else None}))
    page = httpx.get(f"{site.url}/privacy").text
    assert (ATTRIBUTION in page) is uses_esco
    assert "GeoNames" in page
