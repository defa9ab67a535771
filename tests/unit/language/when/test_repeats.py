import pytest

from bot.language.when.repeats import repeats_in, without
from bot.language.when.rhythm import LAST, EveryDays, OnDayOfMonth, OnWeekdayOfMonth, OnWeekdays, Rhythm


@pytest.mark.parametrize(
    ("text", "rhythm", "rest"),
    [
        ("elke dag om 9.00", Rhythm.DAY, "om 9.00"),
        ("dagelijks om 9.00", Rhythm.DAY, "om 9.00"),
        ("iedere ochtend om 8 uur", Rhythm.DAY, "ochtend om 8 uur"),
        ("elke werkdag om half 7", Rhythm.WORKDAY, "om half 7"),
        ("doordeweeks om 7.00", Rhythm.WORKDAY, "om 7.00"),
        ("om de dag", Rhythm.TWO_DAYS, ""),
        ("elke maandag om 9.00", Rhythm.WEEK, "maandag om 9.00"),
        ("iedere dinsdagavond", Rhythm.WEEK, "dinsdagavond"),
        ("elk weekend", Rhythm.WEEK, "weekend"),
        ("elke week op vrijdag", Rhythm.WEEK, "op vrijdag"),
        ("om de week op zaterdag", Rhythm.TWO_WEEKS, "op zaterdag"),
        ("elke twee weken", Rhythm.TWO_WEEKS, ""),
        ("elke 2e maandag", None, "maandag"),
        ("elke maand op maandag", None, "op maandag"),
        ("elk uur", None, ""),
        ("om de drie uur", None, ""),
        ("om de paar dagen", None, ""),
        ("2x per dag", None, ""),
        ("drie keer per week", None, ""),
        ("elke 0 dagen", None, ""),
        ("elke 400 dagen", None, ""),
        ("elke 3 dagen", EveryDays(3), ""),
        ("om de drie dagen om 9.00", EveryDays(3), "om 9.00"),
        ("elke derde dag", EveryDays(3), ""),
        ("om de 3 weken op maandag", EveryDays(21), "op maandag"),
        ("een keer in de twee weken", Rhythm.TWO_WEEKS, ""),
        ("1x per week", Rhythm.WEEK, ""),
        ("elke dinsdag en vrijdag", OnWeekdays((1, 4)), ""),
        ("iedere vrijdag, woensdag en ma om 8.00", OnWeekdays((0, 2, 4)), "om 8.00"),
        ("elke dinsdagavond en donderdagavond", OnWeekdays((1, 3)), "avond"),
        ("op dinsdag en donderdag elke week", OnWeekdays((1, 3)), ""),
        ("elke week op di en do", OnWeekdays((1, 3)), ""),
        ("ma t/m vr om 7.00", Rhythm.WORKDAY, "om 7.00"),
        ("elke vrijdag tot en met maandag", OnWeekdays((0, 4, 5, 6)), ""),
        ("elke dag behalve het weekend", Rhythm.WORKDAY, ""),
        ("elke dag behalve zondag", OnWeekdays((0, 1, 2, 3, 4, 5)), ""),
        ("elke maand", Rhythm.MONTH, ""),
        ("elke maand op de 15e om 9.00", OnDayOfMonth(15), "om 9.00"),
        ("maandelijks op de vijftiende", OnDayOfMonth(15), ""),
        ("de eerste van de maand", OnDayOfMonth(1), ""),
        ("op de 1e van elke maand", OnDayOfMonth(1), ""),
        ("elke laatste dag van de maand", OnDayOfMonth(31), ""),
        ("eind van elke maand", OnDayOfMonth(31), ""),
        ("elke maand op de 32e", None, ""),
        ("elke maand op de eerste maandag", OnWeekdayOfMonth(1, 0), ""),
        ("elke eerste maandag van de maand", OnWeekdayOfMonth(1, 0), ""),
        ("de tweede dinsdag van de maand", OnWeekdayOfMonth(2, 1), ""),
        ("elke laatste vrijdag", OnWeekdayOfMonth(LAST, 4), ""),
        ("om de maand", OnDayOfMonth(months=2), ""),
        ("elk kwartaal", OnDayOfMonth(months=3), ""),
        ("elk half jaar", OnDayOfMonth(months=6), ""),
        ("elk jaar op 5 december", OnDayOfMonth(months=12), "op 5 december"),
        ("elke dag, nee elke week", Rhythm.WEEK, ", nee"),
    ],
)
def test_how_often_is_read_and_the_moment_is_left(text: str, rhythm: Rhythm | None, rest: str) -> None:
    found = repeats_in(text)
    assert found is not None
    assert found.rhythm == rhythm
    assert " ".join(without(text, found.spans).split()) == rest


@pytest.mark.parametrize(
    "text",
    [
        *(
            "over twee weken",
            "maandag om 9.00",
            "elke keer dat ik het vergeet",
            "de helft van de dag",
            "volgende week",
            "eind van de maand",
        ),
        *("de eerste van deze maand", "de laatste dag van volgende maand", "de 15e", "de eerste dag van mijn werk", "dinsdag en vrijdag"),
        *("elke eerste les", "de maand van de poëzie", "de eerste maand", "maandag tot vrijdag vakantie"),
    ],
)
def test_once_is_no_rhythm(text: str) -> None:
    assert repeats_in(text) is None
