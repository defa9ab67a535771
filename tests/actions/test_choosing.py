import pytest

from actions.choosing import ActionPickOption
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
