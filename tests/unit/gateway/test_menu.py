import re

import pytest

from bot.gateway.menu import COMMANDS, Menu
from bot.language.safety.lists import load_safety
from bot.language.safety.words import Right
from bot.language.saying.texts import load_texts


@pytest.fixture(scope="module")
def menu() -> Menu:
    return Menu(load_texts())


def test_every_command_is_one_that_telegram_takes(menu: Menu) -> None:
    for name, description in menu.entries:
        assert re.fullmatch(r"[a-z0-9_]{1,32}", name)
        assert 1 <= len(description) <= 256
    assert [name for name, _ in menu.entries] == list(COMMANDS)


@pytest.mark.parametrize(
    ("command", "right"),
    [
        ("stop", Right.STOP),
        ("pauze", Right.PAUSE),
        ("gegevens", Right.OVERVIEW),
        ("wissen", Right.ERASE),
        ("mens", Right.HUMAN),
        ("help", Right.HELP),
    ],
)
def test_a_command_about_rights_says_words_that_always_work(menu: Menu, command: str, right: Right) -> None:
    assert load_safety().classify(menu.meanings[command]) is right
