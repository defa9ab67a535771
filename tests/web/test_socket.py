"""The socket speaks the protocol of Rasa widgets."""

import threading

import pytest

from tests.web.conftest import Server
from tests.web.twins import ERASED, HELLO, TwinServices
from tests.web.wire import Page

NO_TEXT = [None, "hoi", [], {}, {"message": None}, {"message": ""}, {"message": "  "}, {"message": {"a": 1}}, {"message": 3}]
ODD_FRAMES = ["42", "42[", "42[1,2]", '42["user_uttered"]', '42["connect"]', "451-[]", "99", '42["nonsense",{}]', "\x00"]


def test_a_plain_rasa_widget_gets_a_session_a_greeting_and_an_answer(site: Server) -> None:
    with Page(site.url) as page:
        page.emit("session_request", {"session_id": None})
        session_id = page.event("session_confirm")
        hello = page.event("bot_uttered")
        assert hello["text"] == HELLO
        assert [reply["title"] for reply in hello["quick_replies"]] == ["Iets met hout", "Iets met koken"]
        assert {reply["content_type"] for reply in hello["quick_replies"]} == {"text"}
        page.emit("user_uttered", {"message": "hoi", "session_id": session_id, "customData": {}})
        assert page.event("bot_uttered")["text"] == "Je zei: hoi"


def test_a_message_that_equals_an_offered_choice_is_a_press(site: Server, services: TwinServices) -> None:
    with Page(site.url) as page:
        page.enter()
        choice = page.event("bot_uttered")["quick_replies"][0]
        page.say(choice["payload"])
        assert page.event("bot_uttered")["text"] == "Je zei: Iets met hout"
    assert (services.conversation.heard[-1].choice, services.conversation.heard[-1].text) == (choice["payload"], None)


def test_a_choice_of_somebody_else_is_only_text(site: Server, services: TwinServices) -> None:
    with Page(site.url) as mine, Page(site.url) as theirs:
        mine.enter()
        theirs.enter()
        stolen = mine.event("bot_uttered")["quick_replies"][0]["payload"]
        theirs.say(stolen)
    assert (services.conversation.heard[-1].choice, services.conversation.heard[-1].text) == (None, stolen)


def test_a_choice_still_counts_after_a_reload(site: Server, services: TwinServices) -> None:
    with Page(site.url) as page:
        session_id = page.enter()["session_id"]
        choice = page.event("bot_uttered")["quick_replies"][1]["payload"]
    with Page(site.url) as page:
        page.enter(session_id)
        page.say(choice)
    assert services.conversation.heard[-1].choice == choice


def test_payloads_of_choices_are_random_ids_not_commands(site: Server) -> None:
    with Page(site.url) as page:
        page.enter()
        replies = page.event("bot_uttered")["quick_replies"]
    assert not any(reply["payload"].startswith("/") or reply["payload"] == reply["title"] for reply in replies)


def test_sending_again_counts_once(site: Server, services: TwinServices) -> None:
    with Page(site.url) as page:
        page.enter()
        assert page.say("hoi", message_id="m1") == {"accepted": True}
        assert page.say("hoi", message_id="m1") == {"accepted": False, "reason": "duplicate"}
    assert [incoming.text for incoming in services.conversation.heard] == ["/start", "hoi"]


def test_typing_is_shown_while_a_turn_runs(site: Server, services: TwinServices) -> None:
    services.conversation.hold = threading.Event()
    services.conversation.holds = {"denk na"}
    with Page(site.url) as page:
        page.enter()
        assert [page.event("bot_typing")["on"] for _ in range(2)] == [True, False]
        page.say("denk na")
        assert page.event("bot_typing") == {"on": True}
        assert page.hears_nothing("bot_typing", 0.3)
        services.conversation.hold.set()
        assert page.event("bot_typing") == {"on": False}


