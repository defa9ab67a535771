"""Walking through the pages of a server and through files."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.catalogue.importers import ooapi5, ooapi6
from bot.catalogue.importers.ooapi import OoapiFile, OoapiServer
from bot.errors import FeedRefused, FeedUnavailable
from tests.unit.catalogue.importers.conftest import TODAY, all_of
from tests.unit.catalogue.importers.test_ooapi5 import course, offering

BASE = "https://school.voorbeeld.nl/ooapi"


class Server:
    """Plays a server: answers by path, page by page."""

    def __init__(self, **pages: list[list[Any]]) -> None:
        self.pages = pages
        self.things: dict[str, dict[str, Any]] = {}
        self.asked: list[tuple[str, dict[str, str], dict[str, str]]] = []

    def json(self, url: str, *, headers: dict[str, str], params: dict[str, str]) -> Any:  # noqa: ANN401
        path = url.removeprefix(f"{BASE}/")
        self.asked.append((path, params, headers))
        if "pageNumber" not in params:
            if path not in self.things:
                raise FeedRefused("import_status", "404")
            return self.things[path]
        pages = self.pages.get(path.replace("/", "_").replace("-", "_"), [[]])
        number = int(params["pageNumber"])
        return {"pageSize": 100, "pageNumber": number, "hasNextPage": number < len(pages), "items": pages[number - 1]}


def feed(server: Server, version: Any = ooapi5) -> OoapiServer:  # noqa: ANN401
    return OoapiServer(version, f"{BASE}/", server, TODAY, "key")  # type: ignore[arg-type]


def test_every_page_of_courses_and_programs_is_read_with_its_offerings() -> None:
    program = {**course(), "programId": "p-1"}
    server = Server(
        courses=[[course(), course(courseId="c-2")], [course(courseId="c-3")]],
        programs=[[program]],
        courses_c_2_offerings=[[offering()], [offering()]],
    )
    taken = all_of(feed(server))
    assert [(item.source_id, len(item.runs)) for item in taken.items.values()] == [("c-1", 0), ("c-2", 2), ("c-3", 0), ("p-1", 0)]


def test_offerings_are_asked_for_with_a_date_because_without_one_past_runs_vanish() -> None:
    server = Server(courses=[[course()]])
    all_of(feed(server))
    path, params, headers = server.asked[1]
    assert (path, params["since"]) == ("courses/c-1/offerings", "2025-03-02")
    assert headers == {"accept": "application/json; version=5", "authorization": "Bearer key"}
    assert server.asked[0][1] == {"pageSize": "100", "pageNumber": "1"}


def test_what_a_list_names_by_id_is_asked_for_once() -> None:
    named = {"organization": "o-1", "educationSpecification": "e/1"}
    server = Server(courses=[[course(**named), course(courseId="c-2", **named), course(courseId="c-3", organization="weg")]])
    server.things = {
        "organizations/o-1": {"name": [{"language": "nl", "value": "ROC Voorbeeld"}]},
        "education-specifications/e%2F1": {"formalDocument": "diploma"},
    }
    items = all_of(feed(server)).items.values()
    assert [(item.provider and item.provider.name, item.proof) for item in items] == [("ROC Voorbeeld", "diploma")] * 2 + [(None, "none")]
    assert [path for path, *_ in server.asked].count("organizations/o-1") == 1


def test_version_six_names_the_organisation_by_id() -> None:
    server = Server(courses=[[{**course(organisationId="o-1"), "modesOfDelivery": ["online"]}]])
    server.things = {"organisations/o-1": {"name": [{"language": "nl", "value": "ROC Voorbeeld"}]}}
    (item,) = all_of(feed(server, ooapi6)).items.values()
    assert item.provider is not None
    assert item.provider.name == "ROC Voorbeeld"


def test_version_six_has_its_own_paths() -> None:
    server = Server(courses=[[{**course(), "modesOfDelivery": ["online"]}]])
    all_of(feed(server, ooapi6))
    assert [path for path, *_ in server.asked] == ["courses", "courses/c-1/course-offerings", "programmes"]


def test_the_ids_of_a_server_are_read_without_asking_for_offerings() -> None:
    server = Server(courses=[[course(), "x"], [course(courseId="c-2")]], programs=[[{**course(), "programId": "p-1"}]])
    assert list(feed(server).ids()) == ["c-1", "", "c-2", "p-1"]
    assert [path for path, *_ in server.asked] == ["courses", "courses", "programs"]


def test_an_empty_page_that_promises_more_ends_the_reading() -> None:
    server = Server(courses=[[], [course()]])
    assert all_of(feed(server)).items == {}


def test_reading_goes_on_after_a_mark_without_asking_for_what_is_in() -> None:
    server = Server(courses=[[course(), course(courseId="c-2")], [course(courseId="c-3")]])
    first = next(feed(server).records({}))
    server.asked.clear()
    rest = [record.value for record in feed(server).records(first.mark)]
    assert [value["id"] for value in rest if isinstance(value, dict)] == ["c-2", "c-3"]
    assert [path for path, *_ in server.asked] == ["courses", "courses/c-2/offerings", "courses", "courses/c-3/offerings", "programs"]


def test_a_server_that_fails_stops_the_reading_instead_of_spoiling_a_record() -> None:
    server = Server(courses=[[course()]])
    good = server.json

    def failing(url: str, **rest: Any) -> Any:  # noqa: ANN401
        if url.endswith("offerings"):
            raise FeedUnavailable("import_no_answer", "school")
        return good(url, **rest)

    server.json = failing  # type: ignore[method-assign]
    with pytest.raises(FeedUnavailable):
        list(feed(server).records({}))


def test_a_course_that_cannot_be_read_is_still_known_by_its_id(tmp_path: Path) -> None:
    price = offering(priceInformation=[{"costType": "total costs", "amount": "op aanvraag"}])
    bad = [course(offerings=[price]), course(courseId="c-2", timelineOverrides=["x"]), course(courseId=None), "tekst"]
    (tmp_path / "feed.json").write_text(json.dumps(bad), "utf-8")
    refused = all_of(OoapiFile(ooapi5, tmp_path / "feed.json", TODAY)).refused
    assert [(row.code, row.record_id) for row in refused] == [
        ("import_bad_price", "c-1"),
        ("import_bad_shape", "c-2"),
        ("import_missing_id", ""),
        ("import_no_object", ""),
    ]
    assert "AttributeError" in refused[1].detail
    assert "fields.py:" in refused[1].detail, "a mistake of ours can be found"


def test_an_answer_without_a_list_is_refused() -> None:
    server = Server(courses=[["x"]])
    server.json = lambda *_, **__: {"items": None}  # type: ignore[method-assign]
    with pytest.raises(FeedRefused):
        list(feed(server).records({}))


@pytest.mark.parametrize("whole", [{"pageSize": 10, "items": [course(offerings=[offering()])]}, [course(offerings=[offering()])]])
def test_a_file_holds_a_page_or_a_list(whole: object, tmp_path: Path) -> None:
    (tmp_path / "feed.json").write_text("\ufeff" + json.dumps(whole), "utf-8")
    (item,) = all_of(OoapiFile(ooapi5, tmp_path / "feed.json", TODAY)).items.values()
    assert len(item.runs) == 1


def test_a_folder_of_pages_is_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for number in (2, 1):
        (tmp_path / f"page{number}.json").write_text(json.dumps({"items": [course(courseId=f"c-{number}")]}), "utf-8")
    records = list(OoapiFile(ooapi5, tmp_path, TODAY).records({}))
    assert [record.value["id"] for record in records if isinstance(record.value, dict)] == ["c-1", "c-2"]


@pytest.mark.parametrize("content", ["", "{", '{"items": [{]}', "[1, 2", "geen json", "\x00"])
def test_a_file_that_is_no_json_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "feed.json").write_text(content, "utf-8")
    with pytest.raises(FeedRefused) as refused:
        list(OoapiFile(ooapi5, tmp_path / "feed.json", TODAY).records({}))
    assert refused.value.code == "import_no_json"


def test_a_record_without_end_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    (tmp_path / "feed.json").write_text('[{"courseId": "' + "a" * 33 * 1024 * 1024, "utf-8")
    with pytest.raises(FeedRefused) as refused:
        list(OoapiFile(ooapi5, tmp_path / "feed.json", TODAY).records({}))
    assert refused.value.code == "import_record_too_big"
