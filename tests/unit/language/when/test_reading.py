from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.clock import AMSTERDAM
from bot.language.when.models import Moment, Vague
from bot.language.when.reading import find, when

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
"""Monday 2 March 2026, 10:30 in Amsterdam."""
moments = st.datetimes(datetime(2024, 1, 1), datetime(2040, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001


def local(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=AMSTERDAM)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("over een uurtje", (2026, 3, 2, 11, 30)),
        ("over een half uur", (2026, 3, 2, 11, 0)),
        ("over anderhalf uur", (2026, 3, 2, 12, 0)),
        ("over een uur of twee", (2026, 3, 2, 12, 30)),
        ("over 10 minuutjes", (2026, 3, 2, 10, 40)),
        ("kwart over vier", (2026, 3, 2, 16, 15)),
        ("kwart voor 5", (2026, 3, 2, 16, 45)),
        ("10 voor half 9", (2026, 3, 2, 20, 20)),
        ("half 8", (2026, 3, 2, 19, 30)),
        ("half 1", (2026, 3, 2, 12, 30)),
        ("19u30", (2026, 3, 2, 19, 30)),
        ("om 7u", (2026, 3, 2, 19, 0)),
        ("zo rond drieën", (2026, 3, 2, 15, 0)),
        ("tussen 5 en 6", (2026, 3, 2, 17, 0)),
        ("morgen om 10 uur", (2026, 3, 3, 10, 0)),
        ("mrgn ochtend om 7", (2026, 3, 3, 7, 0)),
        ("'s ochtends om half 6", (2026, 3, 3, 5, 30)),
        ("vanavond 8 uur", (2026, 3, 2, 20, 0)),
        ("vandaag om 9", (2026, 3, 2, 21, 0)),
        ("vannacht om 3 uur", (2026, 3, 3, 3, 0)),
        ("zaterdagnacht 2 uur", (2026, 3, 8, 2, 0)),
        ("12 uur 's nachts", (2026, 3, 3, 0, 0)),
        ("24:00", (2026, 3, 3, 0, 0)),
        ("vrijdag 24:00", (2026, 3, 7, 0, 0)),
        ("maandag 19:30", (2026, 3, 2, 19, 30)),
        ("maandag 9.00", (2026, 3, 9, 9, 0)),
        ("vrijdag 13 maart om 16.00 uur", (2026, 3, 13, 16, 0)),
        ("morgenavond 8 uur, nee half 9", (2026, 3, 3, 20, 30)),
        ("zaterdag rond een uur of 4", (2026, 3, 7, 16, 0)),
        ("zaterdag een uur of vier", (2026, 3, 7, 16, 0)),
        ("tegen een uur of 8 vanavond", (2026, 3, 2, 20, 0)),
        ("vrijdag om 16 uur 30", (2026, 3, 6, 16, 30)),
        ("uiterlijk vrijdag 12 uur", (2026, 3, 6, 12, 0)),
        ("de laatste dag van de maand om 9 uur 's ochtends", (2026, 3, 31, 9, 0)),
        ("eerste dag van de maand om 9.00", (2026, 4, 1, 9, 0)),
        ("laatste dag van volgende maand om 9.00", (2026, 4, 30, 9, 0)),
        ("om halfvier", (2026, 3, 2, 15, 30)),
        ("volgende week om 8 uur 's avonds, dinsdag", (2026, 3, 10, 20, 0)),
    ],
)
def test_a_day_and_a_time_are_a_moment(text: str, moment: tuple[int, ...]) -> None:
    assert when(text, NOW) == Moment(local(*moment))


@given(
    st.sampled_from(["de dag", "een dag", "twee dagen", "de avond", "een week", "zaterdag", "de ochtend"]),
    st.sampled_from(["voor", "na"]),
    st.sampled_from(["kerst", "sinterklaas", "de 15e", "mijn verjaardag", "vrijdag", "3 april", "de zomervakantie", "haar examen"]),
    st.sampled_from(["om 9 uur", "om half 8", "rond een uur of 4", "19.30", "'s avonds om 8 uur"]),
)
def test_a_day_beside_another_day_is_asked_and_never_today(beside: str, side: str, thing: str, clock: str) -> None:
    meant = when(f"{beside} {side} {thing} {clock}", NOW)
    assert isinstance(meant, Vague)
    assert meant.unclear


