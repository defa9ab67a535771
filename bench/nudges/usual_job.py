"""What a job does for its person: the work of the product for one nudge, written the way a job is written.

One person, one transaction, nine statements. The scripts stay in memory, no claim is needed because the job store hands out a job
once, and what came before is read once. Deciding, rendering and choosing are the product's own functions.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bench.crowd import learner_id
from bench.nudges.setting import START, open_store, with_due
from bot.conversation import Delivery
from bot.nudges.deciding.facts import facts_of
from bot.nudges.deciding.library import Library
from bot.nudges.deciding.planning import Plan, next_step
from bot.nudges.deciding.policy import Case, decide
from bot.nudges.deciding.verdict import Allow
from bot.nudges.history import REMEMBERED, History
from bot.nudges.models import DueState, Reason
from bot.nudges.render import message
from bot.nudges.rows import NewRow
from bot.nudges.sending.aftermath import tomorrow
from bot.nudges.situation import Situation
from bot.store.work import SqlWork, Store

WARM_UP = 50
"""People whose job runs before the clock starts."""
_OWNER = "jobs"


def job_on(store: Store) -> Callable[[str], None]:
    """Return the job, for a ``store`` that was filled; it ran for the first few."""
    with store.work() as work:
        library = Library(work.scripts.all())

    def job(person: str) -> None:
        with store.work() as work:
            _send(work, person, library)

    for number in range(WARM_UP):
        job(learner_id(number))
    return job


def fill(url: str, people: int, due: int) -> None:
    """Fill the empty database at ``url`` with ``people``, of whom ``due`` have a nudge for the job."""
    store = open_store(url)
    with_due(store, people, due)
    with store.work() as work:
        assert len(work.due_nudges.claim(_OWNER, START, START + timedelta(hours=1), due)) == due
    store.engine.dispose()


def _send(work: SqlWork, person: str, library: Library) -> None:
    learner = work.learners.for_change(person)
    assert learner is not None
    rows = work.due_nudges.of(person, START - REMEMBERED)
    idea = work.plans.open_titles([person]).get(person)
    now = Situation(learner, History(rows), idea, reachable=bool(work.learners.addresses(person)))
    due = next(row for row in rows if row.state is DueState.CLAIMED)
    current = library.current[due.script_id]
    case = Case(due, now.without(due.id), current, START)
    assert isinstance(decide(case), Allow)
    work.due_nudges.end_sent({due.id: facts_of(case)}, _OWNER, START)
    work.messages.add_out(person, message(due, current.script, now), START, Delivery.DELIVERED)
    sent = replace(due, state=DueState.SENT, reason=Reason.ALLOWED, sent_at=START, ended_at=START)
    step = next_step(now.with_row(sent), library, START, tomorrow(START))
    assert isinstance(step, Plan)
    work.due_nudges.plan([NewRow(person, step.script, step.slot, step.due_at, learner.nudges, step.choice)])
