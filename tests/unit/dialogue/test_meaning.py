import pytest

from bot.dialogue.deeds import Deed
from bot.dialogue.meaning import Interpreter, NudgePress, deed_of, guess_in, nudge_press
from bot.language.lists.choosing import load_choosing
from bot.language.safety.words import Right
from bot.messages import Button

INTERPRETER = Interpreter(load_choosing())
NUDGE = (Button("Doe ik", "nudge:7:0"), Button("Ja, straks", "nudge:7:1"))
RASA = (Button("Ja, graag", "/affirm"), Button("In de pauze", "/give_moment"))
WELL = (Button("Nee, het gaat niet", "trouble:crisis:nl"), Button("Ja, het gaat wel", "right:well"))
ERASE = (Button("Ja, wis alles", "right:erase_confirm"), Button("Nee, laat staan", "right:cancel"))


@pytest.mark.parametrize(("payload", "press"), [("nudge:7:0", NudgePress(7, 0)), ("nudge:12:3", NudgePress(12, 3))])
def test_a_payload_of_a_nudge_names_the_nudge_and_the_button(payload: str, press: NudgePress) -> None:
    assert nudge_press(payload) == press


@pytest.mark.parametrize("payload", ["", "/x", "nudge:7", "nudge:7:", "nudge:a:0", "nudge:-1:0", "nudge:²:0", "right:stop", "nudge:1:2:3"])
def test_any_other_payload_is_no_nudge(payload: str) -> None:
    assert nudge_press(payload) is None


def test_a_payload_of_a_right_names_the_right() -> None:
    assert deed_of("right:erase_confirm") == "erase_confirm"
    assert deed_of("/affirm") is None


@pytest.mark.parametrize("typed", ["waar dan", "Waar is dat?", "welk adres"])
def test_where_under_a_human_is_the_desk(typed: str) -> None:
    desk = Button("Loket in de buurt", "/find_desk")
    assert INTERPRETER.button_for(typed, (desk,)) == desk
    assert INTERPRETER.button_for(typed, (desk, *RASA)) is None
    assert INTERPRETER.button_for("waar kost dat geld", (desk,)) is None


@pytest.mark.parametrize(
    ("typed", "buttons", "payload"),
    [
        ("doe ik", NUDGE, "nudge:7:0"),
        ("ja", NUDGE, "nudge:7:1"),
        ("2", NUDGE, "nudge:7:1"),
        ("ja", ERASE, "right:erase_confirm"),
        ("nee", ERASE, "right:cancel"),
        ("ja graag", RASA, "/affirm"),
        ("nee", WELL, "trouble:crisis:nl"),
        ("nee hoor", WELL, "trouble:crisis:nl"),
        ("nee, laat maar", WELL, "trouble:crisis:nl"),
        ("ja gaat wel", WELL, "right:well"),
    ],
)
def test_typed_words_that_stand_for_a_button(typed: str, buttons: tuple[Button, ...], payload: str) -> None:
    found = INTERPRETER.button_for(typed, buttons)
    assert found is not None
    assert found.payload == payload


@pytest.mark.parametrize(
    ("typed", "buttons"),
    [
        ("1", ERASE),
        ("ja", RASA),
        ("2", RASA),
        ("iets anders", NUDGE),
        ("ja", ()),
        ("nee hoor gaat wel", WELL),
        ("Nee joh, gaat prima!", WELL),
    ],
)
def test_typed_words_that_stand_for_none(typed: str, buttons: tuple[Button, ...]) -> None:
    assert INTERPRETER.button_for(typed, buttons) is None


@pytest.mark.parametrize(
    ("typed", "right", "buttons", "is_answer"),
    [
        ("pauze", Right.PAUSE, RASA, True),
        ("Pauze!", Right.PAUSE, RASA, True),
        ("pauze", Right.PAUSE, (Button("Even pauze", "right:pause"),), False),
        ("pauze", Right.PAUSE, NUDGE, False),
        ("ja, wis alles", Right.ERASE, ERASE, True),
        ("wis alles", Right.ERASE, ERASE, False),
        ("stop", Right.STOP, (Button("Stop", "/x"),), False),
        ("mens", Right.HUMAN, (Button("Ik wil een mens", "/ask_human"),), False),
    ],
)
def test_a_word_that_is_a_right_may_be_an_answer(typed: str, right: Right, buttons: tuple[Button, ...], *, is_answer: bool) -> None:
    assert INTERPRETER.is_answer(typed, right, buttons) is is_answer


@pytest.mark.parametrize(
    ("typed", "buttons", "deed"),
    [
        ("ff niet", NUDGE, Deed.PAUSE),
        ("Nu even niet hoor", NUDGE, Deed.PAUSE),
        ("nu niet", NUDGE, None),
        ("ff niet", RASA, None),
        ("niet slecht", NUDGE, None),
    ],
)
def test_not_for_a_while_under_a_nudge_may_be_a_pause(typed: str, buttons: tuple[Button, ...], deed: Deed | None) -> None:
    assert guess_in(typed, buttons, nudged=True) is deed
    assert guess_in(typed, buttons, nudged=False) is None
