"""Reads the schemes that are shipped. A mistake in the file is named with the scheme, and nothing is guessed."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.catalogue.ages import MAX_AGE_DAYS
from bot.catalogue.money.models import Applicant, Benefit, Learning, Scheme, SchemeKind, SchemeStatus, Situation
from bot.catalogue.records import checked, one_of
from bot.errors import BadText
from bot.language.words.fold import words_of
from bot.language.words.phrases import expand
from bot.language.words.yaml_files import read_mapping

DATA = Path(__file__).parent.parent / "data" / "schemes.yml"
_NEEDED = frozenset({"name", "status", "kind", "applicant", "source"})
_FIELDS = frozenset(Scheme.__dataclass_fields__) - {"id"}
_DATES = ("opens", "closes", "ended_on", "last_verified")


def load_schemes(path: Path = DATA) -> tuple[Scheme, ...]:
    """Return the schemes of ``path``, in its order; raises BadText for a field that cannot be what it says."""
    return tuple(_scheme(str(key), record) for key, record in read_mapping(path).items())


def _scheme(key: str, given: object) -> Scheme:
    record = checked(key, given, needed=_NEEDED, fields=_FIELDS, dates=_DATES)
    status = one_of(SchemeStatus, key, record["status"])
    if (status is SchemeStatus.ENDED) != (record.get("ended_on") is not None):
        raise BadText(f"{key}: what has ended has a day on which it ended, and nothing else has")
    return Scheme(
        id=key,
        name=str(record["name"]),
        status=status,
        kind=one_of(SchemeKind, key, record["kind"]),
        applicant=one_of(Applicant, key, record["applicant"]),
        situations=_some(Situation, key, record, "situations"),
        learning=_some(Learning, key, record, "learning"),
        benefits=_some(Benefit, key, record, "benefits") if record.get("benefits") else frozenset(),
        needs_agreement=bool(record.get("needs_agreement", False)),
        younger_than=record.get("younger_than"),
        names=frozenset(words_of(name) for pattern in record.get("names") or () for name in expand(pattern)),
        conditions=tuple(map(str, record.get("conditions") or ())),
        amount=record.get("amount"),
        url=record.get("url"),
        source=str(record["source"]),
        quote=record.get("quote"),
        verified_by=record.get("verified_by"),
        max_age_days=int(record.get("max_age_days", MAX_AGE_DAYS)),
        **{name: record.get(name) for name in _DATES},
    )


def _some[Choice: StrEnum](kind: type[Choice], key: str, record: Mapping[str, Any], name: str) -> frozenset[Choice]:
    """Return the choices that ``record`` names; every one when it names none."""
    return frozenset(one_of(kind, key, value) for value in record[name]) if record.get(name) else frozenset(kind)
