import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import func, select

from bot.errors import UnknownLearner
from bot.learners.identity import Identity
from bot.learners.models import Learner, NudgeState
from bot.messages import Address
from bot.store.tables.learners import addresses, learners
from bot.store.work import SqlWork, Store
from tests.conftest import StoppedClock

ADDRESS = Address("telegram", "123456789")


def test_a_first_contact_makes_a_learner_with_an_unguessable_conversation_key(identity: Identity, clock: StoppedClock) -> None:
    learner = identity.recognise(ADDRESS, "bakkerij")
    assert re.fullmatch(r"c_[0-9a-f]{32}", learner.conversation_key)
    assert (learner.tenant, learner.created_at, learner.nudges.state) == ("bakkerij", clock.now, NudgeState.UNASKED)


def test_the_same_address_is_the_same_learner_seen_later(identity: Identity, clock: StoppedClock) -> None:
    first = identity.recognise(ADDRESS)
    clock.advance(hours=3)
    assert identity.recognise(ADDRESS).id == first.id
    assert identity.find(ADDRESS).last_seen_at == clock.now


def test_the_same_id_on_another_channel_is_another_learner(identity: Identity) -> None:
    assert identity.recognise(ADDRESS).id != identity.recognise(Address("web", ADDRESS.value)).id


def test_a_learner_is_found_by_conversation(identity: Identity) -> None:
    learner = identity.recognise(ADDRESS)
    assert identity.by_conversation(learner.conversation_key) == learner


def test_an_unknown_conversation_address_or_id_is_an_error(identity: Identity) -> None:
    for ask in (lambda: identity.by_conversation("c_x"), lambda: identity.find(ADDRESS), lambda: identity.by_id("x")):
        with pytest.raises(UnknownLearner):
            ask()


def test_an_address_is_never_readable_on_disk(identity: Identity, store: Store) -> None:
    identity.recognise(ADDRESS)
    with store.work() as work:
        row = work.connection.execute(select(addresses)).one()
    assert ADDRESS.value not in repr(row)


def test_many_who_recognise_a_new_address_at_once_make_one_learner(identity: Identity, store: Store) -> None:
    together = threading.Barrier(8)
    found: list[Learner] = []

    def first_message() -> None:
        together.wait()
        found.append(identity.recognise(ADDRESS))

    threads = [threading.Thread(target=first_message) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 8
    assert len({learner.conversation_key for learner in found}) == 1
    with store.work() as work:
        assert work.connection.scalar(select(func.count()).select_from(learners)) == 1


def test_the_loser_of_a_race_finds_the_winner(store: Store, clock: StoppedClock) -> None:
    winner = Identity(store.work, clock)
    opened: list[SqlWork] = []

    @contextmanager
    def too_late() -> Iterator[SqlWork]:
        if not opened:
            winner.recognise(ADDRESS)
        with store.work() as work:
            if not opened:
                work.learners.by_address = lambda _: None  # type: ignore[method-assign]  # it looked just before the winner stored
            opened.append(work)
            yield work

    assert Identity(too_late, clock).recognise(ADDRESS) == winner.find(ADDRESS)
    assert len(opened) == 2
