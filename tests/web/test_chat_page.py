"""The chat page in a real browser."""

import json
import re
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.web.conftest import Server
from tests.web.twins import ERASED, HELLO, TwinServices
from tests.web.visit import Visit, visit

pytestmark = pytest.mark.browser

LONG = "hottentottententententoonstellingsterreinbeheerdersopleidingscommissievoorzitter" * 3
MOST_CLICKS = 20
"""A long answer is a few screens; more than this means that the button leads nowhere."""


def test_a_person_is_greeted_types_and_gets_an_answer(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        here.page.goto(site.url)
        here.wait_for("Waar heb je zin in?")
        here.say("ik wil leren lassen")
        here.wait_for("Je zei: ik wil leren lassen")
        assert here.words() == [HELLO, "ik wil leren lassen", "Je zei: ik wil leren lassen"]
        expect(here.page.locator(".state")).to_have_count(0)


def test_a_choice_is_made_with_the_keyboard_and_the_focus_stays_in_the_chat(browser: Browser, site: Server, services: TwinServices) -> None:
    with visit(browser) as here:
        here.page.goto(site.url)
        here.wait_for(HELLO)
        here.page.get_by_role("region", name="Gesprek").focus()
        here.page.keyboard.press("Tab")
        here.page.keyboard.press("Tab")
        expect(here.page.get_by_role("button", name="Iets met koken")).to_be_focused()
        here.page.keyboard.press("Enter")
        here.wait_for("Je zei: Iets met koken")
        expect(here.page.get_by_label("Typ je bericht")).to_be_focused()
        expect(here.page.get_by_role("button", name="Iets met hout")).to_have_count(0)
    assert services.conversation.heard[-1].choice


def test_a_reload_keeps_the_history_and_announces_none_of_it(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        here.page.goto(site.url)
        here.wait_for(HELLO)
        here.say("eerste")
        here.wait_for("Je zei: eerste")
        here.page.reload()
        here.wait_for("Je zei: eerste")
        log = here.page.get_by_role("log")
        assert here.words(here.page.get_by_role("group", name="Eerdere berichten")) == [HELLO, "eerste", "Je zei: eerste"]
        assert here.words(log) == []
        here.say("tweede")
        here.wait_for("Je zei: tweede")
        assert here.words(log) == ["tweede", "Je zei: tweede"]


def test_nothing_is_stored_until_the_first_message_and_then_only_for_this_tab(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        here.page.goto(site.url)
        here.wait_for(HELLO)
        assert here.stored == [0, 0, ""]
        here.say("hoi")
        here.wait_for("Je zei: hoi")
        assert here.stored == [0, 1, ""]


def test_ticking_remember_me_survives_the_tab_and_unticking_undoes_it(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        here.page.goto(site.url)
        here.wait_for(HELLO)
        here.say("hoi")
        here.wait_for("Je zei: hoi")
        here.page.get_by_label("Onthoud mij op dit apparaat").check()
        here.page.close()
        here.open().goto(site.url)
        here.wait_for("Je zei: hoi")
        box = here.page.get_by_label("Onthoud mij op dit apparaat")
        expect(box).to_be_checked()
        box.uncheck()
        assert here.stored == [0, 1, ""]


def test_after_erasing_nothing_stays_on_the_device_or_the_screen(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        here.page.goto(site.url)
        here.wait_for(HELLO)
        here.page.get_by_label("Onthoud mij op dit apparaat").check()
        here.say("wis alles")
        here.wait_for(ERASED)
        expect(here.page.locator(".words")).to_have_count(1)
        expect(here.page.get_by_label("Onthoud mij op dit apparaat")).not_to_be_checked()
        assert here.stored == [0, 0, ""]
        here.say("hoi weer")
        here.wait_for("Je zei: hoi weer")
        assert here.stored == [0, 1, ""]


def test_a_nudge_comes_in_while_the_page_is_open(browser: Browser, site: Server, services: TwinServices) -> None:
    with visit(browser) as here:
        here.page.goto(site.url)
        here.wait_for(HELLO)
        learner = next(iter(services.identity.known.values()))
        services.conversation.say(learner.id, "Wat lukte deze week beter?", ["Iets", "Niets"])
        here.wait_for("Wat lukte deze week beter?")
        here.page.get_by_role("button", name="Niets").click()
        here.wait_for("Je zei: Niets")


def test_praat_met_een_mens_stays_in_its_place_and_says_so(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        here.page.goto(site.url)
        here.wait_for(HELLO)
        human = here.page.get_by_role("button", name="Praat met een mens")
        before = human.bounding_box()
        for number in range(6):
            here.say(f"bericht {number}")
            here.wait_for(f"Je zei: bericht {number}")
        assert human.bounding_box() == before
        human.click()
        here.wait_for("Je zei: Ik wil een mens spreken")


def test_what_people_type_is_shown_as_text_and_only_web_addresses_become_links(
    browser: Browser, site: Server, services: TwinServices
) -> None:
    services.conversation.answer = lambda said: ("<img src=x onerror=alert(1)> javascript:alert(1) Kijk op https://a.example/b?c=d.", ())
    with visit(browser) as here:
        here.page.goto(site.url)
        here.wait_for("Kijk op")
        here.say("<b>vet</b> & zo")
        assert "<b>vet</b> & zo" in here.words()
        assert here.page.locator(".words img, .words b").count() == 0
        link = here.page.locator(".words a").first
        assert link.get_attribute("href") == "https://a.example/b?c=d"
        assert link.get_attribute("rel") == "noopener noreferrer"


def test_enter_sends_and_shift_enter_starts_a_line(browser: Browser, site: Server, services: TwinServices) -> None:
    with visit(browser) as here:
        here.page.goto(site.url)
        here.wait_for(HELLO)
        here.page.get_by_label("Typ je bericht").click()
        here.page.keyboard.type("een")
        here.page.keyboard.press("Shift+Enter")
        here.page.keyboard.type("twee")
        here.page.keyboard.press("Enter")
        here.wait_for("Je zei: een")
        here.page.keyboard.press("Enter")
        expect(here.page.get_by_label("Typ je bericht")).to_have_value("")
    assert [incoming.text for incoming in services.conversation.heard] == ["/start", "een\ntwee"]


def kept_messages(here: Visit, **waiting: str) -> None:
    """Put the page in the state of a reload that came before the receipt of a message."""
    here.page.evaluate(
        """(message) => { const kept = JSON.parse(sessionStorage["duwtje:demo"]);
             kept.waiting.push(message); sessionStorage["duwtje:demo"] = JSON.stringify(kept); }""",
        waiting,
    )


@pytest.mark.parametrize("arrived", [True, False])
def test_a_message_that_a_reload_interrupted_is_sent_and_shown_once(
    browser: Browser, site: Server, services: TwinServices, arrived: bool
) -> None:
    with visit(browser) as here:
        here.page.goto(site.url)
        here.wait_for(HELLO)
        here.say("hoi")
        here.wait_for("Je zei: hoi")
        name = services.conversation.heard[-1].external_id if arrived else "never-arrived"
        kept_messages(here, id=name, message="hoi" if arrived else "nog een", shown="hoi" if arrived else "nog een")
        here.page.reload()
        here.wait_for("Je zei: hoi" if arrived else "Je zei: nog een")
        expect(here.page.locator(".mine")).to_have_count(1 if arrived else 2)
        here.page.wait_for_function("""() => JSON.parse(sessionStorage["duwtje:demo"]).waiting.length === 0""")
    assert [incoming.text for incoming in services.conversation.heard].count("hoi") == 1


@pytest.mark.parametrize(("width", "height"), [(320, 640), (1280, 800)])
def test_no_sideways_scrolling_even_with_very_long_words(
    browser: Browser, site: Server, services: TwinServices, width: int, height: int
) -> None:
    services.conversation.answer = lambda said: (LONG, (LONG[:60], "kort"))
    with visit(browser, width=width, height=height) as here:
        here.page.goto(site.url)
        here.wait_for(LONG[:20])
        here.say(LONG)
        wide = here.page.evaluate(
            """() => { const talk = document.querySelector("duwtje-chat").shadowRoot.querySelector(".talk");
                 return [document.documentElement.scrollWidth - innerWidth, talk.scrollWidth - talk.clientWidth]; }"""
        )
        assert wide == [0, 0]


def test_the_start_of_a_long_answer_is_in_view_and_a_button_leads_to_the_rest(
    browser: Browser, site: Server, services: TwinServices
) -> None:
    services.conversation.answer = lambda said: ("Begin. " + "Een zin met woorden. " * 60, ("Goed", "Nee"))
    with visit(browser, width=360, height=640) as here:
        here.page.goto(site.url)
        here.wait_for("Begin.")
        here.page.wait_for_timeout(700)
        assert here.page.evaluate(
            """() => { const talk = document.querySelector("duwtje-chat").shadowRoot.querySelector(".talk");
                 const top = talk.querySelector(".words").getBoundingClientRect().top;
                 return top >= talk.getBoundingClientRect().top; }"""
        )
        more = here.page.get_by_role("button", name="Lees verder")
        last = here.page.get_by_role("button", name="Goed")
        for _ in range(MOST_CLICKS):
            with suppress(PlaywrightTimeout):  # it goes away by itself when the end comes into view
                more.click(timeout=2_000)
            with suppress(AssertionError):  # it scrolls smoothly, which takes a slow machine a while
                expect(last).to_be_in_viewport(timeout=2_000)
                break
        expect(last).to_be_in_viewport()


def test_when_the_window_gets_smaller_a_button_leads_to_what_no_longer_fits(browser: Browser, site: Server, services: TwinServices) -> None:
    services.conversation.answer = lambda said: ("Begin. " + "Een zin met woorden. " * 12, ("Goed", "Nee"))
    with visit(browser, width=360, height=1_200) as here:
        here.page.goto(site.url)
        here.wait_for("Begin.")
        more = here.page.get_by_role("button", name="Lees verder")
        expect(more).to_be_hidden()
        here.page.set_viewport_size({"width": 360, "height": 480})
        expect(more).to_be_visible()


def test_everything_to_press_is_large_enough(browser: Browser, site: Server) -> None:
    with visit(browser, width=320, height=640) as here:
        here.page.goto(site.url)
        here.wait_for(HELLO)
        for target in here.page.locator("duwtje-chat").locator("button, textarea, label.remember, .foot a").all():
            if target.is_hidden():
                continue
            box = target.bounding_box()
            assert box
            assert box["height"] >= 44, target.inner_text()
            assert box["width"] >= 24


def test_nothing_moves_for_people_who_do_not_want_that(browser: Browser, site: Server) -> None:
    with visit(browser, reduced_motion="reduce") as here:
        here.page.goto(site.url)
        here.wait_for(HELLO)
        names = here.page.evaluate(
            """() => [...document.querySelector("duwtje-chat").shadowRoot.querySelectorAll("*")]
                 .map((part) => getComputedStyle(part).animationName).filter((name) => name !== "none")"""
        )
        assert names == []


def test_without_javascript_people_read_what_to_do(browser: Browser, site: Server) -> None:
    with visit(browser, java_script_enabled=False) as here:
        here.page.goto(site.url)
        expect(here.page.get_by_text("werkt alleen met JavaScript")).to_be_visible()


def test_when_the_script_does_not_come_people_read_what_to_do(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        here.page.route("**/widget.js", lambda route: route.abort())
        here.page.goto(site.url)
        expect(here.page.get_by_text("Loop binnen bij de bibliotheek")).to_be_visible()


def test_only_our_own_server_is_asked_for_anything(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        here.page.goto(site.url)
        here.wait_for(HELLO)
        here.say("hoi")
        here.wait_for("Je zei: hoi")
        assert here.hosts == {site.url.removeprefix("http://")}


@pytest.mark.parametrize("path", ["/", "/privacy", "/toegankelijkheid", "/is-er-niet"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(browser: Browser, site: Server, path: str, width: int) -> None:
    with visit(browser, width=width) as here:
        here.page.goto(site.url + path)
        if path == "/":
            here.wait_for(HELLO)
            here.say("hoi")
            here.wait_for("Je zei: hoi")
        assert here.faults() == []


def test_the_session_on_the_device_is_all_there_is(browser: Browser, site: Server) -> None:
    with visit(browser) as here:
        here.page.goto(site.url)
        here.wait_for(HELLO)
        here.say("mijn geheim")
        here.wait_for("Je zei: mijn geheim")
        here.page.wait_for_function("""() => JSON.parse(sessionStorage["duwtje:demo"]).waiting.length === 0""")
        kept = json.loads(here.page.evaluate("""() => sessionStorage["duwtje:demo"]"""))
        assert set(kept) == {"session", "waiting"}
        assert re.fullmatch(r"[\w.-]+", kept["session"])
