"""Puts schemes into words: what each is, who asks for it, and how sure it is. Only what was checked lately is said to be possible."""

from collections.abc import Sequence

from bot.catalogue.money.models import Office, SchemeKind, SchemeStatus, SchemeToday
from bot.language.saying.dates import Dates
from bot.language.saying.texts import Texts

ASKED_BY_NOBODY = (SchemeStatus.ENDED, SchemeStatus.PLANNED)


def scheme_lines(texts: Texts, schemes: Sequence[SchemeToday], *, brief: bool = False) -> str:
    """Return one numbered line per scheme; ``brief`` leaves out who asks for it."""
    return "\n".join(
        texts("scheme_line", number=number, name=each.scheme.name, facts=_facts(texts, each, brief=brief))
        for number, each in enumerate(schemes, 1)
    )


def scheme_line(texts: Texts, each: SchemeToday) -> str:
    """Return what is known about one scheme, by name."""
    return texts("scheme_named", name=each.scheme.name, facts=_facts(texts, each))


def office_names(texts: Texts, offices: Sequence[Office]) -> str:
    """Return whom to ask, such as "UWV of je gemeente"."""
    return texts("scheme_offices") if len(offices) > 1 else texts(f"scheme_office_{offices[0]}")


def standing(texts: Texts, each: SchemeToday) -> str:
    """Return how a scheme stands, with the day on which that was seen."""
    dates, scheme = Dates(texts), each.scheme
    if each.status is SchemeStatus.UNKNOWN:
        seen = scheme.last_verified
        return texts("scheme_is_unsure_since", day=dates.full(seen)) if seen else texts("scheme_is_unsure")
    day = scheme.ended_on if each.status is SchemeStatus.ENDED else scheme.last_verified
    return texts(f"scheme_is_{each.status}", day=dates.full(day) if day else "")


def _facts(texts: Texts, each: SchemeToday, *, brief: bool = False) -> str:
    scheme = each.scheme
    about = texts(f"scheme_{scheme.id.replace('-', '_')}")
    who = "anybody" if scheme.kind is SchemeKind.FREE else scheme.applicant
    asked_by = [] if brief or each.status in ASKED_BY_NOBODY else [texts(f"scheme_asked_by_{who}")]
    site = [texts("scheme_site", url=scheme.url)] if scheme.url else []
    return " ".join([about, *asked_by, standing(texts, each), *site])
