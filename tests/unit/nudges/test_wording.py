from dataclasses import replace

import pytest

from bot.nudges.models import RewordedButton, Rewording, Script
from bot.nudges.render import render
from bot.nudges.wording import suits_reader, worded
from bot.nudges.writing.rules import read_script
from bot.nudges.writing.shape import to_body
from bot.registers import Register
from tests.unit.nudges.makers import TAGS, a_script

U = Rewording("Wat wilt u doen?", (RewordedButton(say="Leuk dat u begint."), RewordedButton()))
EASY = Rewording("Wat wil je?", (RewordedButton("Ja", "Leuk."), RewordedButton(), None))


def three_buttons(**changes: object) -> Script:
    return a_script(text="Wat wil je doen?", buttons=a_script().buttons[:3], **changes)


def test_a_script_without_rewording_is_the_same_for_everybody() -> None:
    plain = three_buttons()
    assert worded(plain, Register.U) == worded(plain, Register.JE)
    assert worded(plain, Register.JE).text == plain.text


def test_what_is_reworded_replaces_what_is_not() -> None:
    base = three_buttons()
    shown = worded(replace(base, buttons=base.buttons[:2], u=U), Register.U)
    assert shown.text == "Wat wilt u doen?"
    assert [button.say for button in shown.buttons] == ["Leuk dat u begint.", base.buttons[1].then.say]
    assert [button.label for button in shown.buttons] == [button.label for button in base.buttons[:2]]


def test_a_choice_that_is_left_out_leaves_the_others_their_place() -> None:
    easy = replace(EASY, buttons=(RewordedButton("Ja", "Leuk."), None, RewordedButton("Nee")))
    reply = render(three_buttons(easy=easy), 7, {}, Register.EASY)
    assert [(button.title, button.payload) for button in reply.buttons] == [("Ja", "nudge:7:0"), ("Nee", "nudge:7:2")]
    assert worded(three_buttons(easy=easy), Register.EASY).button(1) is None


def test_a_script_says_je_to_nobody_who_is_spoken_to_with_u() -> None:
    assert not suits_reader(three_buttons(), Register.U)
    assert suits_reader(three_buttons(u=U), Register.U)
    assert suits_reader(three_buttons(), Register.JE)


def test_a_hard_text_goes_to_nobody_who_wants_easy_words() -> None:
    hard = replace(three_buttons(), text="Ga vandaag na je werk eens rustig zitten en denk dan over je wens na, samen met iemand.")
    assert not suits_reader(hard, Register.EASY)
    assert suits_reader(replace(hard, easy=EASY), Register.EASY)
    assert suits_reader(three_buttons(), Register.EASY)


@pytest.mark.parametrize(
    ("buttons", "code"),
    [((RewordedButton(),), "not_the_same_buttons"), ((RewordedButton(), None, None), "too_few")],
)
def test_a_rewording_offers_the_same_choices(buttons: tuple[RewordedButton | None, ...], code: str) -> None:
    body = to_body(three_buttons(easy=replace(EASY, buttons=buttons)))
    assert code in {problem.code for problem in read_script(body, version=1, interests=TAGS)[1]}


def test_a_rewording_is_written_and_read_back() -> None:
    whole = three_buttons(u=replace(U, buttons=()), easy=EASY)
    written, _ = read_script(to_body(whole), version=whole.version, interests=TAGS)
    assert written == whole


def test_variables_are_known_in_a_rewording_too() -> None:
    body = to_body(three_buttons(u=Rewording("Wilt u {wensje}?")))
    found = {(problem.field, problem.code) for problem in read_script(body, version=1, interests=TAGS)[1]}
    assert ("u.text", "unknown_variable") in found
