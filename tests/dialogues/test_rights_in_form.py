"""Rights and words of despair work in the middle of every form, in every language, and fill no slot. The words come from the lists."""

import random

import pytest

from bot.language.safety.lists import read_rights
from bot.language.safety.people import load_people
from bot.language.safety.words import Right
from bot.language.saying.texts import load_texts
from bot.language.words.phrases import expand
from bot.registers import Register
from tests.dialogues.stage import Stage
from tests.dialogues.test_nudge_in_form import QUESTIONS, asked, open_question, slots

TEXTS = load_texts()
PEOPLE = load_people()
DRAWN = 2
"""Words per right and question, each in another language."""


def last_answer(right: Right, register: Register) -> str:
    """Return how the answer to ``right`` ends; of a link only the words before it."""
    texts = TEXTS.speaking(register)
    whole = {
        Right.STOP: texts("stop_done"),
        Right.PAUSE: texts("pause_not_on"),
        Right.ERASE: texts("erase_ask"),
        Right.HUMAN: texts("human", work_url=PEOPLE["work"].url, language_phone=PEOPLE["language"].phone),
        Right.HELP: texts("help"),
        Right.OVERVIEW: texts("overview_more"),
    }
    return whole.get(right) or texts("export_link", link="http").partition("http")[0]


def drawn(right: Right, form: str, slot: str) -> list[str]:
    """Return words for ``right``: always the same for one question, others for the next."""
    chance = random.Random(f"{right} {form} {slot}")  # noqa: S311  # repeatable, not secret
    languages = read_rights()["rights"][right]
    return [chance.choice(expand(chance.choice(languages[spoken]))) for spoken in chance.sample(sorted(languages), DRAWN)]


@pytest.mark.engine
@pytest.mark.parametrize(("form", "slot"), QUESTIONS)
def test_rights_and_despair_are_answered_in_the_middle_of_a_form_and_fill_no_slot(engine_stage: Stage, form: str, slot: str) -> None:
    person = asked(engine_stage, form, slot)
    before = slots(person, form)
    for right in Right:
        for words in drawn(right, form, slot):
            assert person.say(words)[-1].startswith(last_answer(right, person.learner.register)), words
    assert TEXTS.speaking(person.learner.register)("crisis_help") in person.say("ik wil neit meer leven")
    assert slots(person, form) == before
    assert open_question(person) == (form, slot)


@pytest.mark.engine
def test_who_did_not_want_to_erase_after_all_is_still_asked_the_same(engine_stage: Stage) -> None:
    person = asked(engine_stage, "nudges_form", "every_days")
    person.say("wis alles")
    assert person.say("nee") == [TEXTS("erase_cancelled")]
    person.say("elke week")
    assert open_question(person) == ("nudges_form", "day_part")
