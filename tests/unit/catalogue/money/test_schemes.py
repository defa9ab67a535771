"""Each scheme that is shipped: for whom it is and for whom it is not, and what is never said of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.scheme_lines import scheme_line, scheme_lines
from bot.catalogue.money.choosing import advise, age_limit, fits
from bot.catalogue.money.loading import load_schemes
from bot.catalogue.money.models import Answers, Benefit, Learning, Office, Scheme, SchemeKind, SchemeStatus, Situation
from bot.catalogue.money.today import status_of, today_of
from bot.language.saying.texts import load_texts
from bot.registers import Register

SCHEMES = {each.id: each for each in load_schemes()}
TODAY = date(2026, 11, 22)
WORK, ZZP, BENEFIT, NONE = Situation.WORK, Situation.SELF_EMPLOYED, Situation.BENEFIT, Situation.NONE
COURSE, DEGREE, BASICS = Learning.COURSE, Learning.DEGREE, Learning.BASICS
FOR = [
    ("taalhuis", Answers(NONE, None, BASICS), Answers(NONE, None, COURSE)),
    ("uwv-opleiding", Answers(BENEFIT, Benefit.WW, COURSE), Answers(WORK, None, COURSE)),
    ("uwv-opleiding", Answers(BENEFIT, Benefit.WAJONG, DEGREE), Answers(BENEFIT, Benefit.BIJSTAND, DEGREE)),
    ("bijstand-opleiding", Answers(BENEFIT, Benefit.BIJSTAND, COURSE), Answers(BENEFIT, Benefit.WW, COURSE)),
    ("leerbudget", Answers(WORK, None, COURSE, has_agreement=True), Answers(WORK, None, COURSE, has_agreement=False)),
    ("leerbudget", Answers(WORK), Answers(ZZP)),
    ("sectorfonds", Answers(WORK, None, COURSE, has_agreement=None), Answers(BENEFIT)),
    ("verplichte-cursus", Answers(WORK, None, COURSE), Answers(ZZP, None, COURSE)),
    ("praktijkleren", Answers(WORK, None, DEGREE), Answers(WORK, None, COURSE)),
    ("slim-scholing", Answers(WORK, None, DEGREE), Answers(NONE, None, DEGREE)),
    ("slim", Answers(WORK, None, COURSE), Answers(ZZP, None, COURSE)),
    ("levenlanglerenkrediet", Answers(ZZP, None, DEGREE, age=56), Answers(ZZP, None, DEGREE, age=57)),
    ("levenlanglerenkrediet", Answers(NONE, None, DEGREE), Answers(NONE, None, COURSE)),
    ("vakbond", Answers(WORK, None, COURSE), Answers(NONE, None, COURSE)),
    ("werkcentrum", Answers(NONE, None, BASICS), None),
    ("stap", Answers(WORK), None),
    ("leerrekening", Answers(WORK), None),
]

some_schemes = st.sampled_from(sorted(SCHEMES)).map(SCHEMES.__getitem__)
some_dates = st.dates(date(2023, 1, 1), date(2030, 1, 1))
some_answers = st.builds(
    Answers,
    st.none() | st.sampled_from(Situation),
    st.none() | st.sampled_from(Benefit),
    st.none() | st.sampled_from(Learning),
    st.none() | st.booleans(),
    st.none() | st.integers(16, 90),
)
any_scheme = st.builds(
    replace,
    some_schemes,
    status=st.sampled_from(SchemeStatus),
    last_verified=st.none() | some_dates,
    opens=st.none() | some_dates,
    closes=st.none() | some_dates,
    ended_on=some_dates,
)


@pytest.mark.parametrize(("key", "yes", "no"), FOR)
def test_a_scheme_fits_those_it_is_for_and_nobody_else(key: str, yes: Answers, no: Answers | None) -> None:
    assert fits(SCHEMES[key], yes)
    assert no is None or not fits(SCHEMES[key], no)


def test_every_scheme_is_in_the_table() -> None:
    assert {key for key, _, _ in FOR} == set(SCHEMES)


@pytest.mark.parametrize(
    ("declared", "seen", "status"),
    [
        (SchemeStatus.OPEN, 0, SchemeStatus.OPEN),
        (SchemeStatus.OPEN, 180, SchemeStatus.OPEN),
        (SchemeStatus.OPEN, 181, SchemeStatus.UNKNOWN),
        (SchemeStatus.OPEN, -1, SchemeStatus.UNKNOWN),
        (SchemeStatus.OPEN, None, SchemeStatus.UNKNOWN),
        (SchemeStatus.CLOSED, 10, SchemeStatus.CLOSED),
        (SchemeStatus.CLOSED, 400, SchemeStatus.UNKNOWN),
        (SchemeStatus.PLANNED, 10, SchemeStatus.PLANNED),
        (SchemeStatus.PLANNED, None, SchemeStatus.PLANNED),
        (SchemeStatus.ENDED, 400, SchemeStatus.ENDED),
    ],
)
def test_what_was_not_checked_lately_is_not_certain(declared: SchemeStatus, seen: int | None, status: SchemeStatus) -> None:
    verified = None if seen is None else TODAY - timedelta(days=seen)
    assert status_of(replace(SCHEMES["slim"], status=declared, last_verified=verified), TODAY) is status


@pytest.mark.parametrize(
    ("opens", "closes", "status"), [(1, 9, SchemeStatus.CLOSED), (0, 0, SchemeStatus.OPEN), (-9, -1, SchemeStatus.CLOSED)]
)
def test_a_scheme_is_open_from_its_first_up_to_its_last_day(opens: int, closes: int, status: SchemeStatus) -> None:
    window = {"opens": TODAY + timedelta(days=opens), "closes": TODAY + timedelta(days=closes)}
    assert status_of(replace(SCHEMES["slim"], last_verified=TODAY, **window), TODAY) is status


@given(any_scheme, some_dates, st.sampled_from(Register))
def test_nothing_that_ended_is_stale_or_only_a_plan_is_ever_presented_as_open(scheme: Scheme, today: date, register: Register) -> None:
    said = load_texts().speaking(register)
    fresh = scheme.last_verified is not None and 0 <= (today - scheme.last_verified).days <= scheme.max_age_days
    started, over = scheme.opens is None or scheme.opens <= today, scheme.closes is not None and scheme.closes < today
    may_be_open = scheme.status is SchemeStatus.OPEN and fresh and started and not over
    line = scheme_line(said, today_of(scheme, today))
    assert (said("scheme_is_open", day="").split(".")[0] in line) == may_be_open
    assert may_be_open or "Nagekeken" not in line


@given(st.lists(any_scheme, unique_by=lambda each: each.id), some_answers, some_dates)
def test_advice_never_holds_what_cannot_be_had(schemes: list[Scheme], answers: Answers, today: date) -> None:
    advice = advise(schemes, answers, today)
    assert len(advice.schemes) <= 3
    assert {each.status for each in advice.schemes} <= {SchemeStatus.OPEN, SchemeStatus.UNKNOWN}
    assert not {each.scheme.status for each in advice.schemes} & {SchemeStatus.ENDED, SchemeStatus.PLANNED}
    assert all(fits(each.scheme, answers) for each in advice.schemes)


@given(some_answers)
def test_something_free_is_always_among_the_shipped_schemes(answers: Answers) -> None:
    assert SchemeKind.FREE in {each.scheme.kind for each in advise(SCHEMES.values(), answers, TODAY).schemes}


@given(some_answers)
def test_who_has_a_benefit_is_told_whom_to_ask_and_nobody_else_is(answers: Answers) -> None:
    has_benefit = answers.benefit is not None or answers.situation is BENEFIT
    assert bool(advise(SCHEMES.values(), answers, TODAY).ask_first) == has_benefit


@pytest.mark.parametrize(
    ("benefit", "offices"),
    [
        *((each, (Office.UWV,)) for each in (Benefit.WW, Benefit.ZW, Benefit.WIA, Benefit.WAJONG)),
        (Benefit.BIJSTAND, (Office.MUNICIPALITY,)),
        (None, (Office.UWV, Office.MUNICIPALITY)),
    ],
)
def test_each_benefit_has_its_office(benefit: Benefit | None, offices: tuple[Office, ...]) -> None:
    assert advise(SCHEMES.values(), Answers(BENEFIT, benefit), TODAY).ask_first == offices


def test_what_is_certain_goes_before_what_is_not() -> None:
    fresh = replace(SCHEMES["slim"], last_verified=TODAY)
    found = advise([SCHEMES["verplichte-cursus"], fresh], Answers(WORK, None, COURSE), TODAY)
    assert [each.scheme.id for each in found.schemes] == ["slim", "verplichte-cursus"]


def test_a_loan_comes_last() -> None:
    assert [each.scheme.kind for each in advise(SCHEMES.values(), Answers(ZZP, None, DEGREE), TODAY).schemes][-1] is SchemeKind.LOAN


@pytest.mark.parametrize(("answers", "limit"), [(Answers(ZZP, None, DEGREE), 57), (Answers(ZZP, None, COURSE), None)])
def test_age_is_asked_only_where_a_scheme_needs_it(answers: Answers, limit: int | None) -> None:
    assert age_limit(SCHEMES.values(), answers, TODAY) == limit


def test_every_scheme_has_its_words_in_every_register() -> None:
    for register in Register:
        texts = load_texts().speaking(register)
        lines = scheme_lines(texts, [today_of(each, TODAY) for each in SCHEMES.values()]).splitlines()
        assert len(lines) == len(SCHEMES)


def test_the_shipped_stap_and_leerrekening_can_never_be_asked_for() -> None:
    for key, words in (("stap", "gestopt op 1 januari 2024"), ("leerrekening", "nog niets mee")):
        line = scheme_line(load_texts(), today_of(SCHEMES[key], TODAY))
        assert words in line
        assert "vraagt het" not in line
