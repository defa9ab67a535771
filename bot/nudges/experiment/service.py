"""The experiment as an administrator sees it: who takes part, and what it says."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import Clock, local_date
from bot.errors import UnknownTenant
from bot.learners.tenants import Tenant
from bot.nudges.days import start_of
from bot.nudges.experiment import findings
from bot.nudges.experiment.findings import Finding, finding
from bot.nudges.experiment.learning import Learning
from bot.nudges.experiment.plan import PLAN
from bot.nudges.models import planned_day
from bot.nudges.ports import OpenNudgeWork


class Experiment:
    """Reads what was chosen and what came of it. What was concluded once is kept, and never worked out again."""

    def __init__(self, open_work: OpenNudgeWork, clock: Clock, salt: str = "") -> None:
        self._open_work = open_work
        self._clock = clock
        self._salt = salt

    def tenants(self) -> Sequence[Tenant]:
        """Return every organisation; ``learns`` says whether it takes part."""
        with self._open_work() as work:
            return work.tenants.all()

    def take_part(self, tenant_id: str, *, on: bool) -> None:
        """Let an organisation take part or not, from the next plan on; raises UnknownTenant."""
        with self._open_work() as work:
            if not work.tenants.learn(tenant_id, on=on):
                raise UnknownTenant(tenant_id)

    def is_drawn_again(self, due_id: int) -> bool | None:
        """Make the choice of a due row again from what was kept, and return whether the same comes out; None when nothing was kept."""
        with self._open_work() as work:
            due, kept = work.due_nudges.by_id(due_id), work.experiment.choice(due_id)
            learner = work.learners.by_id(due.learner_id) if due else None
            if due is None or kept is None or learner is None:
                return None
            scripts = [work.scripts.version(one.script_id, one.version) for one in kept.options]
        tallies = {(one.script_id, one.version): one.tally for one in kept.options}
        learning = Learning(frozenset({learner.tenant}), tallies, self._salt)
        # It was chosen while they took part, whatever they asked since.
        learner = replace(learner, outside_experiment=False)
        script, choice = learning.among([one for one in scripts if one], learner, planned_day(due.slot))
        return (script.id, choice) == (due.script_id, kept)

    def findings(self) -> list[Finding]:
        """Return the answer to each question of the plan, as far as there is one. It changes on Mondays only."""
        until = _monday(self._clock())
        with self._open_work() as work:
            kept = {one.question: work.experiment.finding(one.question) for one in PLAN}
            open_questions = [one for one in PLAN if kept[one.question] is None]
            decisions = work.experiment.decisions(until) if open_questions else ()
            steps = work.experiment.steps(until) if open_questions else {}
        found = {one.question: finding(one, decisions, steps, until) for one in open_questions}
        self._keep([one for one in found.values() if one.verdict.is_final])
        known = {question: findings.read(line) for question, line in kept.items() if line is not None}
        return [known.get(one.question) or found[one.question] for one in PLAN]

    def _keep(self, final: Sequence[Finding]) -> None:
        if not final:
            return
        with self._open_work() as work:
            for one in final:
                work.experiment.keep_finding(one.question, findings.write(one), self._clock())


def _monday(now: datetime) -> datetime:
    """Return the local midnight with which the week of ``now`` began: who looks twice in a week sees nobody come or go."""
    today = local_date(now)
    return start_of(today - timedelta(days=today.weekday()))
