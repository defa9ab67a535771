"""The web door on the real conversation service and a real store, with a stand-in for Rasa only."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import httpx
import pytest

from bot.catalogue.interests import load_interests
from bot.channels.web import WebChannel
from bot.clock import system_clock
from bot.dialogue.assembly import Parts, make_conversation, make_outlet
from bot.dialogue.fake import FakeRasa
from bot.dialogue.ports import RasaReply
from bot.dialogue.service import ConversationService
from bot.errors import UnknownLearner
from bot.language.saying.texts import load_texts
from bot.learners.download import DownloadLinks
from bot.learners.identity import Identity
from bot.learners.profile import ProfileService
from bot.learners.rights import RightsService
from bot.learners.tenants import TenantService
from bot.messages import Address, Button, Reply
from bot.nudges.service import NudgeService
from bot.settings import Settings
from bot.store.work import Store
from bot.web.socket.sessions import SessionSigner
from tests.web.conftest import Serve, Server
from tests.web.wire import Page

SECRET = "a secret for tests"


def talk(message: str) -> Sequence[RasaReply]:
    if message == "/start_conversation":
        return [RasaReply("Hoi! Waar heb je zin in?", (Button("Iets met hout", '/give_wish{"interest": "hout"}'),))]
    return [RasaReply(f"Rasa hoorde: {message}")]


@dataclass(frozen=True)
class RealServices:
    conversation: ConversationService
    identity: Identity
    rights: RightsService
    nudges: NudgeService
    tenants: TenantService
    mailbox: WebChannel

    def is_alive(self, process: str) -> bool:
        return True


@pytest.fixture
def rasa() -> FakeRasa:
    return FakeRasa(talk)


@pytest.fixture
def real(sqlite_store: Store, settings: Settings, rasa: FakeRasa) -> RealServices:
    store = sqlite_store
    identity, rights = Identity(store.work, system_clock), RightsService(store.work, system_clock)
    profile = ProfileService(store.work, system_clock)
    mailbox, tenants = WebChannel(), TenantService(store.work)
    channels = {"web": mailbox}
    nudges = NudgeService(store.work, system_clock, make_outlet(store.work, system_clock, channels, rights))
    links = DownloadLinks(SECRET, f"http://127.0.0.1:{settings.port}", system_clock)
    parts = Parts(
        store.work, system_clock, channels, rasa, identity, profile, rights, nudges, load_texts(), load_interests().label, links.make
    )
    tenants.ensure_demo()
    return RealServices(make_conversation(parts), identity, rights, nudges, tenants, mailbox)


@pytest.fixture
def site(real: RealServices, settings: Settings, serve: Serve) -> Server:
    return serve(real, settings)


def said(page: Page) -> str:
    text: str = page.event("bot_uttered")["text"]
    return text


def test_greeting_press_and_answer(site: Server, rasa: FakeRasa) -> None:
    with Page(site.url) as page:
        page.enter()
        hello = page.event("bot_uttered")
        page.say(hello["quick_replies"][0]["payload"])
        assert said(page) == 'Rasa hoorde: /give_wish{"interest": "hout"}'
    assert rasa.messages == ["/start_conversation", '/give_wish{"interest": "hout"}']


def test_the_meaning_of_a_button_never_leaves_the_server(site: Server) -> None:
    with Page(site.url) as page:
        session_id = page.enter()["session_id"]
        assert "give_wish" not in json.dumps(page.event("bot_uttered"))
        assert "give_wish" not in json.dumps(page.enter(session_id))


def test_typed_commands_are_never_run(site: Server, rasa: FakeRasa) -> None:
    with Page(site.url) as page:
        page.enter()
        said(page)
        for typed in ('/give_wish{"interest": "hout"}', "/restart", "//restart", "\u200b/restart"):
            page.say(typed)
            said(page)
    assert not any(message.startswith("/") for message in rasa.messages[1:])


def test_history_after_a_reload_shows_what_was_pressed_and_said(site: Server) -> None:
    with Page(site.url) as page:
        session_id = page.enter()["session_id"]
        page.say(page.event("bot_uttered")["quick_replies"][0]["payload"])
        said(page)
    with Page(site.url) as page:
        history = page.enter(session_id)["messages"]
    assert [(message["direction"], message["text"]) for message in history] == [
        ("out", "Hoi! Waar heb je zin in?"),
        ("in", "Iets met hout"),
        ("out", 'Rasa hoorde: /give_wish{"interest": "hout"}'),
    ]


def learner_of(real: RealServices, session_id: str) -> str:
    name = SessionSigner(SECRET).name(session_id, "demo")
    assert name
    return real.identity.find(Address("web", name)).id


def test_a_nudge_that_another_process_stores_reaches_the_open_page(site: Server, real: RealServices, sqlite_store: Store) -> None:
    scheduler = make_outlet(sqlite_store.work, system_clock, {"web": WebChannel()}, real.rights)
    with Page(site.url) as page:
        session_id = page.enter()["session_id"]
        said(page)
        scheduler.send(learner_of(real, session_id), Reply("Wat lukte deze week?", (Button("Iets", "nudge:1:0"),)))
        nudge = page.event("bot_uttered")
    assert nudge["text"] == "Wat lukte deze week?"
    assert "nudge:" not in json.dumps(nudge)


def test_erasing_says_goodbye_ends_the_session_and_leaves_no_row(site: Server, real: RealServices) -> None:
    with Page(site.url) as page:
        session_id = page.enter()["session_id"]
        said(page)
        learner_id = learner_of(real, session_id)
        assert real.rights.export(learner_id)
        page.say("wis alles")
        page.say(page.event("bot_uttered")["quick_replies"][0]["payload"])
        assert said(page) == load_texts()("erase_done")
        assert page.event("session_ended") == {}
    assert real.rights.export(learner_id) == {}
    with pytest.raises(UnknownLearner):
        learner_of(real, session_id)


def test_my_data_gives_a_link_that_works(site: Server) -> None:
    with Page(site.url) as page:
        page.enter()
        said(page)
        page.say("mijn gegevens")
        texts = [said(page), said(page)]
    link = next(word for text in texts for word in text.split() if word.startswith("http")).rstrip(".")
    shown = httpx.get(link)
    assert shown.status_code == 200
    assert "Hoi! Waar heb je zin in?" in shown.text
    assert httpx.get(link + "/json").json()["messages"][0]["text"] == "Hoi! Waar heb je zin in?"


def test_a_flood_gets_one_friendly_line_and_the_rest_is_silence(site: Server) -> None:
    with Page(site.url) as page:
        page.enter()
        said(page)
        for number in range(200):
            page.emit("user_uttered", {"message": f"bericht {number}"})
        heard: list[str] = []
        while load_texts()("limit_reached") not in heard:
            heard.append(said(page))
        assert page.say("nog een")["accepted"] is False


def test_while_rasa_is_away_people_hear_so_and_get_their_answer_later(site: Server, rasa: FakeRasa) -> None:
    with Page(site.url) as page:
        page.enter()
        said(page)
        rasa.down = True
        page.say("ben je er nog?")
        assert said(page) == load_texts()("engine_down")
        rasa.down = False
        assert page.event("bot_uttered")["text"] == "Rasa hoorde: ben je er nog?"


def test_odd_text_gets_a_friendly_line(site: Server) -> None:
    with Page(site.url) as page:
        page.enter()
        said(page)
        for text in ("\x00", "😀" * 100, "\ufdfa" * 200, "<script>alert(1)</script>", "a" * 3999, "\u202e\u0000\ud7ff"):
            assert page.say(text)["accepted"]
            assert said(page)


def test_a_restart_of_the_web_loses_nothing(real: RealServices, settings: Settings, serve: Serve, rasa: FakeRasa) -> None:
    first = serve(real, settings)
    with Page(first.url) as page:
        session_id = page.enter()["session_id"]
        last = page.event("bot_uttered")["id"]
        rasa.down = True
        page.say("vlak voor het einde")
        page.event("bot_uttered")
    first.stop()
    rasa.down = False
    second = serve(real, settings)
    with Page(second.url) as page:
        seen = [message["text"] for message in page.enter(session_id, after=last)["messages"]]
        while "Rasa hoorde: vlak voor het einde" not in seen:
            seen.append(said(page))
    assert seen.count("Rasa hoorde: vlak voor het einde") == 1
