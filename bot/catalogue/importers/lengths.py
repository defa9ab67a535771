"""How long things take, in minutes."""

import re
from collections.abc import Mapping
from typing import Any

_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+)M)?(?:\d+S)?)?", re.ASCII)
_HOUR = 60
_ECTS_HOURS = 28
"""Hours of one study point: the definition of the European Credit Transfer System as the Netherlands use it."""
_LESSON_DAY, _LESSON_WEEK = 8 * _HOUR, 40 * _HOUR
_LONGEST = 60 * 24 * 365
_UNITS = {"hour": 1, "sbu": 1, "contacttime": 1, "contact_time": 1, "ects": _ECTS_HOURS, "sp": _ECTS_HOURS}


def of_study_load(load: object) -> int | None:
    """Return the minutes of an OOAPI study load (one, or a list: the first that is known)."""
    for each in load if isinstance(load, list) else [load]:
        if isinstance(each, Mapping) and each.get("studyLoadUnit") in _UNITS:
            return _whole(_number(each.get("value")) * _UNITS[each["studyLoadUnit"]] * _HOUR)
    return None


def of_iso(duration: object) -> int | None:
    """Return the minutes of an ISO 8601 duration in hours, days or weeks of study; a period of months or years says nothing."""
    found = _ISO.fullmatch(str(duration or "").strip())
    if not found or found[1] or found[2]:
        return None
    weeks, days, hours, minutes = (float(found[place] or 0) for place in (3, 4, 5, 6))
    return _whole(weeks * _LESSON_WEEK + days * _LESSON_DAY + hours * _HOUR + minutes)


def of_hours(hours: object) -> int | None:
    """Return the minutes of a number of hours."""
    return _whole(_number(hours) * _HOUR)


def years_of(duration: Mapping[str, Any]) -> float | None:
    """Return the years of an EDU-DEX duration, such as ``{"months": 18}``; None when it says none."""
    per_year = {"years": 1, "months": 12, "weeks": 52, "days": 365}
    for unit, count in per_year.items():
        if unit in duration:
            return _number(duration[unit]) / count
    return None


def _number(value: object) -> float:
    try:
        return float(str(value).replace(",", "."))
    except ValueError:
        return 0.0


def _whole(minutes: float) -> int | None:
    return round(minutes) if 1 <= minutes <= _LONGEST else None
