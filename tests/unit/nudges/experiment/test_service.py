from dataclasses import replace
from datetime import timedelta

import pytest

from bot.errors import UnknownTenant
from bot.learners.tenants import Tenant
from bot.nudges.experiment import findings
from bot.nudges.experiment.choice import ChosenBy
from bot.nudges.experiment.findings import Verdict
from bot.nudges.experiment.plan import PLAN, Question
from bot.nudges.experiment.service import Experiment
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import MONDAY, shelve
from tests.unit.store.nudges.test_experiment import HELD_OUT, LEARNED, SCRIPT, sent


def test_taking_part_is_a_choice_of_each_organisation(sqlite_store: Store, clock: StoppedClock) -> None:
    with sqlite_store.work() as work:
        work.tenants.save(Tenant("a", "A"))
        work.tenants.save(Tenant("b", "B"))
    experiment = Experiment(sqlite_store.work, clock)
    experiment.take_part("b", on=True)
    assert [(one.id, one.learns) for one in experiment.tenants()] == [("a", False), ("b", True)]
    with pytest.raises(UnknownTenant):
        experiment.take_part("c", on=True)


def test_every_question_of_the_plan_has_an_answer_that_changes_on_mondays_only(sqlite_store: Store, clock: StoppedClock) -> None:
    shelve(sqlite_store, [SCRIPT])
    experiment = Experiment(sqlite_store.work, clock)
    for n in range(40):
        lot = replace(LEARNED, by=ChosenBy.LOT)
        sent(sqlite_store, n, lot if n % 2 else HELD_OUT if n % 10 == 0 else LEARNED, at=MONDAY + timedelta(days=1))
    clock.advance(days=19)
    assert [one.question for one in experiment.findings()] == [Question.EACH_CHOICE, Question.HOLD_OUT]
    assert {one.others for one in experiment.findings()} == {None}
    clock.advance(days=2)
    assert [one.compared for one in experiment.findings()] == [20, None]


def test_what_was_concluded_stays_when_its_rows_are_gone(sqlite_store: Store, clock: StoppedClock) -> None:
    experiment = Experiment(sqlite_store.work, clock)
    concluded = replace(findings.finding(PLAN[0], [], {}, MONDAY), verdict=Verdict.BETTER, others=5530, compared=1380)
    with sqlite_store.work() as work:
        work.experiment.keep_finding(Question.EACH_CHOICE, findings.write(concluded), MONDAY)
    assert experiment.findings()[0] == concluded
    assert experiment.findings()[1].verdict is Verdict.TOO_FEW


def test_a_conclusion_is_written_down_at_the_first_look(sqlite_store: Store, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    concluded = replace(findings.finding(PLAN[0], [], {}, MONDAY), verdict=Verdict.NO_DIFFERENCE)
    monkeypatch.setattr("bot.nudges.experiment.service.finding", lambda planned, *_: replace(concluded, question=planned.question))
    experiment = Experiment(sqlite_store.work, clock)
    first = experiment.findings()
    monkeypatch.undo()
    assert experiment.findings() == first
