import pytest

from bot.conversation import Kind, Received
from bot.dialogue.reading import Reader
from bot.language.safety.lists import load_safety
from bot.language.safety.words import Right

READER = Reader(load_safety())


@pytest.mark.parametrize(
    ("typed", "received"),
    [
        ("/start", Received(Kind.START)),
        (" /start ", Received(Kind.START)),
        ("/start machine-4", Received(Kind.START)),
        ("/starter", Received(Kind.TEXT, "starter")),
        ("start", Received(Kind.TEXT, "start")),
        ("/stop", Received(Kind.RIGHT, "stop", Right.STOP)),
        ("/help", Received(Kind.RIGHT, "help", Right.HELP)),
        ("iets  met\nhout", Received(Kind.TEXT, "iets met hout")),
        ("", Received(Kind.EMPTY)),
        ("/", Received(Kind.EMPTY)),
        ("\u200b\x00", Received(Kind.EMPTY)),
        ("👍", Received(Kind.TEXT, "👍")),
        ("mijn nummer is 0612345678", Received(Kind.TEXT, "mijn nummer is [weggehaald]")),
        ("bel me op 0612345678", Received(Kind.RIGHT, "bel me op [weggehaald]", Right.HUMAN)),
        ("jan@voorbeeld.nl/restart", Received(Kind.TEXT, "[weggehaald]/restart")),
    ],
)
def test_what_is_typed_and_what_it_is(typed: str, received: Received) -> None:
    assert READER.read(typed) == received


def test_words_of_despair_are_not_in_the_result() -> None:
    assert READER.read("ik wil niet meer leven") == Received(Kind.TROUBLE, payload="crisis:nl")


def test_a_number_at_the_edge_of_what_is_kept_leaves_no_digits_behind() -> None:
    text = READER.read("a " * 245 + "0612345678 en verder").text
    assert text is not None
    assert not any(sign.isdigit() for sign in text)
