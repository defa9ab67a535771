import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.anonymity import FEWEST
from bot.catalogue.demand import DemandService, Shortage, Unmet, shortages_in
from bot.catalogue.regions import load_regions
from bot.catalogue.wanted import Wanted
from bot.learners.identity import Identity
from bot.messages import Address
from bot.store.work import Store
from tests.conftest import StoppedClock

QUARTER, NOON = date(2026, 1, 1), datetime(2026, 2, 1, 12, tzinfo=UTC)
searches = st.lists(
    st.builds(
        Unmet,
        st.integers(0, 45).map(str),
        st.just(QUARTER),
        st.sampled_from(["hout", "tuin", ""]),
        st.sampled_from(["AM11", "AM36"]),
        st.just(NOON),
    ),
    max_size=150,
)


@given(searches)
def test_no_number_is_about_few_people_or_about_all_but_few(found: list[Unmet]) -> None:
    everybody = {each.learner_id for each in found}
    for told in shortages_in(found):
        those = {each.learner_id for each in found if (each.topic, each.region) == (told.topic, told.region)}
        assert len(those) >= FEWEST
        assert len(everybody) - len(those) >= FEWEST
        assert told.people % 5 == 0
        assert told.people <= len(those) < told.people + 5


@given(searches)
def test_one_person_searching_often_counts_once(found: list[Unmet]) -> None:
    assert shortages_in([*found, *found]) == shortages_in(found)


@pytest.fixture
def somebody(store: Store, clock: StoppedClock) -> Callable[[], str]:
    """Makes a new learner and returns their id."""
    identity = Identity(store.work, clock)
    return lambda: identity.recognise(Address("web", secrets.token_hex(8))).id


@pytest.fixture
def service(store: Store, clock: StoppedClock) -> DemandService:
    return DemandService(store.work, load_regions(), clock)


def test_a_finished_quarter_is_told_and_the_running_one_is_not(
    service: DemandService, clock: StoppedClock, store: Store, somebody: Callable[[], str]
) -> None:
    for number in range(24):
        place, tags = ("Almere", ("hout",)) if number < 12 else ("Zwolle", ("tuin",))
        service.note(somebody(), Wanted("iets", tags, place))
    assert service.shortages()[1] == []
    clock.advance(days=92)
    assert service.shortages()[1] == [Shortage("hout", "AM11", 10), Shortage("tuin", "AM36", 10)]


def test_a_wish_without_a_topic_or_a_place_counts_too_and_its_words_are_not_kept(
    service: DemandService, store: Store, somebody: Callable[[], str], clock: StoppedClock
) -> None:
    learner = somebody()
    for _ in range(2):
        service.note(learner, Wanted("iets met papegaaien"))
    with store.work() as work:
        kept = work.personal_data.export(learner)["unmet_searches"]
    assert [(row["topic"], row["region"]) for row in kept] == [("", "")]
    assert "papegaai" not in str(kept)
