import pytest

from actions.answers import ActionAffirm
from actions.choosing import ActionPickOption
from actions.item_questions import ActionTellPrice
from actions.misunderstood import ActionMisunderstood
from actions.plan import ActionGiveMoment
from tests.actions.play import Said, play
from tests.actions.twins import ITEMS, People

SHOWN = {"shown": [each.id for each in ITEMS]}


@pytest.mark.parametrize(
    ("text", "chosen"),
    [("de twede", "test/twee"), ("3", "test/drie"), ("die met een rode bal", "test/een"), ('/pick_option{"ordinal": "2"}', "test/twee")],
)
def test_a_choice_is_understood_and_asks_for_a_moment(text: str, chosen: str) -> None:
    answer = play(ActionPickOption, People(wish="hout"), Said(text, "pick_option", slots=SHOWN))
    assert answer.said == ["chosen"]
    assert answer.slots["chosen"] == chosen
    assert answer.opened == "plan_form"


def test_what_is_not_there_cannot_be_chosen() -> None:
    assert play(ActionPickOption, People(wish="hout"), Said("7", "pick_option", slots=SHOWN)).said == ["ask_which"]


def test_with_two_only_two_numbers_are_offered() -> None:
    answer = play(ActionPickOption, People(wish="hout"), Said("die", "pick_option", slots={"shown": SHOWN["shown"][:2]}))
    assert answer.said == ["ask_which_of_two"]


def test_with_one_it_is_named() -> None:
    answer = play(ActionPickOption, People(wish="hout"), Said("2", "pick_option", slots={"shown": SHOWN["shown"][:1]}))
    assert answer.said == ["ask_this_one"]


def test_before_there_is_a_list_one_is_shown() -> None:
    assert play(ActionPickOption, People(wish="hout"), Said("2", "pick_option")).said == ["nothing_shown", "suggestions_3"]
    assert play(ActionPickOption, People(), Said("2", "pick_option")).opened == "wish_form"


def test_what_left_the_catalogue_cannot_be_chosen() -> None:
    people = People(wish="hout")
    people.suggestions.items = ()
    assert play(ActionPickOption, people, Said("1", "pick_option", slots=SHOWN)).said == ["nothing_shown", "no_more"]


ABOUT_THE_SECOND = {**SHOWN, "chosen": "test/twee"}


@pytest.mark.parametrize("asked", [("details", "ask_plan_this"), ("price",), ("privacy",), ("meaning_cursus",)])
def test_what_was_spoken_of_is_taken_also_when_something_was_asked_in_between(asked: tuple[str, ...]) -> None:
    said = Said("vooruit, doe die maar", slots=ABOUT_THE_SECOND, asked=asked)
    answer = play(ActionMisunderstood, People(wish="hout"), said)
    assert (answer.said, answer.slots["chosen"], answer.opened) == (["chosen"], "test/twee", "plan_form")


def test_the_only_one_that_was_shown_is_taken() -> None:
    said = Said("ok die dan", "pick_option", slots={"shown": ["test/drie"]}, asked=("privacy",))
    assert play(ActionPickOption, People(wish="hout"), said).slots["chosen"] == "test/drie"


def test_of_several_nothing_is_taken_by_chance() -> None:
    said = Said("ok die dan", "pick_option", slots=SHOWN, asked=("privacy",))
    assert play(ActionPickOption, People(wish="hout"), said).said == ["ask_which"]


def test_who_is_choosing_a_moment_has_taken_it_and_is_asked_again() -> None:
    said = Said(
        "vooruit, doe die maar", loop="plan_form", slots={**ABOUT_THE_SECOND, "requested_slot": "moment"}, asked=("ask_moment_again",)
    )
    answer = play(ActionMisunderstood, People(wish="hout"), said)
    assert (answer.said, answer.events) == ([], [])


def test_a_yes_to_something_else_takes_nothing() -> None:
    said = Said("doe dat maar", "affirm", slots=ABOUT_THE_SECOND, asked=("ask_human_instead",))
    assert play(ActionAffirm, People(wish="hout"), said).effects == ["human"]


def test_what_is_planned_already_is_not_taken_again() -> None:
    people = People(wish="hout")
    people.plans.make("l1", "test/twee", "Titel twee", "vrijdag")
    said = Said("doe dat maar", "affirm", slots=ABOUT_THE_SECOND, asked=("privacy",))
    assert "chosen" not in play(ActionAffirm, people, said).said


def test_what_was_asked_about_is_what_is_spoken_of() -> None:
    assert play(ActionTellPrice, People(wish="hout"), Said("wat kost de tweede?", "ask_price", slots=SHOWN)).slots["chosen"] == "test/twee"
    planning = Said("wat kost de tweede?", "ask_price", loop="plan_form", slots={**SHOWN, "chosen": "test/een", "requested_slot": "moment"})
    assert "chosen" not in play(ActionTellPrice, People(wish="hout"), planning).slots


@pytest.mark.parametrize(("loop", "said"), [("wish_form", ["day_comes_later"]), (None, ["day_comes_later", "ask_which"])])
def test_a_day_that_is_named_too_soon_comes_later(loop: str | None, said: list[str]) -> None:
    message = Said("donderdag kan ik beter", "give_moment", loop=loop, slots=SHOWN, asked=("suggestions_3",))
    assert play(ActionGiveMoment, People(wish="hout"), message).said == said


def test_who_takes_it_while_money_is_asked_about_goes_on_with_it() -> None:
    said = Said(
        "vooruit, doe die maar", loop="money_form", slots={**ABOUT_THE_SECOND, "requested_slot": "money_situation"}, asked=("money_guide",)
    )
    answer = play(ActionMisunderstood, People(wish="hout"), said)
    assert (answer.said, answer.opened) == (["chosen"], "plan_form")


def test_a_list_is_looked_up_once_in_a_turn_however_many_look_at_it(monkeypatch: pytest.MonkeyPatch) -> None:
    people, asked = People(wish="hout"), list[list[str]]()
    monkeypatch.setattr(people.suggestions, "those", lambda ids: asked.append(ids) or list(ITEMS))
    assert play(ActionPickOption, people, Said("die met een rode bal", "pick_option", slots=SHOWN)).said == ["chosen"]
    assert asked == [SHOWN["shown"]]
