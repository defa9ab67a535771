import pytest

from actions.nudges import ActionKeepNudges, ActionResumeNudges, ActionStartNudges, ActionTellWhy, ValidateNudgesForm
from actions.rhythm import ActionChangeFrequency, ActionChangeMoment
from bot.learners.models import DayPart, NudgePreferences, NudgeState
from tests.actions.play import Said, play
from tests.actions.twins import People


def on(**preferences: object) -> People:
    return People(wish="hout", nudges=NudgePreferences(NudgeState.ON, **preferences))  # type: ignore[arg-type]


def slots_after(text: str, intent: str, asked: str, confidence: float = 0.9) -> dict[str, object]:
    said = Said(text, intent, confidence, loop="nudges_form", slots={"requested_slot": asked})
    return play(ValidateNudgesForm, People(), said).slots


def test_only_a_clear_yes_is_a_yes() -> None:
    assert slots_after("ja", "affirm", "nudges") == {"nudges": True}
    for text, intent in (("misschien", "nlu_fallback"), ("1x per week", "change_frequency"), ("hoezo", "ask_why"), ("leuk", "praise")):
        assert "nudges" not in slots_after(text, intent, "nudges")


def test_a_no_closes_the_form() -> None:
    assert slots_after("nee", "deny", "nudges") == {"nudges": False, "requested_slot": None}


@pytest.mark.parametrize(
    ("text", "intent", "days"),
    [
        ("1x per maand", "change_frequency", 30),
        ("elke dag", "change_frequency", 4),
        ("2", "pick_option", 4),
        ("minder vaak", "change_frequency", 14),
        ("doe maar", "affirm", 7),
        ("maakt niet uit", "ask_suggestion", 7),
        ('/change_frequency{"frequency": "1 keer in 2 weken"}', "change_frequency", 14),
        ("ziet mijn baas dit", "ask_privacy", None),
    ],
)
def test_how_often(text: str, intent: str, days: int | None) -> None:
    assert slots_after(text, intent, "every_days").get("every_days") == days


@pytest.mark.parametrize(
    ("text", "intent", "part"),
    [
        ("savonds", "change_moment", "avond"),
        ("middag", "greet", "middag"),
        ("4", "pick_option", "avond"),
        ("maakt me niet uit", "deny", "any"),
        ("blauw", "nlu_fallback", None),
    ],
)
def test_which_part_of_the_day(text: str, intent: str, part: str | None) -> None:
    assert slots_after(text, intent, "day_part").get("day_part") == part


def test_hours_of_work_are_an_answer_to_when() -> None:
    assert slots_after("ik werk van 7 tot 3", "change_moment", "day_part") == {"day_part": "any"}
    assert slots_after("mijn late dienst is van 14:30 tot 23 uur", "give_wish", "day_part") == {"day_part": "any"}


def test_what_was_agreed_is_switched_on_with_consent() -> None:
    people = People(wish="hout")
    answer = play(ActionKeepNudges, people, Said(slots={"nudges": True, "every_days": 14, "day_part": "pauze"}))
    assert people.learner.nudges == NudgePreferences(NudgeState.ON, 14, DayPart.PAUZE)
    assert people.profile.consents == 1
    assert (answer.value("rhythm"), answer.value("part")) == ("1 keer in 2 weken", "in de pauze")


@pytest.mark.parametrize(("part", "said"), [(True, True), (False, False), (None, False)])
def test_who_says_yes_hears_of_the_experiment_they_are_in(part: bool | None, said: bool) -> None:
    people = People()
    people.nudges.part = part
    agreed = Said("ja", "affirm", slots={"nudges": True, "every_days": 7, "day_part": "any"})
    assert ("nudges_experiment" in play(ActionKeepNudges, people, agreed).said) is said


def test_a_weekday_is_kept_as_well() -> None:
    assert slots_after("elke maandag", "give_moment", "every_days") == {"every_days": 7, "weekday": 0}
    people = People(wish="hout")
    play(ActionKeepNudges, people, Said(slots={"nudges": True, "every_days": 7, "day_part": "any", "weekday": 0}))
    assert people.learner.nudges.weekday == 0


