import pytest

from actions.answers import ActionDeny
from actions.misunderstood import ActionMisunderstood
from actions.own_plan import own_plan
from bot.learners.models import NudgePreferences, NudgeState
from tests.actions.play import Answer, Said, play, turn_of
from tests.actions.twins import ITEMS, People

PLANNING = {"requested_slot": "moment", "chosen": ITEMS[0].id}


def planner(moment: str = "zaterdag", nudges: NudgeState = NudgeState.UNASKED) -> People:
    people = People(wish="hout", nudges=NudgePreferences(nudges))
    people.plans.make("l1", ITEMS[0].id, ITEMS[0].title, moment)
    return people


def moment(people: People) -> str | None:
    plan = people.plans.open("l1")
    return plan and plan.moment


@pytest.mark.parametrize(
    ("text", "said", "left"),
    [
        ("wat is mijn plan", ["plan_shown"], "zaterdag"),
        ("verander naar zondag na het eten", ["plan_changed"], "zondag na het eten"),
        ("annuleer mijn plan", ["plan_dropped"], None),
    ],
)
def test_a_plan_is_shown_moved_or_dropped_in_one_turn(text: str, said: list[str], left: str | None) -> None:
    people = planner()
    assert play(ActionMisunderstood, people, Said(text, "make_plan")).said == said
    assert moment(people) == left


def test_a_move_without_a_moment_asks_for_one() -> None:
    answer = play(ActionMisunderstood, planner(), Said("verander mijn plan", "make_plan"))
    assert (answer.opened, answer.slots["chosen"]) == ("plan_form", ITEMS[0].id)


def test_a_move_that_names_no_plan_may_be_about_nudges() -> None:
    people = planner(nudges=NudgeState.ON)
    assert own_plan(turn_of(people, Said("verander naar zondag", "change_moment"))) is None
    assert own_plan(turn_of(people, Said("verander mijn plan naar zondag", "change_moment"))) is not None


@pytest.mark.parametrize(("text", "known"), [("wat is mijn plan", True), ("haal mijn plan weg", True), ("verander naar zondag", False)])
def test_without_a_plan_that_is_told(text: str, known: bool) -> None:
    assert (own_plan(turn_of(People(), Said(text))) is not None) is known


@pytest.mark.parametrize("loop", ["log_form", "reminder_form", "wish_form"])
def test_where_people_write_down_what_they_like_only_a_named_plan_is_meant(loop: str) -> None:
    assert own_plan(turn_of(planner(), Said("wat ging ik ook weer doen", loop=loop))) is None


def decline(people: People, text: str, **more: str) -> Answer:
    return play(ActionDeny, people, Said(text, "deny", loop="plan_form", slots={**PLANNING, **more}))


def test_a_no_to_another_moment_keeps_the_old_one() -> None:
    people = planner()
    assert decline(people, "nee laat maar").said == ["plan_stays"]
    assert moment(people) == "zaterdag"


def test_the_button_for_no_plan_drops_it() -> None:
    people = planner()
    assert decline(people, "/deny").said == ["plan_dropped"]
    assert moment(people) is None


def test_a_no_to_a_plan_for_something_else_keeps_the_one_there_is() -> None:
    people = planner()
    assert decline(people, "/deny", chosen=ITEMS[1].id).said == ["no_plan"]
    assert moment(people) == "zaterdag"