def test_one_slow_conversation_does_not_hold_up_another(site: Server, services: TwinServices) -> None:
    services.conversation.hold = threading.Event()
    services.conversation.holds = {"traag"}
    with Page(site.url) as slow, Page(site.url) as quick:
        slow.enter()
        quick.enter()
        slow.event("bot_uttered")
        quick.event("bot_uttered")
        slow.say("traag")
        quick.say("snel")
        assert quick.event("bot_uttered")["text"] == "Je zei: snel"
        services.conversation.hold.set()
        assert slow.event("bot_uttered")["text"] == "Je zei: traag"


def test_a_message_said_before_any_session_request_opens_a_session(site: Server) -> None:
    with Page(site.url) as page:
        assert page.say("hoi") == {"accepted": True}
        assert page.event("session_confirm")
        assert page.event("bot_uttered")["text"] == "Je zei: hoi"


@pytest.mark.parametrize("data", NO_TEXT)
def test_a_frame_without_text_is_refused_and_nothing_happens(site: Server, services: TwinServices, data: object) -> None:
    with Page(site.url) as page:
        page.enter()
        assert page.ask("user_uttered", data) == {"accepted": False, "reason": "empty"}
        assert page.say("nog wakker")["accepted"]
    assert [incoming.text for incoming in services.conversation.heard] == ["/start", "nog wakker"]


def test_a_long_text_is_refused_with_a_reason(site: Server) -> None:
    with Page(site.url) as page:
        page.enter()
        assert page.say("\ufdfa" * 5000) == {"accepted": False, "reason": "too_long"}


def test_a_megabyte_ends_the_connection_and_nobody_else_notices(site: Server, services: TwinServices) -> None:
    with Page(site.url) as rude, Page(site.url) as polite:
        polite.enter()
        rude.enter()
        rude.raw('42["user_uttered",{"message":"' + "x" * 1_000_000 + '"}]')
        assert polite.say("hoi")["accepted"]
    assert "hoi" in [incoming.text for incoming in services.conversation.heard]
    assert all(len(incoming.text or "") < 100 for incoming in services.conversation.heard)


@pytest.mark.parametrize("frame", ODD_FRAMES)
def test_odd_frames_do_not_bring_the_server_down(site: Server, frame: str) -> None:
    with Page(site.url) as odd:
        odd.enter()
        odd.raw(frame)
    with Page(site.url) as page:
        page.enter()
        assert page.say("hoi")["accepted"]


def test_after_erasing_everything_the_page_is_told_and_starts_anew(site: Server, services: TwinServices) -> None:
    with Page(site.url) as page:
        first = page.enter()["session_id"]
        assert page.event("session_confirm") == first
        page.event("bot_uttered")
        page.say("wis alles")
        assert page.event("bot_uttered")["text"] == ERASED
        assert page.event("session_ended") == {}
        page.say("hoi weer")
        assert page.event("session_confirm") != first
    assert len({incoming.address for incoming in services.conversation.heard}) == 2


def test_last_words_wait_for_a_page_that_just_closed_and_come_once(site: Server, services: TwinServices) -> None:
    services.conversation.hold = threading.Event()
    services.conversation.holds = {"wis alles"}
    with Page(site.url) as page:
        session_id = page.enter()["session_id"]
        page.event("bot_uttered")
        page.say("wis alles")
    site.await_open_pages(0)
    services.conversation.hold.set()
    with Page(site.url) as page:
        page.enter(session_id)
        assert page.event("bot_uttered")["text"] == ERASED
        # A page that comes back before the erasing is over is greeted at once, and finds that in its history.
        kept = page.enter(session_id)["messages"] or [page.event("bot_uttered")]
        assert [message["text"] for message in kept] == [HELLO]


def test_what_came_in_before_the_last_stop_is_handled_at_the_start(site: Server, services: TwinServices) -> None:
    with Page(site.url) as page:
        page.enter()
    assert services.conversation.recovered == 1
