"""Who only tells what they do for a living is neither given a search nor a shrug."""

import pytest

from actions.barriers import ActionNoTime
from actions.misunderstood import ActionMisunderstood
from actions.rhythm import ActionChangeMoment
from actions.wish import ActionGiveWish, ValidateWishForm
from bot.learners.models import NudgePreferences, NudgeState, Shift
from tests.actions.play import Said, play
from tests.actions.twins import People


@pytest.mark.parametrize("text", ["ik ben zzp'er", "hoi ik ben werkloos", "ik werk in ploegen"])
def test_telling_about_work_is_followed_by_what_now(text: str) -> None:
    assert play(ActionGiveWish, People(), Said(text, "give_wish")).said == ["what_now"]
    assert play(ActionMisunderstood, People(), Said(text, "nlu_fallback", 0.3)).said == ["what_now"]


@pytest.mark.parametrize("text", ["ik ben zzp'er en wil leren lassen", "ik werk als kok en wil beter koken", "leren lassen"])
def test_a_wish_stays_a_wish(text: str) -> None:
    assert play(ActionGiveWish, People(), Said(text, "give_wish")).said[:1] != ["what_now"]


def test_it_is_no_answer_to_the_question_for_a_wish() -> None:
    said = Said("ik ben zzp'er", "give_wish", 0.5, loop="wish_form", slots={"requested_slot": "wish"})
    assert "wish" not in play(ValidateWishForm, People(), said).slots


@pytest.mark.parametrize(
    ("text", "shift"), [("na mijn late dienst", Shift.LAAT), ("vroege dienst", Shift.VROEG), ("ik werk in ploegen", Shift.WISSELEND)]
)
def test_a_shift_is_a_moment_for_nudges(text: str, shift: Shift) -> None:
    people = People(nudges=NudgePreferences(NudgeState.ON))
    answer = play(ActionChangeMoment, people, Said(text, "change_moment"))
    assert answer.said == ["moment_changed"]
    assert people.learner.nudges.shift is shift


@pytest.mark.parametrize(("text", "said"), [("ik werk in ploegen", "what_now"), ("ik werk in ploegen, ik heb geen tijd", "no_time")])
def test_shifts_are_no_lack_of_time(text: str, said: str) -> None:
    people = People()
    assert play(ActionNoTime, people, Said(text, "no_time")).said[:1] == [said]
    assert (people.learner.barrier is None) == (said == "what_now")
