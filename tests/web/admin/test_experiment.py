"""The page of the experiment: who takes part, figures of groups, and no verdict too soon."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.learners.tenants import Tenant
from bot.nudges.experiment import findings
from bot.nudges.experiment.choice import Choice, ChosenBy, Option
from bot.nudges.experiment.findings import Comparison, Verdict
from bot.nudges.experiment.intervals import Interval
from bot.nudges.experiment.plan import PLAN, Question
from bot.nudges.experiment.thompson import Tally
from bot.nudges.rows import NewRow
from bot.store.work import Store
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import MONDAY, a_learner, a_script, join, open_row
from tests.web.admin.conftest import Browser, Services, words

PAGE = "/beheer/proef"


@pytest.fixture(autouse=True)
def demo(services: Services) -> None:
    with services.store.work() as work:
        work.tenants.save(Tenant("demo", "Onze <fabriek>"))


def test_nobody_takes_part_until_somebody_says_so_and_can_stop_again(admin: Browser, services: Services) -> None:
    assert "Onze <fabriek> nee Doe mee voor Onze <fabriek>" in words(admin.get(PAGE).text)
    said = words(admin.submit(PAGE, {"organisatie": "demo", "meedoen": "aan"}).text)
    assert "Deze organisatie doet mee" in said
    assert [one.learns for one in services.experiment.tenants()] == [True]
    admin.submit(PAGE, {"organisatie": "demo", "meedoen": "uit"})
    assert [one.learns for one in services.experiment.tenants()] == [False]


@pytest.mark.parametrize(
    ("fields", "status"), [({"organisatie": "elders", "meedoen": "aan"}, 404), ({"organisatie": "demo", "meedoen": "ja"}, 400), ({}, 400)]
)
def test_nonsense_changes_nothing(admin: Browser, services: Services, fields: dict[str, object], status: int) -> None:
    assert admin.submit(PAGE, fields).status_code == status
    assert [one.learns for one in services.experiment.tenants()] == [False]


def test_without_numbers_the_page_says_that_nothing_can_be_said(admin: Browser) -> None:
    said = words(admin.get(PAGE).text)
    assert said.count("Nog te weinig om iets te zeggen.") == 2
    assert said.count("te weinig mensen") == 4
    assert "gekozen door het lot te weinig mensen 1.383" in said
    assert "Dan is een verschil vanaf +3,0 procentpunt te zien." in said


def test_what_was_concluded_is_shown_with_its_interval(admin: Browser, services: Services) -> None:
    kept = replace(
        findings.finding(PLAN[0], [], {}, MONDAY),
        verdict=Verdict.BETTER,
        others=5530,
        compared=1380,
        detectable=0.03,
        steps=Comparison(0.152, 0.11, Interval(0.042, 0.018, 0.066)),
    )
    with services.store.work() as work:
        work.experiment.keep_finding(Question.EACH_CHOICE, findings.write(kept), MONDAY)
    said = words(admin.get(PAGE).text)
    assert "Ja, vaker." in said
    assert "Deed wat het plan was 15,2% 11,0% +4,2 (tussen +1,8 en +6,6)" in said
    assert "een verschil vanaf +3,0 procentpunt" in said


@pytest.mark.usefixtures("live_script")
def test_a_row_of_the_log_tells_how_it_was_chosen_and_how_likely_that_was(admin: Browser, services: Services, clock: StoppedClock) -> None:
    choice = Choice(ChosenBy.LEARNED, 0.375, (Option("iets-kleins", 1, Tally(3, 7)), Option("anders", 1, Tally())))
    number = planned(services.store, choice, clock)
    said = words(admin.get(f"/beheer/verzendlog/{number}").text)
    assert "door te leren van wat anderen oppakten, uit 2 duwtjes die even goed pasten. De kans op dit duwtje was 37,5%." in said
    # This choice was made up here, so that no draw gives it.
    assert "Is de keuze nagerekend? ja, maar met deze versie van Duwtje komt er iets anders uit" in said


def planned(store: Store, choice: Choice, clock: StoppedClock) -> int:
    learner = join(store, a_learner())
    with store.work() as work:
        row = NewRow(learner.id, a_script(), "2026-03-03", clock() + timedelta(days=1), learner.nudges, choice)
        work.due_nudges.plan([row])
    return open_row(store).id
