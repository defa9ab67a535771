"""The stopped clock says 2 March 2026."""

from dataclasses import replace
from datetime import date

import pytest

from bot.catalogue.money.guide import MoneyGuide
from bot.catalogue.money.loading import load_schemes
from bot.catalogue.money.models import Answers, Learning, SchemeStatus, Situation
from bot.errors import UnknownScheme
from tests.conftest import StoppedClock
from tests.fakes.scheme_checks import MemoryChecks

SHIPPED = {each.id: each for each in load_schemes()}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("bestaat dat STAP-budget nog", "stap"),
        ("kan ik stap krijgen?", "stap"),
        ("STAP budgrt", "stap"),
        ("is de slim regeling iets voor mij", "slim"),
        ("o&o fonds", "sectorfonds"),
        ("levenlanglerenkrediet", "levenlanglerenkrediet"),
        ("wat is de leerrekening", "leerrekening"),
        ("een kleine stap is goed", None),
        ("ik ben best slim", None),
        ("", None),
    ],
)
def test_a_scheme_is_known_by_what_people_call_it(text: str, key: str | None, clock: StoppedClock) -> None:
    found = MoneyGuide(SHIPPED.values(), MemoryChecks().work, clock).named_in(text)
    assert (found.scheme.id if found else None) == key


def test_the_oldest_come_first_and_what_ended_last(clock: StoppedClock) -> None:
    never, old, new = SHIPPED["leerbudget"], SHIPPED["praktijkleren"], replace(SHIPPED["slim"], last_verified=date(2026, 3, 1))
    guide = MoneyGuide([SHIPPED["stap"], new, old, never], MemoryChecks().work, clock)
    assert [each.scheme.id for each in guide.oldest_first()] == ["leerbudget", "praktijkleren", "slim", "stap"]
    assert [each.scheme.id for each in guide.stale()] == ["leerbudget", "praktijkleren"]


def test_a_scheme_grows_stale_while_the_clock_runs(clock: StoppedClock) -> None:
    guide = MoneyGuide([replace(SHIPPED["slim"], last_verified=date(2026, 3, 1))], MemoryChecks().work, clock)
    answers = Answers(Situation.WORK, learning=Learning.COURSE)
    assert guide.advise(answers).schemes[0].status is SchemeStatus.OPEN
    clock.advance(days=180)
    assert guide.advise(answers).schemes[0].status is SchemeStatus.UNKNOWN
    assert len(guide.stale()) == 1


def test_what_an_administrator_found_counts_until_it_is_too_long_ago(clock: StoppedClock) -> None:
    guide = MoneyGuide([SHIPPED["slim"]], MemoryChecks().work, clock)
    answers = Answers(Situation.WORK, learning=Learning.COURSE)
    guide.check("slim", is_open=False, by="Noor")
    assert guide.advise(answers).schemes == ()
    clock.advance(days=10)
    guide.check("slim", is_open=True, by="Sam")
    (found,) = guide.advise(answers).schemes
    assert (found.status, found.scheme.verified_by, found.age_days) == (SchemeStatus.OPEN, "Sam", 0)
    assert guide.stale() == []
    clock.advance(days=181)
    assert guide.advise(answers).schemes[0].status is SchemeStatus.UNKNOWN


def test_a_record_that_was_seen_later_counts_more_than_an_older_check(clock: StoppedClock) -> None:
    checks = MemoryChecks()
    MoneyGuide([SHIPPED["slim"]], checks.work, clock).check("slim", is_open=False, by="Noor")
    newer = replace(SHIPPED["slim"], last_verified=date(2026, 3, 3))
    clock.advance(days=2)
    found = MoneyGuide([newer], checks.work, clock).oldest_first()[0]
    assert (found.status, found.scheme.verified_by) == (SchemeStatus.OPEN, None)


@pytest.mark.parametrize("key", ["stap", "leerrekening", "bestaat-niet"])
def test_nothing_can_be_found_open_that_ended_is_a_plan_or_is_unknown(key: str, clock: StoppedClock) -> None:
    with pytest.raises(UnknownScheme):
        MoneyGuide(SHIPPED.values(), MemoryChecks().work, clock).check(key, is_open=True, by="Noor")
