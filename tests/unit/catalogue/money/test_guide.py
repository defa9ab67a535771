"""The stopped clock says 2 March 2026."""

from dataclasses import replace
from datetime import date

import pytest

from bot.catalogue.money.guide import MoneyGuide
from bot.catalogue.money.loading import load_schemes
from bot.catalogue.money.models import Answers, Learning, SchemeStatus, Situation
from tests.conftest import StoppedClock

SHIPPED = {each.id: each for each in load_schemes()}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("bestaat dat STAP-budget nog", "stap"),
        ("kan ik stap krijgen?", "stap"),
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
    found = MoneyGuide(SHIPPED.values(), clock).named_in(text)
    assert (found.scheme.id if found else None) == key


def test_the_oldest_come_first_and_what_ended_last(clock: StoppedClock) -> None:
    never, old, new = SHIPPED["leerbudget"], SHIPPED["praktijkleren"], replace(SHIPPED["slim"], last_verified=date(2026, 3, 1))
    guide = MoneyGuide([SHIPPED["stap"], new, old, never], clock)
    assert [each.scheme.id for each in guide.oldest_first()] == ["leerbudget", "praktijkleren", "slim", "stap"]
    assert [each.scheme.id for each in guide.stale()] == ["leerbudget", "praktijkleren"]


def test_a_scheme_grows_stale_while_the_clock_runs(clock: StoppedClock) -> None:
    guide = MoneyGuide([replace(SHIPPED["slim"], last_verified=date(2026, 3, 1))], clock)
    answers = Answers(Situation.WORK, learning=Learning.COURSE)
    assert guide.advise(answers).schemes[0].status is SchemeStatus.OPEN
    clock.advance(days=180)
    assert guide.advise(answers).schemes[0].status is SchemeStatus.UNKNOWN
    assert len(guide.stale()) == 1
