import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.person.logbook import is_line, line_to_write, removal_in, tells_done, tells_learned, words_instead


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Zet in mijn logboek: vandaag gezongen", "vandaag gezongen"),
        ("zet erbij dat ik gister een liedje heb geleerd", "dat ik gister een liedje heb geleerd"),
        ("schrijf op dat ik heb gelast", "dat ik heb gelast"),
        ("in mijn logboek: soep", "soep"),
        ("zet dat in mijn logboek", ""),
        ("zet op maandag", None),
        ("logboek", None),
        ("laat mijn logboek zien", None),
    ],
)
def test_an_order_to_write_is_cut_off_its_line(text: str, line: str | None) -> None:
    assert line_to_write(text) == line


@pytest.mark.parametrize(
    ("text", "everything", "place", "words"),
    [
        ("haal dat weg uit mijn logboek", False, None, ()),
        ("wis mijn logboek", True, None, ()),
        ("maak mijn logboek leeg", True, None, ()),
        ("verwijder die van de soep", False, None, ("soep",)),
        ("haal die eerste weg", False, 1, ()),
        ("verwijder de laatste", False, -1, ()),
        ("verwijder regel 2", False, 2, ()),
    ],
)
def test_what_is_to_be_taken_away_is_heard(text: str, everything: bool, place: int | None, words: tuple[str, ...]) -> None:
    removal = removal_in(text)
    assert removal is not None
    assert (removal.all, removal.place, removal.words) == (everything, place, words)


@pytest.mark.parametrize("text", ["haal mijn kind van school", "ik wil leren", "logboek", "maak een taart"])
def test_other_words_take_nothing_away(text: str) -> None:
    assert removal_in(text) is None


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read(text: str) -> None:
    removal = removal_in(text)
    assert removal is None or not (removal.all and removal.place)
    assert line_to_write(text) is None or line_to_write(text) in text


@pytest.mark.parametrize(
    ("text", "words"),
    [("verander: 60 woorden", "60 woorden"), ("maak er 60 woorden van", "60 woorden"), ("verander", None), ("60 woorden", None)],
)
def test_other_words_for_a_line_are_heard(text: str, words: str | None) -> None:
    assert words_instead(text) == words


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("ik had het gedaan, was mooi", True),
        ("heb dat gisteren gedaan", True),
        ("tis gelukt", True),
        ("ja kheb t gedan", True),
        ("ik heb het nog niet gedaan", False),
        ("als ik het gedaan heb", False),
        ("ik heb dat werk 20 jaar gedaan", False),
        ("ik wil iets gemaakt zien", False),
    ],
)
def test_that_a_plan_was_carried_out_is_heard(text: str, tells: bool) -> None:
    assert tells_done(text) is tells


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("ik heb vandaag leren pinnen op de kassa", True),
        ("ik heb gisteren een lied geleerd", True),
        ("ik heb nooit leren lezen", False),
        ("ik heb vandaag geen zin om te leren", False),
        ("ik wil vandaag leren pinnen", False),
        ("ik heb vandaag gewerkt", False),
    ],
)
def test_what_was_just_learned_is_told_apart_from_a_wish(text: str, tells: bool) -> None:
    assert tells_learned(text) is tells


def test_a_line_is_known_by_its_words() -> None:
    assert is_line(("appeltaart",), "Appeltaart gebakken")
    assert not is_line(("soep",), "Appeltaart gebakken")
    assert not is_line((), "Appeltaart gebakken")
