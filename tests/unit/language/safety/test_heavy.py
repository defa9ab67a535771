import pytest

from bot.language.safety.heavy import Weight, weight_of


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("mijn dochter wordt gepest", Weight.HOME),
        ("mn zoontje wordt op school uitgelachen", Weight.HOME),
        ("m'n vrouw is ziek", Weight.HOME),
        ("mijn zoon heeft moeite met lezen", Weight.WORRY),
        ("me jongste kan nog niet goed lezen", Weight.WORRY),
        ("mijn dochter wil niet meer naar school", Weight.WORRY),
        ("ik maak me zorgen om mijn man", Weight.WORRY),
    ],
)
def test_what_weighs_at_home_is_heard(text: str, weight: Weight) -> None:
    assert weight_of(text) is weight


@pytest.mark.parametrize(
    "text",
    [
        "ik wil mijn zoon kunnen helpen met lezen",
        "mijn zoon heeft moeite met lezen, hoe help ik hem",
        "mijn dochter heeft een paard",
        "mijn man kan goed koken",
        "ik heb moeite met lezen",
        "mijn zoon helpt me met typen",
        "mijn kinderen leren zwemmen",
        "mijn dochter is geslaagd",
    ],
)
def test_a_wish_to_help_and_plain_talk_do_not_weigh(text: str) -> None:
    assert weight_of(text) is None
