import pytest

from bot.catalogue.interests import load_interests

VOCABULARY = load_interests()


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("arabisch schrijven", {"andere_talen"}),
        ("turks leren lezen", {"andere_talen"}),
        ("katten verzorgen", {"dieren"}),
        ("een website bouwen", {"computer"}),
        ("veilig op internet", {"computer"}),
        ("schrijven", {"nederlands"}),
        ("ouderen verzorgen", {"zorg"}),
        ("een huis bouwen", {"bouw"}),
        ("veilig werken", {"veilig_werken"}),
    ],
)
def test_a_word_belongs_to_what_is_named_beside_it(text: str, tags: set[str]) -> None:
    assert set(VOCABULARY.tags_in(text)) == tags


@pytest.mark.parametrize("text", ["lezen en turks", "lezen of turks", "schrijven, later misschien ook nog eens wat turks"])
def test_what_is_named_apart_is_apart(text: str) -> None:
    assert set(VOCABULARY.tags_in(text)) == {"nederlands", "andere_talen"}


def test_a_phrase_is_more_than_where_something_comes_from() -> None:
    assert VOCABULARY.tags_in("mijn duitse herder") == ("dieren",)
    assert "duurzaam" not in VOCABULARY.tags_in("ik wil meer energie")
    assert "duurzaam" in VOCABULARY.tags_in("energie besparen")
