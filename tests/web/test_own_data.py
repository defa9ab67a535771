"""A person takes along what we know about them, with a link that works for a quarter of an hour."""

from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest

from bot.language.saying.texts import load_texts
from bot.learners.download import DownloadLinks
from bot.settings import Settings
from bot.store.personal_data import REGISTRY
from bot.web.app import create_app
from tests.conftest import StoppedClock
from tests.web.twins import TwinServices

Get = Callable[[str], httpx.Response]

DATA: dict[str, list[dict[str, Any]]] = {
    "learners": [{"wish": "<b>lassen</b>", "interests": ["hout", "techniek"], "place": None}],
    "messages": [
        {"direction": "in", "text": "Ik wil leren lassen", "at": "2026-03-02T09:30:00+00:00"},
        {"direction": "out", "text": "2026-03-02T is geen moment", "at": None},
    ],
    "plans": [],
}


@pytest.fixture
def links(clock: StoppedClock) -> DownloadLinks:
    return DownloadLinks("a secret for tests", "http://web", clock)


@pytest.fixture
def get(services: TwinServices, settings: Settings, clock: StoppedClock) -> Get:
    services.rights.data["somebody"] = DATA
    transport = httpx.ASGITransport(create_app(services, settings, clock=clock))

    def get(url: str) -> httpx.Response:
        async def fetch() -> httpx.Response:
            async with httpx.AsyncClient(transport=transport) as client:
                return await client.get(url)

        return anyio.run(fetch)

    return get


def test_the_page_shows_everything_readably_and_as_text(get: Get, links: DownloadLinks) -> None:
    page = get(links.make("somebody"))
    assert page.status_code == 200
    assert "Ik wil leren lassen" in page.text
    assert "hout, techniek" in page.text
    assert "&lt;b&gt;lassen&lt;/b&gt;" in page.text
    assert "None" not in page.text


def test_a_long_list_is_folded_and_says_how_much_there_is(get: Get, links: DownloadLinks, services: TwinServices) -> None:
    assert "<details>" not in get(links.make("somebody")).text
    services.rights.data["somebody"] = DATA | {"messages": DATA["messages"] * 3}
    page = get(links.make("somebody")).text
    folded = page.split("<details>")[1].split("</details>")[0]
    assert "(6)" in folded
    assert folded.count("Ik wil leren lassen") == 3


def test_columns_and_values_are_in_dutch(get: Get, links: DownloadLinks) -> None:
    page = get(links.make("somebody")).text
    assert "<dt>Van</dt><dd>jij</dd>" in page
    assert "<dt>Wanneer</dt><dd>maandag 2 maart 2026, 10.30 uur</dd>" in page
    assert "<dd>2026-03-02T is geen moment</dd>" in page


def test_every_table_and_column_with_personal_data_has_a_dutch_name() -> None:
    texts = load_texts()
    missing = []
    for table, personal in REGISTRY.items():
        shown = set(table.c.keys()) - {personal.owner, *personal.internal}
        names = [f"own_data_table_{table.name}", *(f"own_data_field_{column}" for column in shown)] if shown else []
        missing += [name for name in names if name not in texts]
    assert missing == []


def test_how_rasa_keeps_track_is_in_the_file_only_and_the_page_says_so(get: Get, links: DownloadLinks, services: TwinServices) -> None:
    in_file = "wat het daarvan begreep"
    assert in_file not in get(links.make("somebody")).text
    events = [{"event": "user", "text": "iets met hout", "parse_data": {"intent": {"name": "tell_wish"}}}]
    services.rights.data["somebody"] = {**DATA, "rasa_events": events}
    page = get(links.make("somebody")).text
    assert in_file in page
    assert "tell_wish" not in page
    assert get(links.make("somebody") + "/json").json()["rasa_events"] == events


def test_the_file_is_the_same_as_json(get: Get, links: DownloadLinks) -> None:
    answer = get(links.make("somebody") + "/json")
    assert answer.json() == DATA
    assert 'filename="mijn-gegevens.json"' in answer.headers["content-disposition"]


def test_nobody_keeps_a_copy_on_the_way(get: Get, links: DownloadLinks) -> None:
    for url in (links.make("somebody"), links.make("somebody") + "/json"):
        assert get(url).headers["cache-control"] == "no-store"
        assert get(url).headers["referrer-policy"] == "no-referrer"


def test_after_a_quarter_of_an_hour_the_link_is_dead(get: Get, links: DownloadLinks, clock: StoppedClock) -> None:
    url = links.make("somebody")
    clock.advance(minutes=14, seconds=59)
    assert get(url).status_code == 200
    clock.advance(seconds=2)
    assert get(url).status_code == 404


@pytest.mark.parametrize("token", ["x", "WyJzb21lYm9keSIsOTk5OTk5OTk5OV0.forged", "WyJzb21lYm9keSJd.x", "%00"])
def test_an_invented_link_leads_nowhere(get: Get, token: str) -> None:
    page = get(f"http://web/mijn-gegevens/{token}")
    assert page.status_code == 404
    assert "Hier is niets" in page.text


def test_a_link_made_with_another_secret_leads_nowhere(get: Get, clock: StoppedClock) -> None:
    assert get(DownloadLinks("another", "http://web", clock).make("somebody")).status_code == 404


def decide(services: TwinServices, settings: Settings, clock: StoppedClock, url: str, wanted: str) -> httpx.Response:
    transport = httpx.ASGITransport(create_app(services, settings, clock=clock))

    async def post() -> httpx.Response:
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.post(url, data={"meedoen": wanted})

    return anyio.run(post)


def test_the_experiment_is_left_and_joined_on_the_page_where_there_is_one(
    get: Get, services: TwinServices, settings: Settings, links: DownloadLinks, clock: StoppedClock
) -> None:
    url = links.make("somebody")
    assert "proef" not in get(url).text
    services.nudges.part = True
    assert "Ik doe niet mee aan de proef" in get(url).text
    answer = decide(services, settings, clock, f"{url}/proef", "nee")
    assert (answer.status_code, answer.headers["location"]) == (303, f"{url.removeprefix('http://web')}#proef")
    assert services.nudges.part is False
    assert "Ik doe toch mee" in get(url).text
    assert decide(services, settings, clock, f"{url}/proef", "ja").status_code == 303
    assert services.nudges.part is True


def test_a_choice_that_is_none_or_somebody_elses_changes_nothing(
    services: TwinServices, settings: Settings, links: DownloadLinks, clock: StoppedClock
) -> None:
    services.nudges.part = True
    assert decide(services, settings, clock, f"{links.make('somebody')}/proef", "misschien").status_code == 400
    assert decide(services, settings, clock, "http://web/mijn-gegevens/x/proef", "nee").status_code == 404
    assert services.nudges.part is True


def test_after_erasing_there_is_nothing_left(get: Get, links: DownloadLinks, services: TwinServices) -> None:
    url = links.make("somebody")
    services.rights.data.clear()
    assert get(url).status_code == 404
