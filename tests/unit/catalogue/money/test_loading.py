from datetime import date
from pathlib import Path

import pytest

from bot.catalogue.ages import MAX_AGE_DAYS
from bot.catalogue.money.loading import load_schemes
from bot.catalogue.money.models import Situation
from bot.errors import BadText

PLAIN = "a: {name: A, status: open, kind: fonds, applicant: self, source: somewhere"


def written(folder: Path, text: str) -> Path:
    path = folder / "schemes.yml"
    path.write_text(text, "utf-8")
    return path


def test_what_is_left_out_makes_no_difference(tmp_path: Path) -> None:
    (scheme,) = load_schemes(written(tmp_path, PLAIN + "}"))
    assert scheme.situations == frozenset(Situation)
    assert (scheme.last_verified, scheme.benefits, scheme.max_age_days) == (None, frozenset(), MAX_AGE_DAYS)


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (", last_verified: gisteren}", "no date"),
        (", last_verified: 2026-01-01 10:00:00}", "no date"),
        (", situations: [baas]}", "baas is no Situation"),
        (", sattus: closed}", "sattus"),
        (", ended_on: 2024-01-01}", "has ended"),
        (", name: B}", "twice"),
    ],
)
def test_a_mistake_is_named_with_its_scheme(tmp_path: Path, more: str, problem: str) -> None:
    with pytest.raises(BadText, match=problem):
        load_schemes(written(tmp_path, PLAIN + more))


def test_what_is_needed_is_named(tmp_path: Path) -> None:
    for text in ("a: {name: A}", "a: 3"):
        with pytest.raises(BadText, match="a lacks"):
            load_schemes(written(tmp_path, text))


def test_an_end_needs_its_day(tmp_path: Path) -> None:
    with pytest.raises(BadText, match="a: what has ended"):
        load_schemes(written(tmp_path, PLAIN.replace("open", "ended") + "}"))


def test_nothing_shipped_was_seen_in_the_future_and_everything_names_a_source() -> None:
    shipped = load_schemes()
    assert all(each.source for each in shipped)
    assert [each.id for each in shipped if each.last_verified and each.last_verified > date(2026, 11, 22)] == []
