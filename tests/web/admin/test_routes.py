"""Nobody gets past the door, whatever the address."""

from unittest.mock import Mock

import pytest

from bot.settings import Settings
from bot.web.admin.routes import admin_routes
from tests.web.admin.conftest import Browser, words

_ANY = {"{script_id}": "iets-kleins", "{version:int}": "1", "{number:int}": "1"}


def _address(path: str) -> str:
    for name, value in _ANY.items():
        path = path.replace(name, value)
    return f"/beheer{path}"


ROUTES = [
    (method, _address(route.path))
    for route in admin_routes(Mock(), Settings(_env_file=None, rasa_token="x"))
    for method in sorted(route.methods - {"HEAD"})
    if route.path != "/aanmelden"
]
GETS = [path for method, path in ROUTES if method == "GET"]
POSTS = [path for method, path in ROUTES if method == "POST"]


def test_the_list_of_routes_is_not_empty() -> None:
    assert len(GETS) > 10
    assert len(POSTS) > 10


@pytest.mark.usefixtures("live_script")
@pytest.mark.parametrize("path", GETS)
def test_a_page_without_a_session_leads_to_the_sign_in_form(visitor: Browser, path: str) -> None:
    answer = visitor.get(path, follow=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/beheer/aanmelden?naar={path}"
    assert answer.text == ""


@pytest.mark.usefixtures("live_script")
@pytest.mark.parametrize("path", POSTS)
def test_a_form_without_a_session_changes_nothing_and_asks_to_sign_in(visitor: Browser, path: str) -> None:
    answer = visitor.post(path, {"formulier": "x"}, follow=False)
    assert answer.status_code == 401
    assert words(answer.text).startswith("Aanmelden")


@pytest.mark.usefixtures("live_script")
@pytest.mark.parametrize("path", POSTS)
def test_a_form_that_the_console_did_not_give_is_refused(admin: Browser, path: str) -> None:
    for token in ({}, {"formulier": ""}, {"formulier": "geraden"}):
        answer = admin.post(path, token, follow=False)
        assert answer.status_code == 403
        assert "Dit formulier is verlopen" in words(answer.text)


@pytest.mark.parametrize(
    "path",
    [
        "/duwtjes/bestaat-niet",
        "/duwtjes/bestaat-niet/versies",
        "/duwtjes/iets-kleins/versies/7",
        "/verzendlog/1",
        "/verzendlog/99999999999999999999",
    ],
)
@pytest.mark.usefixtures("live_script")
def test_what_is_not_there_says_so(admin: Browser, path: str) -> None:
    answer = admin.get(f"/beheer{path}")
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in words(answer.text)
