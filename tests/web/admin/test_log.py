"""The delivery log: reasons for everything, persons for nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from bot.language.saying.texts import load_texts
from bot.learners.models import Learner, NudgeState
from bot.messages import Address
from bot.nudges.deciding.facts import Facts, write
from bot.nudges.models import DueState, Reason
from bot.store.tables.nudges import due_nudges
from bot.web.admin.log import ROWS
from tests.conftest import StoppedClock
from tests.unit.nudges.makers import a_learner
from tests.web.admin.conftest import Browser, Services, words
from tests.web.admin.sending import log_row

pytestmark = pytest.mark.usefixtures("live_script")


@pytest.fixture
def learner(services: Services) -> Learner:
    someone = a_learner("f00d" * 8, wish="schrijnwerker worden", place="Zierikzee")
    with services.store.work() as work:
        work.learners.add(someone, Address("telegram", "987654321"))
    return someone


def row(services: Services, learner: Learner, at: datetime, *args: object, **more: object) -> int:
    return log_row(services.store, learner.id, at, *args, **more)  # type: ignore[arg-type]


def test_a_row_says_what_when_in_amsterdam_and_why(admin: Browser, services: Services, learner: Learner) -> None:
    row(services, learner, datetime(2026, 3, 1, 17, 5, tzinfo=UTC), DueState.SKIPPED, Reason.CAP_WEEK)
    said = words(admin.get("/beheer/verzendlog").text)
    assert "iets-kleins zo 1 mrt 2026, 18.05 overgeslagen De lezer had die week al genoeg duwtjes." in said


def test_the_detail_tells_whether_there_was_an_answer_but_not_which(admin: Browser, services: Services, learner: Learner) -> None:
    number = row(services, learner, datetime(2026, 7, 1, 8, tzinfo=UTC), answer="Geheime knop")
    page = admin.get(f"/beheer/verzendlog/{number}").text
    assert "Kwam er antwoord? ja" in words(page)
    assert "woensdag 1 juli 2026, 10.00 uur" in words(page)
    assert "/beheer/duwtjes/iets-kleins/versies/1" in page
    assert "Geheime knop" not in page


def test_the_detail_shows_on_what_was_decided(admin: Browser, services: Services, learner: Learner, clock: StoppedClock) -> None:
    number = row(services, learner, clock(), DueState.SKIPPED, Reason.TOO_SOON)
    assert "Waarop dit is beslist" not in admin.get(f"/beheer/verzendlog/{number}").text
    known = Facts(clock(), NudgeState.ON, 14, None, in_week=1, unanswered=2, talking=False, snoozed=True, reachable=True)
    with services.store.work() as work:
        work.connection.execute(update(due_nudges).where(due_nudges.c.id == number).values(facts=write(known)))
    said = words(admin.get(f"/beheer/verzendlog/{number}").text)
    for line in (
        "Duwtjes van de lezer aan",
        "Zo veel dagen zitten er nu tussen 14",
        "Dagen sinds het vorige duwtje er was nog geen duwtje",
        "Duwtjes zonder antwoord 2",
        "Wilde de lezer even niets? ja",
    ):
        assert line in said


def test_nothing_in_the_log_says_who_it_was(admin: Browser, services: Services, learner: Learner, clock: StoppedClock) -> None:
    states = [DueState.PLANNED, *(state for state in DueState if state.is_end)]
    numbers = [row(services, learner, clock() - timedelta(hours=hours), state) for hours, state in enumerate(states)]
    pages = ["", *(f"/{number}" for number in numbers)]
    texts = "".join(admin.get(f"/beheer/verzendlog{page}").text for page in pages) + admin.get("/beheer/").text
    for secret in (learner.id, learner.conversation_key, "987654321", "telegram:", "Zierikzee", "schrijnwerker"):
        assert secret not in texts


def test_every_reason_has_a_dutch_sentence_in_the_log(admin: Browser, services: Services, learner: Learner, clock: StoppedClock) -> None:
    for minutes, reason in enumerate(Reason):
        row(services, learner, clock() - timedelta(minutes=minutes), DueState.SKIPPED, reason)
    said = words(admin.get("/beheer/verzendlog").text)
    texts = load_texts()
    sentences = {texts(f"reason_{reason}") for reason in Reason}
    assert len(sentences) == len(Reason)
    for sentence in sentences:
        assert said.count(sentence) >= 2  # once counted, once as a row


def test_reasons_are_counted_over_a_week_and_a_month(admin: Browser, services: Services, learner: Learner, clock: StoppedClock) -> None:
    for days in (1, 2, 8, 29, 31):
        row(services, learner, clock() - timedelta(days=days))
    assert "Het was het goede moment. verstuurd 2 4" in words(admin.get("/beheer/verzendlog").text)


def test_the_log_can_be_narrowed_to_one_script_and_one_reason(
    admin: Browser, services: Services, learner: Learner, clock: StoppedClock
) -> None:
    sent = row(services, learner, clock())
    skipped = row(services, learner, clock() - timedelta(minutes=1), DueState.SKIPPED, Reason.LATE)

    def links(query: str) -> list[bool]:
        page = admin.get(f"/beheer/verzendlog?{query}").text
        return [f'href="/beheer/verzendlog/{number}"' in page for number in (sent, skipped)]

    assert links("") == [True, True]
    assert links("reden=late") == [False, True]
    assert links("duwtje=iets-kleins&reden=allowed") == [True, False]
    assert links("duwtje=iets-anders") == [False, False]
    assert links("reden=bestaat-niet&voor=x") == [True, True]


def test_a_long_log_has_pages_that_together_show_each_row_once(
    admin: Browser, services: Services, learner: Learner, clock: StoppedClock
) -> None:
    numbers = [row(services, learner, clock() - timedelta(minutes=minutes)) for minutes in range(ROWS + 5)]
    newest = admin.get("/beheer/verzendlog?reden=allowed").text
    seen = [number for number in numbers if f'href="/beheer/verzendlog/{number}"' in newest]
    assert seen == numbers[5:]
    older = admin.get(f"/beheer/verzendlog?reden=allowed&voor={min(seen)}").text
    assert f"voor={min(seen)}" in newest
    assert [number for number in numbers if f'href="/beheer/verzendlog/{number}"' in older] == numbers[:5]
    assert "Ouder" not in words(older)


def test_an_empty_log_says_so(admin: Browser) -> None:
    said = words(admin.get("/beheer/verzendlog").text)
    assert "nog niets verstuurd of overgeslagen" in said
    assert "Er zijn geen regels die hierbij passen." in said


def test_nudges_are_switched_off_and_on_again(admin: Browser, services: Services) -> None:
    page = words(admin.submit("/beheer/verzendlog", {"versturen": "uit"}).text)
    assert "Duwtjes staan uit." in page
    assert not services.nudge_switch.is_on()
    assert "Zet alle duwtjes uit" in words(admin.submit("/beheer/verzendlog", {"versturen": "aan"}).text)
    assert services.nudge_switch.is_on()


def test_a_switch_that_was_not_offered_is_refused(admin: Browser, services: Services) -> None:
    assert admin.submit("/beheer/verzendlog", {"versturen": "misschien"}).status_code == 400
    assert services.nudge_switch.is_on()
