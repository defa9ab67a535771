import pytest

from bot.language.wishes.stories import tells_of_self, wanting_after_story
from bot.language.words.placed import folded, placed_words


@pytest.mark.parametrize(
    "text",
    [
        "hallo, ik ben Ria, 54, ik werk al 30 jaar in de thuiszorg",
        "mijn naam is Achmed",
        "ja ik zit op kantoor",
        "woon in Zwolle",
    ],
)
def test_telling_about_oneself_is_heard(text: str) -> None:
    assert tells_of_self(text)


@pytest.mark.parametrize("text", ["ik wil leren lassen", "hoi", "werken met hout", "iets met mensen", "zin in koken", ""])
def test_what_somebody_wants_tells_nothing_about_them(text: str) -> None:
    assert not tells_of_self(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ik werk in de bouw en eigenlijk wil ik iets met computers", "eigenlijk wil ik iets met computers"),
        ("ik ben 60, ik zoek iets om te doen", "ik zoek iets om te doen"),
        ("ik werk hier al jaren maar tekenen lijkt me leuk", "tekenen lijkt me leuk"),
    ],
)
def test_what_somebody_wants_begins_after_what_they_tell(text: str, wanted: str) -> None:
    words = placed_words(text)
    begins = wanting_after_story(folded(words))
    assert begins is not None
    assert text[words[begins].begin :] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "ik speelde piano en dat wil ik weer oppakken",
        "ik ben dol op koken en wil er meer van weten",
        "ik ben slecht in rekenen en wil daar iets aan doen",
        "ik wil koken en ik wil bakken",
        "ik werk in de zorg en de bouw",
    ],
)
def test_what_points_back_keeps_what_was_told(text: str) -> None:
    assert wanting_after_story(folded(placed_words(text))) is None
