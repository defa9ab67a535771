"""Rhythms as they are stored, in at most 16 characters."""

from bot.language.when.rhythm import EveryDays, OnDayOfMonth, OnWeekdayOfMonth, OnWeekdays, Rhythm

_NAMED: dict[str, Rhythm] = {
    "day": Rhythm.DAY,
    "workday": Rhythm.WORKDAY,
    "two_days": Rhythm.TWO_DAYS,
    "week": Rhythm.WEEK,
    "two_weeks": Rhythm.TWO_WEEKS,
}
"""Those that were there first have names; they stand in databases."""
_NAMES = {rhythm: name for name, rhythm in _NAMED.items()}


def code_of(rhythm: Rhythm) -> str:
    """Return how ``rhythm`` is stored, such as "week" or "month 15 1"."""
    match rhythm:
        case _ if rhythm in _NAMES:
            return _NAMES[rhythm]
        case EveryDays(days):
            return f"days {days}"
        case OnWeekdays(weekdays):
            return f"weekdays {''.join(map(str, weekdays))}"
        case OnDayOfMonth(day, months):
            return f"month {day or 0} {months}"
        case OnWeekdayOfMonth(nth, weekday):
            return f"nth {nth} {weekday}"
    raise TypeError(rhythm)


def rhythm_from(code: str) -> Rhythm:
    """Return the rhythm that was stored as ``code``."""
    kind, *rest = code.split()
    numbers = [int(each) for each in rest]
    match kind:
        case "days":
            return EveryDays(*numbers)
        case "weekdays":
            return OnWeekdays(tuple(map(int, rest[0])))
        case "month":
            return OnDayOfMonth(numbers[0] or None, numbers[1])
        case "nth":
            return OnWeekdayOfMonth(*numbers)
    return _NAMED[kind]
