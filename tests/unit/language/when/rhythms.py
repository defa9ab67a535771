"""Rhythms of every kind, for properties."""

from hypothesis import strategies as st

from bot.language.when.rhythm import LAST, EveryDays, OnDayOfMonth, OnWeekdayOfMonth, OnWeekdays, Rhythm

WEEKDAYS = st.integers(0, 6)


def rhythms() -> st.SearchStrategy[Rhythm]:
    """Return rhythms as they are kept: of "elke maand" the day is known."""
    return st.one_of(
        st.builds(EveryDays, st.integers(1, 60)),
        st.builds(lambda days: OnWeekdays(tuple(sorted(days))), st.sets(WEEKDAYS, min_size=1)),
        st.builds(OnDayOfMonth, st.integers(1, 31), st.integers(1, 12)),
        st.builds(OnWeekdayOfMonth, st.sampled_from((1, 2, 3, 4, LAST)), WEEKDAYS),
    )
