"""Messages reach open pages, whoever stored them; closed pages get them later."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.messages import Choice
from bot.web.socket.reception import HISTORY
from bot.web.socket.visitors import Visitor
from tests.web.conftest import Server
from tests.web.twins import Kept, TwinServices
from tests.web.wire import Page


def learner_of(services: TwinServices, number: int = 0) -> str:
    return list(services.identity.known.values())[number].id


def test_a_nudge_stored_while_the_page_is_open_comes_by_itself(site: Server, services: TwinServices) -> None:
    with Page(site.url) as page:
        page.enter()
        page.event("bot_uttered")
        services.conversation.say(learner_of(services), "Wat lukte deze week?", ["Iets", "Niets"])
        assert page.event("bot_uttered")["text"] == "Wat lukte deze week?"


def test_a_nudge_goes_to_its_own_learner_only(site: Server, services: TwinServices) -> None:
    with Page(site.url) as mine, Page(site.url) as theirs:
        mine.enter()
        mine.event("bot_uttered")
        theirs.enter()
        theirs.event("bot_uttered")
        services.conversation.say(learner_of(services), "voor jou")
        assert mine.event("bot_uttered")["text"] == "voor jou"
        assert theirs.hears_nothing("bot_uttered", 1.2)


def test_a_nudge_stored_while_the_page_is_closed_waits(site: Server, services: TwinServices) -> None:
    with Page(site.url) as page:
        session_id = page.enter()["session_id"]
        last = page.event("bot_uttered")["id"]
    services.conversation.say(learner_of(services), "ik wacht op je")
    with Page(site.url) as page:
        assert [message["text"] for message in page.enter(session_id, after=last)["messages"]] == ["ik wacht op je"]
        assert page.hears_nothing("bot_uttered", 1.2)


def test_a_page_that_reconnects_gets_what_it_missed_and_not_its_own_words(site: Server, services: TwinServices) -> None:
    with Page(site.url) as page:
        session_id = page.enter()["session_id"]
        last = page.event("bot_uttered")["id"]
        page.say("een vraag")
        page.event("bot_uttered")
    with Page(site.url) as page:
        missed = page.enter(session_id, after=last)["messages"]
    assert [message["text"] for message in missed] == ["Je zei: een vraag"]


def test_a_page_that_was_away_long_gets_all_that_it_missed_and_a_new_page_only_the_latest(site: Server, services: TwinServices) -> None:
    with Page(site.url) as page:
        session_id = page.enter()["session_id"]
        last = page.event("bot_uttered")["id"]
    said = [f"bericht {number}" for number in range(HISTORY + 5)]
    for text in said:
        services.conversation.say(learner_of(services), text)
    with Page(site.url) as page:
        assert [message["text"] for message in page.enter(session_id, after=last)["messages"]] == said
    with Page(site.url) as page:
        assert [message["text"] for message in page.enter(session_id)["messages"]] == said[-HISTORY:]


def test_every_open_page_of_a_session_gets_every_message_once(site: Server, services: TwinServices) -> None:
    with Page(site.url) as first, Page(site.url) as second:
        session_id = first.enter()["session_id"]
        first.event("bot_uttered")
        second.enter(session_id)
        for number in range(5):
            services.conversation.say(learner_of(services), f"bericht {number}")
        for page in (first, second):
            assert [page.event("bot_uttered")["text"] for _ in range(5)] == [f"bericht {number}" for number in range(5)]
            assert page.hears_nothing("bot_uttered", 1.2)


def test_a_store_that_is_away_for_a_moment_delays_and_loses_nothing(
    site: Server, services: TwinServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Page(site.url) as page:
        page.enter()
        page.event("bot_uttered")
        real, failures = services.conversation.replies_after, []

        def broken(after: object) -> dict[str, list[Kept]]:
            failures.append(after)
            raise ConnectionError

        monkeypatch.setattr(services.conversation, "replies_after", broken)
        services.conversation.say(learner_of(services), "toch nog")
        assert page.hears_nothing("bot_uttered", 1.2)
        assert failures
        monkeypatch.setattr(services.conversation, "replies_after", real)
        assert page.event("bot_uttered")["text"] == "toch nog"


NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def kept(number: int, age: float = 0) -> Kept:
    return Kept(number, "out", str(number), (Choice(f"c{number}", "x"),), NOW - timedelta(seconds=age))


def test_a_lower_id_that_shows_up_later_is_not_missed() -> None:
    visitor = Visitor("sid", "demo")
    assert [message.id for message in visitor.news([kept(6)], NOW)] == [6]
    assert [message.id for message in visitor.news([kept(5), kept(6)], NOW)] == [5]
    assert visitor.news([kept(5), kept(6)], NOW) == []


def test_what_is_settled_is_not_asked_for_again() -> None:
    visitor = Visitor("sid", "demo")
    visitor.news([kept(1, age=60), kept(2, age=30), kept(3, age=1)], NOW)
    assert (visitor.floor, visitor.received) == (2, {3})
    assert visitor.offered == {"c1", "c2", "c3"}
