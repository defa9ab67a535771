"""A day that hangs on something we do not know is asked, whatever that is; what every day has keeps its reading."""

from datetime import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from wordfreq import top_n_list

from bot.clock import AMSTERDAM
from bot.language.when.models import Moment, Vague
from bot.language.when.reading import when
from bot.language.when.vocabulary import vocabulary

NOW = datetime(2026, 11, 25, 10, 30, tzinfo=AMSTERDAM)
COMMON = [word for word in top_n_list("nl", 4000) if word.isalpha() and len(word) > 5]
MADE_UP = st.text("bdfgklmnprst", min_size=3, max_size=4).map(lambda word: f"{word}eling")
LEADS = ["de dag", "een dag", "twee dagen", "de week", "een paar weken", "de avond", "de ochtend", "het weekend", "de maand"]
LINKS = ["voor de", "na mijn", "van de", "voor onze", "na een"]


def unclear(text: str) -> bool:
    meant = when(text, NOW)
    return isinstance(meant, Vague) and bool(meant.unclear)


def means_something_here(word: str) -> bool:
    """Whether the reader knows ``word`` as a day, an hour or something that is in every day."""
    known = vocabulary()
    every_day = {*known.anchors["what"], *known.anchors["kind"], *known.anchors["own"]}
    return known.canonical(word) != word or word in every_day or not isinstance(when(f"{word} om 9 uur", NOW), Moment)


@given(st.sampled_from(LEADS), st.sampled_from(LINKS), st.sampled_from(COMMON) | MADE_UP, st.sampled_from(["", " om 9 uur", " om half 3"]))
def test_a_day_told_from_any_word_is_never_today(lead: str, link: str, word: str, hour: str) -> None:
    assume(not means_something_here(word))
    assert unclear(f"{lead} {link} {word}{hour}")


@pytest.mark.parametrize(
    "text",
    [
        *("de dag dat ik vrij ben om 10 uur", "een dag nadat ik gewerkt heb om 9 uur", "het weekend dat ik vrij ben om 10 uur"),
        *(
            "als ik weer terug ben om 9 uur",
            "zodra ik vrij ben om 10 uur",
            "wanneer ik jarig ben om 9 uur",
            "als de cursus begint om 9 uur",
        ),
        *("op mijn papadag om 9 uur", "mijn eerste vrije dag om 10 uur", "op een vrije middag om 2 uur", "op lesdag om 9 uur"),
        *("over anderhalve week om 9 uur", "over anderhalf jaar", "over twee en een halve maand om 9 uur"),
        *("een uur voor mijn rijles", "een half uur voor de les", "een kwartiertje voor het examen"),
    ],
)
def test_what_only_they_know_is_asked(text: str) -> None:
    assert unclear(text)


@pytest.mark.parametrize(
    "text",
    [
        *("vanavond na het eten om 8 uur", "morgen voor 9 uur", "dinsdag voor 12 uur", "de avond van vrijdag om 8 uur"),
        *("maandag na de vergadering om 3 uur", "door de week na mijn werk om 6 uur", "in de avond na het eten om 8 uur"),
        *("in de avond voor 9 uur", "in de middag na school om 4 uur", "morgen als ik vrij ben om 10 uur", "als ik thuis ben om 8 uur"),
        *("aan het eind van de dag om 5 uur", "om 9 uur voor mijn rijles", "om 1 uur voor mijn rijles", "vijf voor half negen"),
        *("herinner me om 9 uur aan mijn studiedag", "later op de dag om 4 uur", "op koningsdag om 9 uur"),
    ],
)
def test_what_is_in_every_day_and_what_is_named_otherwise_is_read(text: str) -> None:
    assert isinstance(when(text, NOW), Moment)


def test_so_long_before_something_is_no_hour_on_a_day_that_is_named() -> None:
    meant = when("morgen een uur voor mijn rijles", NOW)
    assert isinstance(meant, Vague)
    assert meant.day
    assert not meant.unclear


@pytest.mark.parametrize(
    "text", ["elke dag na mijn werk", "elke avond voor het slapen", "in het weekend na het eten", "een kwartier na de lunch"]
)
def test_a_habit_is_no_other_day(text: str) -> None:
    assert not unclear(text)
