"""Which schemes may suit somebody: at most three, and always one that is free. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.catalogue.money.models import (
    Advice,
    Answers,
    Benefit,
    Office,
    Scheme,
    SchemeKind,
    SchemeStatus,
    SchemeToday,
    Situation,
)
from bot.catalogue.money.today import today_of

MOST = 3
_POSSIBLE = (SchemeStatus.OPEN, SchemeStatus.UNKNOWN)


def advise(schemes: Iterable[Scheme], answers: Answers, today: date) -> Advice:
    """Return what may suit, what is certain before what is not; nothing that ended, is closed or is only planned."""
    fitting = [today_of(each, today) for each in schemes if fits(each, answers)]
    possible = sorted((each for each in fitting if each.status in _POSSIBLE), key=_order)
    return Advice(tuple(_various(possible)), offices(answers))


def offices(answers: Answers) -> tuple[Office, ...]:
    """Return whom somebody with a benefit asks before they enrol anywhere: a benefit may stop when they do not."""
    if answers.benefit is Benefit.BIJSTAND:
        return (Office.MUNICIPALITY,)
    if answers.benefit is not None:
        return (Office.UWV,)
    return (Office.UWV, Office.MUNICIPALITY) if answers.situation is Situation.BENEFIT else ()


def fits(scheme: Scheme, answers: Answers) -> bool:
    """Whether nothing that was told rules ``scheme`` out."""
    situation = Situation.BENEFIT if answers.benefit else answers.situation
    return (
        (situation is None or situation in scheme.situations)
        and (answers.learning is None or answers.learning in scheme.learning)
        and (answers.benefit is None or not scheme.benefits or answers.benefit in scheme.benefits)
        and not (scheme.needs_agreement and answers.has_agreement is False)
        and (scheme.younger_than is None or answers.age is None or answers.age < scheme.younger_than)
    )


def age_limit(schemes: Sequence[Scheme], answers: Answers, today: date) -> int | None:
    """Return the age that decides about what may suit, in years; None when age makes no difference."""
    limits = sorted({each.younger_than for each in schemes if each.younger_than is not None})
    return next((limit for limit in limits if _differ(schemes, answers, today, {"age": limit - 1}, {"age": limit})), None)


def asks_agreement(schemes: Sequence[Scheme], answers: Answers, today: date) -> bool:
    """Whether it makes a difference if there is money at work."""
    return _differ(schemes, answers, today, {"has_agreement": True}, {"has_agreement": False})


def _differ(schemes: Sequence[Scheme], answers: Answers, today: date, one: dict[str, Any], other: dict[str, Any]) -> bool:
    return advise(schemes, replace(answers, **one), today) != advise(schemes, replace(answers, **other), today)


def _order(each: SchemeToday) -> tuple[bool, bool, bool, int]:
    """A rule about a benefit goes first and a loan last; then what is certain, then what is meant for just this."""
    scheme = each.scheme
    return not scheme.benefits, scheme.kind is SchemeKind.LOAN, each.status is not SchemeStatus.OPEN, len(scheme.learning)


def _various(possible: Sequence[SchemeToday]) -> list[SchemeToday]:
    """Keep at most three: one that is free, one to ask for oneself and one that the employer asks for, if there are."""
    first: dict[str, SchemeToday] = {}
    for each in possible:
        first.setdefault(SchemeKind.FREE if each.scheme.kind is SchemeKind.FREE else each.scheme.applicant, each)
    leading = list(first.values())
    picked = [*leading, *(each for each in possible if each not in leading)][:MOST]
    return sorted(picked, key=possible.index)
