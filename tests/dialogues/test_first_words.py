"""The first words somebody types are answered after the welcome, and what is asked is asked once."""

import pytest

from tests.dialogues.person import Person
from tests.dialogues.responses import names_of
from tests.dialogues.stage import Stage

WELCOME, QUESTION = "utter_welcome", ("utter_ask_wish", "utter_ask_wish_again")


@pytest.mark.engine
@pytest.mark.parametrize(
    ("words", "answers", "asks"),
    [
        ("hoi", [], True),
        ("hoi ben jij een robot", ["utter_i_am_a_bot"], True),
        ("ja", [], True),
        ("iets met hout", ["utter_wish_kept"], False),
        ("ben moe, weet nie wat ik wil", ["utter_feeling_tired"], False),
    ],
)
def test_the_first_words_are_answered_after_the_welcome(words: str, answers: list[str], asks: bool, engine_stage: Stage) -> None:
    person = Person(engine_stage)
    heard = [names_of(text) for text in person.say(words)]
    assert WELCOME in heard[0]
    for name in answers:
        assert any(name in names for names in heard[1:]), heard
    assert sum(bool(set(QUESTION) & set(names)) for names in heard) == asks, heard
