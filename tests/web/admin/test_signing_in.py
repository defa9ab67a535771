from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.settings import Settings
from tests.conftest import StoppedClock
from tests.web.admin.conftest import Browser, Services, hidden, words


def test_the_right_password_opens_the_page_that_was_asked_for(visitor: Browser, password: str) -> None:
    asked = visitor.get("/beheer/wachtwoord?a=b", follow=False)
    assert asked.status_code == 303
    form = asked.headers["location"]
    fields = {"naam": "beheer", "wachtwoord": password, "naar": hidden(visitor.get(form).text, "naar")}
    assert visitor.submit(form, fields, to="/beheer/aanmelden", follow=False).headers["location"] == "/beheer/wachtwoord?a=b"


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org/beheer/", "/beheer\\..\\x", "/beheerder", "javascript:alert(1)"]
)
def test_signing_in_never_leads_out_of_the_console(visitor: Browser, password: str, elsewhere: str) -> None:
    fields = {"naam": "beheer", "wachtwoord": password, "naar": elsewhere}
    assert visitor.submit("/beheer/aanmelden", fields, follow=False).headers["location"] == "/beheer/"


def test_capitals_and_space_around_the_name_do_not_matter(visitor: Browser, password: str) -> None:
    assert visitor.sign_in(password, name=" Beheer ").status_code == 303


@pytest.mark.usefixtures("password")
@pytest.mark.parametrize("name", ["beheer", "iemand-anders"])
def test_a_wrong_password_says_nothing_about_which_names_exist(visitor: Browser, name: str) -> None:
    answer = visitor.sign_in("fout wachtwoord", name)
    assert answer.status_code == 401
    assert "De naam of het wachtwoord klopt niet." in words(answer.text)
    assert "fout wachtwoord" not in answer.text


def test_after_five_wrong_passwords_the_page_says_when_to_try_again(visitor: Browser, password: str, clock: StoppedClock) -> None:
    for _ in range(5):
        assert visitor.sign_in("fout wachtwoord").status_code == 401
    answer = visitor.sign_in(password)
    assert answer.status_code == 429
    assert "Probeer het weer om 10.31 uur" in words(answer.text)
    clock.advance(minutes=1)
    assert visitor.sign_in(password).status_code == 303


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(visitor: Browser, password: str) -> None:
    cookie = visitor.sign_in(password).headers["set-cookie"].lower()
    assert cookie.startswith("duwtje_beheer=")
    for part in ("httponly", "samesite=strict", "path=/beheer", f"max-age={8 * 3600}"):
        assert part in cookie
    assert "secure" not in cookie.split("; ")


@pytest.mark.parametrize("settings", [Settings(_env_file=None, public_url="https://duwtje.example")])
def test_behind_https_the_cookie_travels_over_https_only(open_browser: Callable[..., Browser], password: str) -> None:
    cookie = open_browser(address="https://duwtje.example").sign_in(password).headers["set-cookie"]
    assert cookie.startswith("__Secure-duwtje_beheer=")
    assert "Secure" in cookie.split("; ")


def test_signing_in_again_replaces_the_session(admin: Browser, password: str, services: Services) -> None:
    first = admin.cookies["duwtje_beheer"]
    admin.sign_in(password)
    assert admin.cookies["duwtje_beheer"] != first
    assert services.admins.session(first) is None


def test_a_planted_session_cookie_is_not_taken_over(visitor: Browser, password: str) -> None:
    visitor.cookies.set("duwtje_beheer", "geplant", path="/beheer")
    answer = visitor.sign_in(password)
    assert "duwtje_beheer=geplant" not in answer.headers["set-cookie"]


def test_a_sign_in_form_from_another_site_is_refused(visitor: Browser, password: str) -> None:
    answer = visitor.post("/beheer/aanmelden", {"naam": "beheer", "wachtwoord": password, "formulier": "geraden"}, follow=False)
    assert answer.status_code == 403
    assert "duwtje_beheer=" not in answer.headers["set-cookie"]


def test_a_form_of_another_browser_is_refused(visitor: Browser, open_browser: Callable[..., Browser], password: str) -> None:
    token = hidden(open_browser().get("/beheer/aanmelden").text, "formulier")
    visitor.get("/beheer/aanmelden")
    fields = {"naam": "beheer", "wachtwoord": password, "formulier": token}
    assert visitor.post("/beheer/aanmelden", fields, follow=False).status_code == 403


def test_a_session_ends_after_eight_hours(admin: Browser, clock: StoppedClock) -> None:
    clock.advance(hours=8)
    assert admin.get("/beheer/wachtwoord", follow=False).headers["location"].startswith("/beheer/aanmelden")


