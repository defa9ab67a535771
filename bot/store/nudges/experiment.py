"""Who took up what, for choosing nudges and for the experiment with it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, case, func, select, update

from bot.nudges.experiment import choice
from bot.nudges.experiment.choice import Choice, ChosenBy
from bot.nudges.experiment.decisions import Decision
from bot.nudges.experiment.learning import Version
from bot.nudges.experiment.plan import NUMBER
from bot.nudges.experiment.thompson import Tally
from bot.nudges.models import DueState
from bot.store.database.upsert import insert_into
from bot.store.nudges.due_states import in_state
from bot.store.tables.experiment import experiment_findings
from bot.store.tables.learners import learners, plans
from bot.store.tables.nudges import due_nudges

_due = due_nudges.c
_finding = experiment_findings.c
_ARRIVED = in_state(DueState.SENT, DueState.UNKNOWN)
"""What may have arrived counts as well: whether it did has nothing to do with how it was chosen."""


class SqlExperiment:
    """Implements ``bot.nudges.ports.ExperimentRows``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tallies(self, tenants: Collection[str], since: datetime, until: datetime) -> Mapping[Version, Tally]:
        good = func.sum(case((_due.taken_up, 1), else_=0)).label("good")
        seen = select(_due.script_id, _due.version, good, func.count().label("seen")).join(learners, _due.learner_id == learners.c.id)
        chosen = (learners.c.tenant.in_(tenants), _due.experiment.is_not(None), _ARRIVED, _due.sent_at >= since, _due.sent_at < until)
        rows = self._connection.execute(seen.where(*chosen).group_by(_due.script_id, _due.version))
        return {(row.script_id, row.version): Tally(row.good, row.seen) for row in rows}

    def decisions(self, until: datetime) -> Sequence[Decision]:
        found = select(_due.learner_id, _due.chosen_by, _due.sent_at, _due.taken_up)
        found = found.where(_due.experiment == NUMBER, _ARRIVED, _due.sent_at < until).order_by(_due.sent_at, _due.id)
        return [
            Decision(row.learner_id, ChosenBy(row.chosen_by), row.sent_at, bool(row.taken_up)) for row in self._connection.execute(found)
        ]

    def steps(self, until: datetime) -> Mapping[str, Sequence[datetime]]:
        people = select(_due.learner_id).where(_due.experiment == NUMBER)
        done = select(plans.c.learner_id, plans.c.done_at).where(plans.c.done_at < until, plans.c.learner_id.in_(people))
        found: dict[str, list[datetime]] = defaultdict(list)
        for row in self._connection.execute(done.order_by(plans.c.done_at)):
            found[row.learner_id].append(row.done_at)
        return found

    def leave_out(self, learner_id: str) -> None:
        self._connection.execute(update(due_nudges).where(_due.learner_id == learner_id).values(experiment=None))

    def choice(self, due_id: int) -> Choice | None:
        line = self._connection.scalar(select(_due.choice).where(_due.id == due_id))
        return choice.read(line) if line else None

    def finding(self, question: str) -> str | None:
        return self._connection.scalar(select(_finding.finding).where(_finding.plan == NUMBER, _finding.question == question))

    def keep_finding(self, question: str, finding: str, at: datetime) -> None:
        row = {"plan": NUMBER, "question": question, "finding": finding, "found_at": at}
        self._connection.execute(insert_into(self._connection.dialect.name, experiment_findings).values(row).on_conflict_do_nothing())
