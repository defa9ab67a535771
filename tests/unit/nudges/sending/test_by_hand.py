"""A nudge that an operator sends: its row ends as what became of it, and a stop holds."""

from datetime import timedelta

import pytest

from bot.errors import OutcomeUnknown, RecipientGone, Refused, TryLater
from bot.learners.models import NudgeState
from bot.nudges.models import Occasion, Reason
from bot.nudges.service import NudgeService
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import MONDAY, RecordingOutlet, a_learner, a_script, ends_of, join, local, open_row, rows_of, shelve, stored

WHO = "a" * 32


class Killed(BaseException):
    """Stands for a process that dies on the spot."""


@pytest.fixture(autouse=True)
def scripts(sqlite_store: Store) -> None:
    shelve(sqlite_store, [a_script("een"), a_script("twee")])


@pytest.mark.parametrize(
    ("error", "end"),
    [
        (None, ("sent", "by_hand")),
        (OutcomeUnknown(), ("unknown", "delivery_unclear")),
        (Refused(), ("not_sent", "refused")),
        (RecipientGone(), ("not_sent", "blocked")),
        (TryLater(MONDAY + timedelta(seconds=30)), ("not_sent", "failed")),
        (Killed(), ("unknown", "lease_lost")),
    ],
)
def test_its_row_ends_as_what_became_of_it(store: Store, clock: StoppedClock, error: BaseException | None, end: tuple[str, str]) -> None:
    shelve(store, [a_script("drie")])
    join(store, a_learner())
    outlet = RecordingOutlet(clock)

    def fail(_: str) -> None:
        if error:
            raise error

    outlet.instead = fail
    nudges = NudgeService(store.work, clock, outlet, owner="first")
    if isinstance(error, Killed):
        with pytest.raises(Killed):
            nudges.send_by_hand(WHO)
    else:
        assert nudges.send_by_hand(WHO) == end[1]
    assert ends_of(store) == [end]
    assert (stored(store).nudges.state is NudgeState.STOPPED) == (end[1] == "blocked")


def test_without_a_turn_it_is_not_sent(sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock) -> None:
    join(sqlite_store, a_learner())

    def no_turn(_: str) -> None:
        raise TryLater(clock.now + timedelta(seconds=30), tried=False)

    outlet.meanwhile = no_turn
    assert nudges.send_by_hand(WHO) is Reason.FAILED
    assert ends_of(sqlite_store) == [("not_sent", "failed")]
    assert outlet.sent == []


@pytest.mark.parametrize(
    ("learner", "hour", "at_any_hour", "reason"),
    [
        (a_learner(state=NudgeState.STOPPED), 11, True, Reason.STOPPED),
        (a_learner(state=NudgeState.PAUSED), 11, True, Reason.PAUSED),
        (a_learner(state=NudgeState.PAUSED, paused_until=local(2026, 3, 5)), 11, True, Reason.PAUSED),
        (a_learner(), 3, False, Reason.QUIET_HOURS),
        (a_learner(), 3, True, Reason.BY_HAND),
        (a_learner(state=NudgeState.UNASKED), 11, False, Reason.BY_HAND),
        (a_learner(state=NudgeState.PAUSED, paused_until=local(2026, 3, 1)), 11, False, Reason.BY_HAND),
    ],
)
def test_a_stop_and_a_pause_hold_and_the_night_needs_a_word(
    sqlite_store: Store,
    nudges: NudgeService,
    outlet: RecordingOutlet,
    clock: StoppedClock,
    learner: object,
    hour: int,
    at_any_hour: bool,
    reason: Reason,
) -> None:
    join(sqlite_store, learner)
    clock.now = local(2026, 3, 3, hour)
    assert nudges.send_by_hand(WHO, at_any_hour=at_any_hour) is reason
    assert len(outlet.sent) == len(rows_of(sqlite_store)) == (reason is Reason.BY_HAND)


def test_it_comes_beside_the_plan_counts_for_the_rhythm_and_does_not_say_that_they_asked(
    sqlite_store: Store, nudges: NudgeService, outlet: RecordingOutlet, clock: StoppedClock
) -> None:
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    planned = open_row(sqlite_store)
    assert nudges.send_by_hand(WHO) is Reason.BY_HAND
    why = nudges.why(WHO)
    assert why is not None
    assert (why.occasion, why.asked_for) == (Occasion.BY_HAND, False)
    assert open_row(sqlite_store) == planned
    clock.now = planned.due_at
    assert nudges.send_due().sent == 0
    assert len(outlet.sent) == 1


def test_nobody_and_nothing_that_suits_have_an_answer_of_their_own(sqlite_store: Store, nudges: NudgeService) -> None:
    assert nudges.send_by_hand("nobody") is Reason.ERASED
    with sqlite_store.work() as work:
        for script_id in ("een", "twee"):
            work.scripts.archive(script_id, MONDAY)
    join(sqlite_store, a_learner())
    assert nudges.send_by_hand(WHO) is Reason.NO_SCRIPT
