from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.matching import Candidate, Double, Keys, doubles, keys_of
from bot.catalogue.models import Item, Provider
from tests.unit.catalogue.conftest import make_item

SCHOOL = Provider("Voorbeeldschool", example=True)
COURSE = make_item(title="Lassen voor beginners", provider=SCHOOL, place="Zwolle", url="https://www.voorbeeld.nl/lassen/")


def candidate(item: Item, day: int = 1) -> Candidate:
    return Candidate(item.id, item.source, keys_of(item), datetime(2026, 3, day, tzinfo=UTC))


def elsewhere(**changes: object) -> Item:
    return replace(COURSE, source="other", **changes)


def test_one_page_and_title_at_two_sources_is_one_item_and_the_first_leads() -> None:
    other = elsewhere(url="https://voorbeeld.nl/lassen?utm_source=feed", provider=None)
    found = doubles([candidate(other, day=2), candidate(COURSE)])
    assert found == [Double(other.id, COURSE.id, "same_page")]


def test_one_title_provider_and_place_is_one_item_however_it_is_written() -> None:
    other = elsewhere(url=None, title="LASSEN, voor beginners!", place="zwolle")
    assert doubles([candidate(COURSE), candidate(other, day=2)]) == [Double(other.id, COURSE.id, "same_name")]


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Lassen voor gevorderden"},
        {"place": "Almere", "url": None},
        {"provider": Provider("Andere school", example=True), "url": "https://voorbeeld.nl"},
        {"language": "en"},
        {"tenant": "werkgever"},
        {"provider": None, "url": None},
        {"provider": None, "url": "https://voorbeeld.nl/lassen?cursus=2"},
    ],
    ids=str,
)
def test_what_differs_in_title_place_provider_language_scope_or_page_stays_two_items(changes: dict[str, object]) -> None:
    assert doubles([candidate(COURSE), candidate(elsewhere(**changes), day=2)]) == []


def test_a_source_that_has_it_twice_makes_no_doubles_because_it_is_unclear_which_is_meant() -> None:
    twice = [replace(COURSE, source_id="b"), elsewhere(), COURSE]
    assert doubles(map(candidate, twice)) == []


def test_three_sources_have_one_leader() -> None:
    by_page = elsewhere(provider=None)
    by_name = replace(COURSE, source="third", url=None)
    found = doubles([candidate(by_name, day=3), candidate(by_page, day=2), candidate(COURSE)])
    assert {(each.item_id, each.leader_id) for each in found} == {(by_page.id, COURSE.id), (by_name.id, COURSE.id)}


@given(
    st.lists(
        st.builds(
            Candidate,
            st.sampled_from("abcdefgh"),
            st.sampled_from("xyz"),
            st.builds(Keys, *[st.sampled_from(["1", "2", None])] * 2),
            st.none(),
        ),
        unique_by=lambda each: each.item_id,
    )
)
def test_a_leader_is_never_a_double_itself_and_nothing_follows_twice(everyone: list[Candidate]) -> None:
    found = doubles(everyone)
    followers = [each.item_id for each in found]
    assert len(set(followers)) == len(followers)
    assert not {each.leader_id for each in found} & set(followers)
    assert found == doubles(reversed(everyone))