def test_another_moment_without_nudges_is_about_the_plan() -> None:
    people = People(wish="hout")
    people.plans.make("l1", "test/een", "Titel een", "ooit")
    assert play(ActionChangeMoment, people, Said("ander moment", "change_moment")).opened == "plan_form"


def test_a_no_leaves_everything_as_it_was() -> None:
    people = People(wish="hout")
    answer = play(ActionKeepNudges, people, Said(slots={"nudges": False}))
    assert answer.said == ["nudges_declined"]
    assert people.profile.consents == 0


def test_asking_for_nudges_still_asks_for_a_yes_but_remembers_how_often() -> None:
    answer = play(ActionStartNudges, People(), Said("stuur elke maand iets", "start_nudges"))
    assert answer.slots["every_days"] == 30
    assert answer.opened == "nudges_form"


def test_nudges_that_are_on_are_not_asked_for_again() -> None:
    assert play(ActionStartNudges, on(), Said()).said == ["nudges_already_on"]


def test_a_pause_ends_without_a_question() -> None:
    people = People(nudges=NudgePreferences(NudgeState.PAUSED))
    assert play(ActionStartNudges, people, Said()).effects == ["resume"]
    assert play(ActionResumeNudges, people, Said()).effects == ["resume"]


def test_after_a_stop_a_new_yes_is_needed() -> None:
    answer = play(ActionResumeNudges, People(nudges=NudgePreferences(NudgeState.STOPPED)), Said())
    assert answer.effects == []
    assert answer.opened == "nudges_form"


def test_why_in_a_form_is_about_the_question() -> None:
    assert play(ActionTellWhy, People(), Said(loop="wish_form")).said == ["why_wish"]
    assert play(ActionTellWhy, People(), Said()).effects == ["why"]


@pytest.mark.parametrize(
    ("text", "now", "days", "response"),
    [
        ("minder vaak", 7, 14, "rhythm_changed"),
        ("vaker", 7, 4, "rhythm_changed"),
        ("vaker", 4, 4, "rhythm_most"),
        ("kan het minder", 30, 30, "rhythm_least"),
        ("elke dag", 7, 4, "rhythm_most"),
        ("elk kwartaal", 7, 30, "rhythm_least"),
        ("om de week", 7, 14, "rhythm_changed"),
        ("u stuurt nu wekelijks, liever minder", 7, 14, "rhythm_changed"),
    ],
)
def test_the_rhythm_changes(text: str, now: int, days: int, response: str) -> None:
    people = on(every_days=now)
    assert play(ActionChangeFrequency, people, Said(text, "change_frequency")).said == [response]
    assert people.learner.nudges.every_days == days


def test_a_rhythm_that_was_not_told_is_asked_for() -> None:
    assert play(ActionChangeFrequency, on(), Said("kan dat anders", "change_frequency")).said == ["ask_how_often"]


def test_the_moment_changes() -> None:
    people = on()
    assert play(ActionChangeMoment, people, Said("liever zaterdagochtend", "change_moment")).said == ["moment_changed"]
    assert (people.learner.nudges.part, people.learner.nudges.weekday) == (DayPart.OCHTEND, 5)
    assert play(ActionChangeMoment, people, Said("doe maar op vrijdag", "change_moment")).said == ["weekday_changed"]
    assert play(ActionChangeMoment, people, Said("maakt niet uit", "change_moment")).said == ["any_moment"]
    assert people.learner.nudges.part is None
    assert play(ActionChangeMoment, people, Said("ander moment", "change_moment")).said == ["ask_which_part"]


@pytest.mark.parametrize("action", [ActionChangeFrequency, ActionChangeMoment])
def test_changing_what_is_off_asks_whether_it_may_be_on(action: type) -> None:
    people = People()
    answer = play(action, people, Said("minder vaak"))
    assert answer.said == ["nudges_are_off"]
    assert answer.opened == "nudges_form"
    assert people.profile.consents == 0


def test_a_weekday_is_half_of_when() -> None:
    asked = {"nudges": True, "every_days": 7, "requested_slot": "day_part"}
    assert play(ValidateNudgesForm, People(), Said("dinsdag", "give_moment", loop="nudges_form", slots=asked)).slots == {"weekday": 1}
