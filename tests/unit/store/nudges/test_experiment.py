from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import update

from bot.learners.tenants import TenantService
from bot.nudges.experiment.choice import Choice, ChosenBy, Option
from bot.nudges.experiment.thompson import Tally
from bot.nudges.models import Reason
from bot.nudges.rows import NewRow
from bot.store.tables.nudges import due_nudges
from bot.store.work import Store
from tests.unit.nudges.makers import MONDAY, a_learner, a_script, join, shelve

SCRIPT = a_script("een")
LEARNED = Choice(ChosenBy.LEARNED, 0.7, (Option("een", 1, Tally(1, 2)), Option("twee", 1, Tally())))
HELD_OUT = replace(LEARNED, by=ChosenBy.HOLD_OUT, chance=0.5)
LATER = MONDAY + timedelta(days=30)


def sent(store: Store, n: int, choice: Choice | None, *, at: datetime = MONDAY, tenant: str = "demo", taken_up: bool | None = None) -> str:
    """Let person ``n`` have got the nudge at ``at``."""
    learner = join(store, replace(a_learner(f"{n:032x}"), tenant=tenant))
    with store.work() as work:
        work.due_nudges.plan([NewRow(learner.id, SCRIPT, "day", at, learner.nudges, choice)])
        due = work.due_nudges.open_of([learner.id])[learner.id]
        ended = {"state": "sent", "reason": Reason.ALLOWED.value, "sent_at": at, "ended_at": at}
        work.connection.execute(update(due_nudges).where(due_nudges.c.id == due.id).values(ended))
        if taken_up is not None:
            work.due_nudges.answer(due.id, "Ja", at, None, taken_up=taken_up)
    return learner.id


def test_only_what_was_chosen_for_people_of_learning_tenants_teaches(store: Store) -> None:
    shelve(store, [SCRIPT])
    sent(store, 1, LEARNED, taken_up=True)
    sent(store, 2, HELD_OUT, taken_up=False)
    sent(store, 3, LEARNED)
    sent(store, 4, None, taken_up=True)
    sent(store, 5, LEARNED, tenant="elders", taken_up=True)
    sent(store, 6, LEARNED, at=LATER, taken_up=True)
    with store.work() as work:
        assert work.experiment.tallies({"demo"}, MONDAY, LATER) == {("een", 1): Tally(1, 3)}
        assert work.experiment.tallies({"demo"}, MONDAY + timedelta(seconds=1), LATER) == {}


def test_the_analysis_counts_who_got_what_and_who_did_what_they_planned(store: Store) -> None:
    shelve(store, [SCRIPT])
    first, second = sent(store, 2, LEARNED, at=MONDAY + timedelta(hours=1), taken_up=True), sent(store, 1, HELD_OUT)
    plain = sent(store, 3, None)
    with store.work() as work:
        for learner_id in (first, plain):
            plan = work.plans.add(learner_id, item_id="x", item_title="Een band plakken", moment="zaterdag", at=MONDAY)
            work.plans.mark_done(plan.id, MONDAY + timedelta(days=2))
        work.plans.add(second, item_id="x", item_title="Een band plakken", moment="zaterdag", at=MONDAY)
    with store.work() as work:
        decisions = work.experiment.decisions(LATER)
        assert [(one.person, one.by, one.taken_up) for one in decisions] == [
            (second, ChosenBy.HOLD_OUT, False),
            (first, ChosenBy.LEARNED, True),
        ]
        assert work.experiment.decisions(MONDAY) == []
        assert work.experiment.steps(LATER) == {first: [MONDAY + timedelta(days=2)]}


def test_a_late_answer_leaves_what_is_known_as_it_was(store: Store) -> None:
    shelve(store, [SCRIPT])
    learner_id = sent(store, 1, LEARNED, taken_up=True)
    with store.work() as work:
        due = work.due_nudges.of(learner_id, MONDAY - timedelta(days=1))[0]
        work.due_nudges.answer(due.id, "Stop maar", LATER, None, taken_up=None)
        assert [one.taken_up for one in work.experiment.decisions(LATER)] == [True]


def test_the_first_finding_stays(store: Store) -> None:
    with store.work() as work:
        assert work.experiment.finding("each_choice") is None
        work.experiment.keep_finding("each_choice", "first", MONDAY)
        work.experiment.keep_finding("each_choice", "second", LATER)
        assert work.experiment.finding("each_choice") == "first"


def test_no_tenant_learns_until_somebody_says_so(store: Store) -> None:
    tenants = TenantService(store.work)
    tenants.ensure_demo()
    with store.work() as work:
        assert work.tenants.learning() == frozenset()
        assert work.tenants.learn("demo", on=True)
        assert not work.tenants.learn("bestaat-niet", on=True)
        assert work.tenants.learning() == {"demo"}
    assert [tenant.learns for tenant in tenants.all()] == [True]
