import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.wishes.narrowing import narrowing_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("toon alles zonder mijn interesses", "everything"),
        ("laat het hele aanbod maar zien", "everything"),
        ("kan het ook los van mijn wens?", "everything"),
        ("dat is mij te ver", "stay_in"),
        ("Ik heb geen auto", "stay_in"),
        ("kan ik thuis? ik heb geen oppas", "stay_in"),
        ("niet online", "off_screen"),
        ("ik heb geen computer", "off_screen"),
        ("thuis is het te druk", "go_out"),
        ("liever niet thuis", "go_out"),
        ("ik wil onder de mensen zijn", "go_out"),
        ("iets minder spannend graag", "safe"),
        ("niet in een groep a.u.b.", "safe"),
        ("het mag een beetje spannend", "a_bit"),
        ("Doe maar iets spannends!", "bold"),
        ("ik wil uit mijn comfortzone", "bold"),
        ("ik ben veel onderweg", "on_the_road"),
        ("zit de hele dag in de vrachtwagen", "on_the_road"),
        ("nee geen school ofzo", "no_school"),
    ],
)
def test_within_what_somebody_wants_to_look_is_heard(text: str, name: str) -> None:
    assert narrowing_in(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "naar zo'n groep toe vind ik spannend",
        "is het te ver fietsen?",
        "iets met hout",
        "stuur alles op wat je hebt",
        "veilig werken",
        "ik ben onderweg naar huis",
        "morgen onderweg",
        "mijn zoon wil niet naar school",
        "geef me een uitdaging",
        "",
    ],
)
def test_other_talk_is_left_alone(text: str) -> None:
    assert narrowing_in(text) is None


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert narrowing_in(text) is None or narrowing_in(text)
