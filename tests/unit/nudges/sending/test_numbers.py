"""The numbers of the run book, as sending makes them."""

import pytest
from prometheus_client import REGISTRY

from bot.errors import OutcomeUnknown, Refused
from bot.learners.profile import ProfileService
from bot.learners.rights import RightsService
from bot.nudges.models import Reason
from bot.nudges.sending.sender import RETRY, STUCK
from bot.nudges.sending.settling import SWITCHED_OFF
from bot.nudges.sending.switch import NudgeSwitch
from bot.nudges.service import NudgeService
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import RecordingOutlet, a_learner, a_script, join, open_row, shelve
from tests.unit.nudges.numbers import grows, number

WHO = "a" * 32
pytestmark = pytest.mark.usefixtures("due")


class Killed(BaseException):
    """Stands for a process that dies on the spot."""


@pytest.fixture
def due(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    """Somebody has a nudge that is due now."""
    shelve(sqlite_store, [a_script("een"), a_script("twee")])
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    clock.now = open_row(sqlite_store).due_at


def test_what_is_sent_counts_with_its_lateness(nudges: NudgeService, clock: StoppedClock) -> None:
    clock.advance(seconds=30)
    with (
        grows(1, "nudges_ended_total", reason="allowed"),
        grows(0, "nudge_lateness_seconds_bucket", le="17.0"),
        grows(1, "nudge_lateness_seconds_bucket", le="60.0"),
        grows(0, "nudges_unknown_total"),
    ):
        nudges.send_due()
    assert number("nudges_due") == 0


def test_every_end_and_lane_has_a_number_from_the_start() -> None:
    ends = [*map(str, Reason), RETRY, STUCK, SWITCHED_OFF]
    assert [end for end in ends if REGISTRY.get_sample_value("duwtje_nudges_ended_total", {"reason": end}) is None] == []
    for lane in ("bulk", "reply"):
        assert REGISTRY.get_sample_value("duwtje_lane_wait_seconds_count", {"lane": lane}) is not None


def test_while_nudges_are_off_what_is_due_can_be_seen(sqlite_store: Store, nudges: NudgeService, clock: StoppedClock) -> None:
    NudgeSwitch(sqlite_store.work, clock).turn(on=False)
    nudges.send_due()
    assert (number("nudges_due"), number("nudges_switched_on")) == (1, 0)
    NudgeSwitch(sqlite_store.work, clock).turn(on=True)
    nudges.send_due()
    assert (number("nudges_due"), number("nudges_switched_on")) == (0, 1)


def test_rows_that_end_because_somebody_stops_or_wants_it_otherwise_count_too(
    sqlite_store: Store, nudges: NudgeService, clock: StoppedClock
) -> None:
    with grows(1, "nudges_ended_total", reason="replanned"):
        ProfileService(sqlite_store.work, clock).set_rhythm(WHO, every_days=14)
        nudges.plan_missing()
    with grows(1, "nudges_ended_total", reason="stopped"):
        RightsService(sqlite_store.work, clock).stop(WHO)
        nudges.plan_missing()
        nudges.send_due()


@pytest.mark.parametrize(("error", "unknown"), [(OutcomeUnknown(), 1), (ZeroDivisionError(), 1), (Killed(), 1), (Refused(), 0)])
def test_every_row_of_which_nobody_knows_counts_once_whatever_its_reason(
    nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock, error: BaseException, unknown: int
) -> None:
    def fail(_: str) -> None:
        raise error

    outlet.instead = fail
    with grows(unknown, "nudges_unknown_total"):
        if isinstance(error, Killed):
            with pytest.raises(Killed):
                nudges.send_due()
            clock.advance(minutes=6)
        nudges.send_due()
