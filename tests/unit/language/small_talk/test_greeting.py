import pytest

from bot.language.small_talk.greeting import load_greetings

GREETINGS = load_greetings()


@pytest.mark.parametrize(
    "text",
    [
        "hoi",
        "Hoi!",
        "hallo daar",
        "Goedemorgen",
        "goeiemiddag",
        "moi",
        "heeey",
        "hoi hoe is het?",
        "start",
        "cześć",
        "مرحبا",
        "wie ben jij?",
    ],
)
def test_a_greeting_asks_for_nothing_but_a_welcome(text: str) -> None:
    assert text in GREETINGS


@pytest.mark.parametrize("text", ["hoi ik wil leren lassen", "ik wil iets met hout", "hallo, heb je een cursus?", "", "ja", "dagbesteding"])
def test_whoever_says_more_is_heard(text: str) -> None:
    assert text not in GREETINGS
