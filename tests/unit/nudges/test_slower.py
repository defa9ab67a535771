"""An organisation may want nudges rarer than its people asked for, never more often."""

from datetime import timedelta

import pytest

from bot.errors import UnknownTenant
from bot.learners.tenants import Tenant, TenantService
from bot.nudges.asking.looking import Why
from bot.nudges.service import NudgeService
from bot.nudges.situation import Situation
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import a_learner, a_script, join, open_row, shelve

WHO = "a" * 32


@pytest.fixture
def tenants(sqlite_store: Store) -> TenantService:
    service = TenantService(sqlite_store.work)
    service.save(Tenant("demo", "Demo"))
    return service


@pytest.mark.parametrize(("chosen", "least", "apart"), [(7, 0, 7), (7, 14, 14), (14, 7, 14), (30, 14, 30)])
def test_the_rarer_of_both_counts(chosen: int, least: int, apart: int) -> None:
    assert Situation(a_learner(every_days=chosen), least_days=least).days_between() == apart


def test_it_counts_for_what_was_planned_before(
    sqlite_store: Store, nudges: NudgeService, clock: StoppedClock, tenants: TenantService
) -> None:
    shelve(sqlite_store, [a_script(f"script-{n}") for n in range(6)])
    join(sqlite_store, a_learner())
    nudges.plan_missing()
    clock.now = open_row(sqlite_store).due_at
    nudges.send_due()
    sent_at = clock.now
    with sqlite_store.work() as work:
        work.learners.mark_seen(WHO, work.learners.addresses(WHO)[0], clock.now + timedelta(minutes=1))
    tenants.slow_down("demo", 21)
    for _ in range(4):
        clock.now = max(clock.now, open_row(sqlite_store).due_at)
        if nudges.send_due().sent:
            break
    assert timedelta(days=20) <= clock.now - sent_at < timedelta(days=28)
    why = nudges.why(WHO)
    assert isinstance(why, Why)
    assert why.every_days == 21


def test_who_is_unknown_and_what_is_no_rhythm_is_refused(tenants: TenantService) -> None:
    with pytest.raises(UnknownTenant):
        tenants.slow_down("elders", 14)
    with pytest.raises(ValueError, match="least_days=3"):
        tenants.slow_down("demo", 3)
    assert tenants.all() == [Tenant("demo", "Demo")]
