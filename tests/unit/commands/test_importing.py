from dataclasses import replace

import pytest

from bot.catalogue.source_register import SourceRegister
from bot.catalogue.sources import Format, Source
from bot.commands.importing import NameTaken, known_as
from bot.store.work import Store
from tests.conftest import StoppedClock

BAKKERS = Source("bakkers", Format.CSV, "/a/lijst.csv", tenant="bakkerij", every_hours=24)


@pytest.fixture
def register(sqlite_store: Store, clock: StoppedClock) -> SourceRegister:
    register = SourceRegister(sqlite_store.work, clock)
    register.save(BAKKERS)
    return register


def test_a_file_is_known_again_by_where_it_is(register: SourceRegister) -> None:
    known = known_as(register, None, "/a/lijst.csv")
    assert known is not None
    assert known.name == "bakkers"


def test_another_file_is_another_source_also_when_it_is_called_the_same(register: SourceRegister) -> None:
    assert known_as(register, None, "/b/lijst.csv") is None


@pytest.mark.parametrize("location", ["/b/bakkers.csv", "https://bakkers?jaar=2027"])
def test_a_file_never_takes_the_name_of_another_source_by_chance(register: SourceRegister, location: str) -> None:
    with pytest.raises(NameTaken, match="bakkers"):
        known_as(register, None, location)


def test_of_two_sources_from_one_file_the_name_says_which(register: SourceRegister) -> None:
    register.save(replace(BAKKERS, name="lijst", tenant=None))
    with pytest.raises(NameTaken):
        known_as(register, None, "/a/lijst.csv")
    known = known_as(register, "bakkers", "/a/lijst.csv")
    assert known is not None
    assert known.tenant == "bakkerij"


def test_a_name_that_is_given_may_come_from_somewhere_else_from_now_on(register: SourceRegister) -> None:
    known = known_as(register, "bakkers", "/b/nieuw.csv")
    assert known is not None
    assert known.location == "/a/lijst.csv"