@pytest.mark.parametrize(
    "text",
    [
        "de dag erna om 9 uur",
        "een week later om 9 uur",
        "eerste werkdag van de maand om 9.00",
        "de avond ervoor om 8 uur",
        "de volgende dag om 9 uur",
        "in week 50 om 9 uur",
        "laatste dag van maart om 9 uur",
    ],
)
def test_what_is_told_from_a_day_before_is_asked_too(text: str) -> None:
    meant = when(text, NOW)
    assert isinstance(meant, Vague)
    assert meant.unclear


@pytest.mark.parametrize("text", ["elke dag een uur of 2 oefenen", "een uur of 3 lezen", "dinsdag om tien voor"])
def test_a_duration_and_half_a_time_are_no_time(text: str) -> None:
    assert not isinstance(when(text, NOW), Moment)


@pytest.mark.parametrize(
    ("text", "morning", "evening"),
    [
        ("volgende week dinsdag half 8", (2026, 3, 10, 7, 30), (2026, 3, 10, 19, 30)),
        ("12 maart 9 uur", (2026, 3, 12, 9), (2026, 3, 12, 21)),
    ],
)
def test_a_time_on_a_later_day_may_be_in_the_morning_or_in_the_evening(
    text: str, morning: tuple[int, ...], evening: tuple[int, ...]
) -> None:
    assert when(text, NOW) == Moment(local(*morning), local(*evening))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("overmorgen", date(2026, 3, 4)),
        ("mrgn", date(2026, 3, 3)),
        ("vrijdag", date(2026, 3, 6)),
        ("vrydag", date(2026, 3, 6)),
        ("donerdag", date(2026, 3, 5)),
        ("maandag", date(2026, 3, 9)),
        ("komende vrijdag", date(2026, 3, 6)),
        ("volgende vrijdag", date(2026, 3, 13)),
        ("dinsdag volgende week", date(2026, 3, 10)),
        ("dinsdag over een week", date(2026, 3, 10)),
        ("over 2 weken op dinsdag", date(2026, 3, 17)),
        ("morgen over een week", date(2026, 3, 10)),
        ("over twee weken", date(2026, 3, 16)),
        ("over een paar dagen", date(2026, 3, 4)),
        ("over 3 maanden", date(2026, 6, 2)),
        ("de 3e", date(2026, 3, 3)),
        ("de 1e", date(2026, 4, 1)),
        ("vrijdag de 13e", date(2026, 3, 13)),
        ("5 mei", date(2026, 5, 5)),
        ("5 mei 2027", date(2027, 5, 5)),
        ("5-5", date(2026, 5, 5)),
        ("1/2", date(2027, 2, 1)),
        ("5-5-27", date(2027, 5, 5)),
        ("2026-05-05", date(2026, 5, 5)),
        ("1 jan", date(2027, 1, 1)),
        ("29 februari", date(2028, 2, 29)),
        ("zaterdag, niet zondag", date(2026, 3, 7)),
        ("vrijdag, nee zaterdag", date(2026, 3, 7)),
    ],
)
def test_a_day_without_a_time_is_vague(text: str, day: date) -> None:
    assert when(text, NOW) == Vague(day, day)


@pytest.mark.parametrize(
    ("text", "first", "last", "part"),
    [
        ("zaterdagochtend", date(2026, 3, 7), date(2026, 3, 7), "ochtend"),
        ("vrijdag morgen", date(2026, 3, 6), date(2026, 3, 6), "ochtend"),
        ("maandagavond", date(2026, 3, 2), date(2026, 3, 2), "avond"),
        ("morgenavond", date(2026, 3, 3), date(2026, 3, 3), "avond"),
        ("woensdagochtend kan niet, maar woensdagmiddag", date(2026, 3, 4), date(2026, 3, 4), "middag"),
        ("volgende week", date(2026, 3, 9), date(2026, 3, 15), None),
        ("dit weekend", date(2026, 3, 7), date(2026, 3, 8), None),
        ("eind van de maand", date(2026, 3, 2), date(2026, 3, 31), None),
        ("volgende maand om 8 uur", date(2026, 4, 1), date(2026, 4, 30), None),
        ("tegen de avond", None, None, "avond"),
    ],
)
def test_several_days_or_a_part_of_the_day_are_vague(text: str, first: date | None, last: date | None, part: str | None) -> None:
    assert when(text, NOW) == Vague(first, last, part)


