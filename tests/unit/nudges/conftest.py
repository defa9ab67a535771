import pytest

from bot.nudges.service import NudgeService
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import RecordingOutlet


@pytest.fixture
def outlet(clock: StoppedClock) -> RecordingOutlet:
    return RecordingOutlet(clock)


@pytest.fixture
def nudges(sqlite_store: Store, clock: StoppedClock, outlet: RecordingOutlet) -> NudgeService:
    return NudgeService(sqlite_store.work, clock, outlet, owner="first")
