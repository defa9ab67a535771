"""What every form does with words that answer a nudge instead of its question."""

from pathlib import Path

import pytest
import yaml

from actions.logbook import ValidateLogForm
from actions.nudges import ValidateNudgesForm
from actions.plan import ValidatePlanForm
from actions.turns.base import DuwtjeAction, FormAnswer
from actions.wish import ValidateWishForm
from tests.actions.play import Said, play
from tests.actions.twins import People

FORMS = yaml.safe_load((Path(__file__).parents[2] / "domain.yml").read_text("utf-8"))["forms"]
VALIDATORS: list[type[FormAnswer]] = [ValidateWishForm, ValidatePlanForm, ValidateNudgesForm, ValidateLogForm]
WORDS = [
    ("ja", "affirm", "yes_to_nudge"),
    ("nee", "deny", "no_to_nudge"),
    ("zaterdag in de pauze iets met hout", "give_moment", "nudge_heard"),
]


def asked(validator: type[DuwtjeAction]) -> list[tuple[str, str]]:
    form = validator().name().removeprefix("validate_")
    return [(form, slot) for slot in FORMS[form]["required_slots"]]


@pytest.mark.parametrize(("text", "intent", "said"), WORDS)
@pytest.mark.parametrize("validator", VALIDATORS)
def test_words_under_a_nudge_fill_nothing(validator: type[FormAnswer], text: str, intent: str, said: str) -> None:
    for form, slot in asked(validator):
        if intent in FORMS[form]["ignored_intents"]:
            continue
        told = Said(text, intent, 0.95, loop=form, slots={"requested_slot": slot}, open_nudge="x")
        answer = play(validator, People(), told)
        assert (answer.said, answer.events) == ([said], []), (form, slot)
