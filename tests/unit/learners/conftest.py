from collections.abc import Callable

import pytest

from bot.learners.identity import Identity
from bot.learners.logbook import LogbookService
from bot.learners.models import Learner
from bot.learners.plans import PlanService
from bot.learners.profile import ProfileService
from bot.learners.rights import RightsService
from bot.messages import Address
from bot.store.work import Store
from tests.conftest import StoppedClock

ADDRESS = Address("web", "first")


@pytest.fixture
def identity(store: Store, clock: StoppedClock) -> Identity:
    return Identity(store.work, clock)


@pytest.fixture
def profile(store: Store, clock: StoppedClock) -> ProfileService:
    return ProfileService(store.work, clock)


@pytest.fixture
def rights(store: Store, clock: StoppedClock) -> RightsService:
    return RightsService(store.work, clock)


@pytest.fixture
def plans(store: Store, clock: StoppedClock) -> PlanService:
    return PlanService(store.work, clock)


@pytest.fixture
def logbook(store: Store, clock: StoppedClock) -> LogbookService:
    return LogbookService(store.work, clock)


@pytest.fixture
def learner(identity: Identity) -> Learner:
    return identity.recognise(ADDRESS)


@pytest.fixture
def as_stored(identity: Identity, learner: Learner) -> Callable[[], Learner]:
    return lambda: identity.by_id(learner.id)
