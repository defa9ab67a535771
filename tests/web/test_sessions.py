"""Whose conversation is it? Sessions are made and signed by the server, for one tenant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learners.tenants import Tenant
from bot.settings import Settings
from bot.web.socket.sessions import SessionSigner
from tests.web.conftest import Serve, Server
from tests.web.twins import TwinServices
from tests.web.wire import Page


@pytest.mark.parametrize("invented", ["abc", "", 5, None, {"x": 1}, "a.b.c", "x" * 5000, "WyJ4IiwiZGVtbyJd.forged"])
def test_an_invented_id_gets_a_new_session(site: Server, services: TwinServices, invented: object) -> None:
    with Page(site.url) as page:
        session = page.ask("session_request", {"session_id": invented, "after": 0})
    assert session["session_id"] != invented
    assert session["resumed"] is False
    assert session["messages"] == []


def test_an_id_of_another_tenant_gets_a_new_session(services: TwinServices, settings: Settings, serve: Serve) -> None:
    services.tenants.tenants.append(Tenant("fabriek", "Fabriek"))
    site = serve(services, settings)
    with Page(site.url, tenant="fabriek") as page:
        theirs = page.enter()["session_id"]
        page.say("geheim")
    with Page(site.url, tenant="demo") as page:
        session = page.enter(theirs)
    assert session["session_id"] != theirs
    assert session["messages"] == []


def test_the_own_id_goes_on_with_the_own_history(site: Server) -> None:
    with Page(site.url) as page:
        mine = page.enter()["session_id"]
        page.event("bot_uttered")
        page.say("ik wil leren lassen")
        page.event("bot_uttered")
    with Page(site.url) as page:
        session = page.enter(mine)
    assert session["session_id"] == mine
    assert session["resumed"] is True
    assert [(message["direction"], message["text"]) for message in session["messages"]][1:] == [
        ("in", "ik wil leren lassen"),
        ("out", "Je zei: ik wil leren lassen"),
    ]


def test_the_stored_address_does_not_open_the_conversation(site: Server, services: TwinServices) -> None:
    with Page(site.url) as page:
        page.enter()
    address = services.conversation.heard[0].address
    with Page(site.url) as page:
        assert page.enter(address.value)["resumed"] is False


def test_another_secret_makes_other_ids() -> None:
    made = SessionSigner("one").new("demo")
    assert SessionSigner("one").name(made, "demo")
    assert SessionSigner("two").name(made, "demo") is None


@given(st.text(max_size=300))
def test_no_text_that_we_did_not_make_is_a_session(text: str) -> None:
    assert SessionSigner("one").name(text, "demo") is None


@given(position=st.integers(min_value=0, max_value=40), sign=st.sampled_from("AaZz09-_"))
def test_a_changed_id_is_no_session_of_somebody_else(position: int, sign: str) -> None:
    signer = SessionSigner("one")
    made = signer.new("demo")
    changed = made[:position] + sign + made[position + 1 :]
    assert signer.name(changed, "demo") in (None, signer.name(made, "demo"))
