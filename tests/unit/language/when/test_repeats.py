import pytest

from bot.language.when.models import Rhythm
from bot.language.when.repeats import repeats_in, without


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
        ("elke maand", None, ""),
        ("elk uur", None, ""),
        ("2x per dag", None, ""),
        ("elke 3 dagen", None, ""),
        ("elke dinsdag en vrijdag", None, "dinsdag en vrijdag"),
        ("elke dag, nee elke week", Rhythm.WEEK, ", nee"),
    ],
)
def test_how_often_is_read_and_the_moment_is_left(text: str, rhythm: Rhythm | None, rest: str) -> None:
    found = repeats_in(text)
    assert found is not None
    assert found.rhythm is rhythm
    assert without(text, found.spans).strip() == rest


@pytest.mark.parametrize(
    "text", ["over twee weken", "maandag om 9.00", "elke keer dat ik het vergeet", "de helft van de dag", "volgende week"]
)
def test_once_is_no_rhythm(text: str) -> None:
    assert repeats_in(text) is None