@pytest.mark.parametrize(
    ("text", "part"), [("na mijn late dienst", None), ("na me werruk", None), ("na het avondeten", "avond"), ("voor het slapen", "avond")]
)
def test_what_hangs_on_somebodys_own_day_is_kept_in_their_words(text: str, part: str | None) -> None:
    assert when(text, NOW) == Vague(part=part, anchor=text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hoi",
        "3",
        "ik heb 3 kinderen",
        "dat kost 20 euro",
        "voor 20 euro",
        "om 3 keer te doen",
        "30 februari",
        "31-12-9999",
        "vandaag 9.00",
        "25:00",
        "8:75",
        "5 mei 2020",
        "vanochtend om 9.00",
        "over 0 minuten",
        "€ 12.50",
        "overuren",
        "mogen",
        "elven en trollen",
    ],
)
def test_what_names_no_time_to_come_is_not_understood(text: str) -> None:
    assert when(text, NOW) is None


def test_it_tells_where_the_text_says_so() -> None:
    text = "herinner me vrijdag na mijn werk aan het boek over lassen"
    found = find(text, NOW)
    assert found
    assert [text[start:end] for start, end in found.spans] == ["vrijdag", "na mijn werk"]


def test_an_hour_that_summer_time_skips_is_the_next_one() -> None:
    assert when("zondag 29 maart 2:30", NOW) == Moment(local(2026, 3, 29, 3, 30))


def test_an_hour_later_is_an_hour_later_when_the_clock_jumps() -> None:
    before = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    later = when("over een uur", before)
    assert isinstance(later, Moment)
    assert later.at - before == timedelta(hours=1)
    assert (later.at.hour, later.at.minute) == (2, 30)


def test_after_midnight_tonight_is_this_night() -> None:
    assert when("vannacht om 3 uur", local(2026, 3, 3, 1, 0)) == Moment(local(2026, 3, 3, 3, 0), local(2026, 3, 4, 3, 0))


WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
PIECES = st.sampled_from(
    [
        *WEEKDAYS,
        "volgende week",
        "overmorgen",
        "vandaag",
        "de 31e",
        "29 februari",
        "5-5",
        "over 3 weken",
        "over een uur",
        "half 8",
        "24:00",
        "2:30",
        "kwart voor 3",
        "om 8 uur",
        "'s avonds",
        "ochtend",
        "nacht",
        "in de pauze",
        "na mijn werk",
        "weekend",
        "nee",
        "niet",
        "9999",
        "1-1-9999",
    ]
)


@given(st.lists(PIECES, max_size=5).map(" ".join) | st.text(max_size=60), moments)
@example("31 december 24:00", datetime(2026, 12, 31, 22, 59, tzinfo=UTC))
def test_a_moment_lies_ahead_and_a_vague_day_is_not_over(text: str, now: datetime) -> None:
    found = find(text, now)
    meant = found and found.when
    today = now.astimezone(AMSTERDAM).date()
    if isinstance(meant, Moment):
        assert meant.at.astimezone(UTC) > now
        assert meant.other is None or meant.other.astimezone(UTC) > meant.at.astimezone(UTC)
        assert meant.at.tzinfo is AMSTERDAM
    elif meant:
        assert meant.first is None or today <= meant.first <= (meant.last or today)
        assert (meant.first, meant.part, meant.anchor, meant.unclear) != (None, None, None, None)
    assert not found or all(0 <= start < end <= len(text) for start, end in found.spans)


@given(moments, st.sampled_from(WEEKDAYS), st.integers(0, 23), st.integers(0, 59))
def test_a_weekday_with_a_time_is_within_eight_days_and_exactly_that(now: datetime, weekday: str, hour: int, minute: int) -> None:
    meant = when(f"{weekday} {hour}:{minute:02}", now)
    assert isinstance(meant, Moment)
    assert meant.at.weekday() == WEEKDAYS.index(weekday)
    assert meant.at.astimezone(UTC) - now <= timedelta(days=7, hours=2)
    jumps = meant.at.astimezone(UTC).astimezone(AMSTERDAM).replace(tzinfo=None) != meant.at.replace(tzinfo=None)
    assert not jumps
    assert (meant.at.hour, meant.at.minute) == (hour, minute) or hour == 2  # skipped once a year


@given(moments, st.integers(1, 31), st.integers(1, 12))
def test_a_date_without_a_year_is_the_first_one_to_come(now: datetime, day: int, month: int) -> None:
    today = now.astimezone(AMSTERDAM).date()
    meant = when(f"{day}-{month}", now)
    if meant is None:
        assert day > 29  # every other day comes in some year
        return
    assert isinstance(meant, Vague)
    assert meant.day
    assert (meant.day.day, meant.day.month) == (day, month)
    assert meant.day >= today
    assert (meant.day - today).days < 366 or (day, month) == (29, 2)
