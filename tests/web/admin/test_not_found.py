"""What people looked for and did not find. The stopped clock says 2 March 2026: the last finished quarter began on 1 October 2025."""

from datetime import UTC, date, datetime

import pytest

from bot.catalogue.demand import Unmet
from bot.messages import Address
from tests.unit.nudges.makers import a_learner
from tests.web.admin.conftest import Browser, Services, words

PAGE = "/beheer/niet-gevonden"
QUARTER, THEN = date(2025, 10, 1), datetime(2025, 11, 3, 12, tzinfo=UTC)


@pytest.fixture
def looked_for(services: Services) -> None:
    """Twelve people looked for wood in Flevoland, eleven for something else, nine for a garden."""
    asked = [("hout", "AM11")] * 12 + [("", "")] * 11 + [("tuin", "AM36")] * 9
    people = [a_learner(f"{number:032x}") for number in range(len(asked))]
    with services.store.work() as work:
        for number, (learner, (topic, region)) in enumerate(zip(people, asked, strict=True)):
            work.learners.add(learner, Address("telegram", str(number)))
            work.unmet.note([Unmet(learner.id, QUARTER, topic, region, THEN)])


@pytest.mark.usefixtures("looked_for")
def test_topics_are_told_with_their_region_and_a_rounded_number(admin: Browser) -> None:
    said = words(admin.get(PAGE).text)
    assert "De 3 maanden vanaf 1 oktober 2025" in said
    assert "werken met hout Flevoland 10 of meer" in said
    assert "geen bekend onderwerp geen plaats genoemd 10 of meer" in said


@pytest.mark.usefixtures("looked_for")
def test_what_is_about_few_people_is_never_told(admin: Browser) -> None:
    assert "tuin" not in words(admin.get(PAGE).text)


def test_without_numbers_the_page_says_why(admin: Browser) -> None:
    said = words(admin.get(PAGE).text)
    assert "Nog niets te laten zien" in said
    assert "een getal over minder dan 10 mensen laat Duwtje nooit zien" in said


def test_it_stands_in_the_menu_and_leads_to_what_helps(admin: Browser) -> None:
    page = admin.get(PAGE).text
    assert f'<a href="{PAGE}" aria-current="page">Niet gevonden</a>' in page
    assert 'href="/beheer/aanbod#bestand-kop"' in page


@pytest.mark.usefixtures("looked_for")
def test_a_topic_that_exists_no_longer_keeps_its_own_name(admin: Browser, services: Services) -> None:
    with services.store.work() as work:
        people = [each.learner_id for each in work.unmet.of(QUARTER)]
        work.unmet.note(Unmet(learner, QUARTER, "faxen", "AM11", THEN) for learner in people[:12])
    assert "faxen Flevoland 10 of meer" in words(admin.get(PAGE).text)