def test_signing_out_ends_the_session_everywhere_it_was_copied(admin: Browser, services: Services) -> None:
    token = admin.cookies["duwtje_beheer"]
    assert "Je bent afgemeld." in admin.submit("/beheer/wachtwoord", {}, to="/beheer/afmelden").text
    assert services.admins.session(token) is None
    assert "duwtje_beheer" not in admin.cookies


@pytest.mark.parametrize("token", [None, "", "geraden"])
@pytest.mark.parametrize("path", ["/beheer/afmelden", "/beheer/wachtwoord"])
def test_a_form_without_the_right_token_changes_nothing(admin: Browser, services: Services, path: str, token: str | None) -> None:
    fields = {} if token is None else {"formulier": token}
    answer = admin.post(path, fields)
    assert answer.status_code == 403
    assert "Dit formulier is verlopen" in words(answer.text)
    assert services.admins.session(admin.cookies["duwtje_beheer"])


def test_what_was_typed_while_the_session_ended_is_carried_along(admin: Browser, password: str, clock: StoppedClock) -> None:
    token = hidden(admin.get("/beheer/wachtwoord").text, "formulier")
    clock.advance(hours=9)
    ended = admin.post("/beheer/wachtwoord", {"formulier": token, "tekst": 'lang "verhaal" <b>', "soort": ["a", "b"]})
    assert ended.status_code == 401
    assert "gaat niet verloren" in words(ended.text)
    fields = {name: hidden(ended.text, name) for name in ("formulier", "naar", "mee.tekst")}
    resumed = admin.post("/beheer/aanmelden", fields | {"mee.soort": ["a", "b"], "naam": "beheer", "wachtwoord": password})
    assert '<form method="post" action="/beheer/wachtwoord">' in resumed.text
    assert hidden(resumed.text, "tekst") == 'lang "verhaal" <b>'
    assert resumed.text.count('name="soort"') == 2
    assert hidden(resumed.text, "formulier") != token


def test_a_password_is_not_carried_along(admin: Browser, clock: StoppedClock) -> None:
    clock.advance(hours=9)
    assert "geheim woord" not in admin.post("/beheer/wachtwoord", {"oud": "geheim woord", "nieuw": "geheim woord"}).text


def test_an_endless_form_is_refused(visitor: Browser) -> None:
    visitor.get("/beheer/aanmelden")
    answer = visitor.post("/beheer/aanmelden", {"naam": "x" * 200_000})
    assert answer.status_code == 413
    assert "Dit is te groot" in words(answer.text)


def test_every_page_forbids_inline_scripts_frames_and_caches(visitor: Browser) -> None:
    headers = visitor.get("/beheer/aanmelden").headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"


def test_changing_the_password_needs_the_old_one_twice_the_new_one_and_some_length(admin: Browser, password: str) -> None:
    new = "drie kleine woorden"
    for fields, sentence in (
        ({"oud": "fout", "nieuw": new, "nogmaals": new}, "Je oude wachtwoord klopt niet."),
        ({"oud": password, "nieuw": new, "nogmaals": new + "!"}, "zijn niet hetzelfde"),
        ({"oud": password, "nieuw": "kort", "nogmaals": "kort"}, "minstens 12 tekens"),
    ):
        answer = admin.submit("/beheer/wachtwoord", fields)
        assert answer.status_code == 422
        assert sentence in words(answer.text)


def test_a_changed_password_keeps_this_browser_in_and_signs_others_out(
    admin: Browser, open_browser: Callable[..., Browser], password: str, services: Services
) -> None:
    new = "drie kleine woorden"
    other = open_browser()
    other.sign_in(password)
    elsewhere = other.cookies["duwtje_beheer"]
    admin.submit("/beheer/wachtwoord", {"oud": password, "nieuw": new, "nogmaals": new}, follow=False)
    assert services.admins.session(admin.cookies["duwtje_beheer"])
    assert services.admins.session(elsewhere) is None


def test_guessing_the_old_password_is_limited(admin: Browser, password: str, clock: StoppedClock) -> None:
    new = "drie kleine woorden"
    for _ in range(5):
        admin.submit("/beheer/wachtwoord", {"oud": "fout", "nieuw": new, "nogmaals": new})
    answer = admin.submit("/beheer/wachtwoord", {"oud": password, "nieuw": new, "nogmaals": new})
    assert answer.status_code == 429
    clock.now += timedelta(minutes=1)
    assert admin.submit("/beheer/wachtwoord", {"oud": password, "nieuw": new, "nogmaals": new}, follow=False).status_code == 303
