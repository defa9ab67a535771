"""Away with that: only what was just spoken of goes, and when that is not one thing we ask which."""

import pytest

from actions.dropping import drop_that, drop_wish
from actions.interests import ActionRemoveInterest
from actions.misunderstood import ActionMisunderstood
from actions.rights import ActionAskErase
from bot.learners.models import Group, NudgePreferences, NudgeState
from tests.actions.first.test_order import LIST, answered, with_a_plan
from tests.actions.play import Said, play, turn_of
from tests.actions.test_log_orders import lines, with_lines
from tests.actions.twins import NOW, People

ORDERS = ["weg ermee", "verwijder dat", "haal dat weg", "dat mag weg"]


def titles(people: People, said: Said) -> list[str]:
    answer = play(ActionMisunderstood, people, said)
    assert answer.said == ["ask_what_to_erase"]
    assert answer.effects == []
    return [button["title"] for button in answer.value("buttons")]


@pytest.mark.parametrize("order", ORDERS)
def test_under_a_list_it_may_be_the_ideas_or_the_wish(order: str) -> None:
    said = Said(order, "stop_nudges", slots=LIST, before=answered("wish_kept", "suggestions_3"))
    assert titles(People(wish="hout", interests=("hout",)), said) == ["Deze ideeën", "Wat ik wil leren", "Alles over mij", "Niets"]


def test_where_nothing_is_in_sight_only_what_there_is_may_be_chosen() -> None:
    assert titles(People(), Said("weg ermee", "erase_data")) == ["Alles over mij", "Niets"]
    people = People(groups=frozenset({Group.WERKEND}), nudges=NudgePreferences(state=NudgeState.ON))
    assert titles(people, Said("weg ermee", "stop_nudges")) == ["Wat ik zei over werk", "De duwtjes", "Alles over mij", "Niets"]


def test_in_easy_words_there_are_three_buttons() -> None:
    said = Said("weg ermee", slots=LIST, before=answered("suggestions_3"), register="easy")
    assert titles(People(wish="hout", interests=("hout",)), said) == ["Deze ideeën", "Alles over mij", "Niets"]


@pytest.mark.parametrize("order", ORDERS)
def test_a_line_that_was_just_written_goes(order: str) -> None:
    people = with_lines("soep", "taart")
    assert play(ActionMisunderstood, people, Said(order, "erase_data", before=answered("log_kept"))).said == ["log_removed"]
    assert lines(people) == ["soep"]


@pytest.mark.parametrize("order", ORDERS)
def test_a_plan_that_was_just_made_goes(order: str) -> None:
    people = with_a_plan()
    said = Said(order, "erase_data", loop="nudges_form", before=answered("plan_made", "ask_nudges"))
    assert play(ActionMisunderstood, people, said).said == ["plan_dropped"]
    assert people.plans.open("l1") is None


@pytest.mark.parametrize("order", ORDERS)
def test_a_reminder_that_was_just_agreed_goes(order: str) -> None:
    people = People()
    people.reminders.ask("l1", NOW.replace(day=6, hour=18), "de les")
    said = Said(order, "erase_data", slots={"reminder": 1}, before=answered("reminder_set"))
    assert play(ActionMisunderstood, people, said).said == ["reminder_cancelled"]
    assert people.reminders.planned == []


def test_after_words_of_the_product_itself_what_rasa_said_before_is_out_of_sight() -> None:
    people = People()
    people.reminders.ask("l1", NOW.replace(day=6, hour=18), "de les")
    said = Said("verwijder dat", "erase_data", slots={"reminder": 1}, before=answered("reminder_set"), after="rights")
    assert play(ActionMisunderstood, people, said).said == ["ask_what_to_erase"]
    assert [each.text for each in people.reminders.planned] == ["de les"]


@pytest.mark.parametrize(("form", "said"), [("plan_form", "no_plan"), ("reminder_form", "reminder_dropped")])
def test_in_a_form_it_is_a_no(form: str, said: str) -> None:
    assert play(ActionMisunderstood, People(), Said("weg ermee", "erase_data", loop=form)).said == [said]


def test_under_a_nudge_we_ask_whether_it_is_this_one_or_all() -> None:
    assert play(ActionMisunderstood, People(), Said("weg ermee", "stop_nudges", open_nudge="koken_1")).said == ["ask_which_nudges"]


def test_a_reminder_that_came_once_is_over() -> None:
    assert play(ActionMisunderstood, People(), Said("weg ermee", "erase_data", open_nudge="reminder")).said == ["reminder_was_once"]


def test_the_wish_goes_by_its_button_only() -> None:
    people = People(wish="hout", interests=("hout",))
    earlier = {"lists": [{"wish": "hout", "shown": ["test/een"]}]}
    answer = play(ActionRemoveInterest, people, Said('/remove_interest{"answer": "wish"}', "remove_interest", slots=earlier))
    assert answer.slots["lists"] is None
    assert (answer.said, bool(people.learner.wish), people.learner.interests, answer.opened) == (["wish_forgotten"], False, (), "wish_form")


def test_the_wish_goes_when_it_is_named() -> None:
    people = People(wish="hout", interests=("hout",))
    assert play(ActionAskErase, people, Said("verwijder mijn wens", "erase_data")).said == ["wish_forgotten"]
    assert play(ActionAskErase, People(wish="hout"), Said("wis alles en mijn wens", "erase_data")).effects == ["erase"]


@pytest.mark.parametrize("intent", ["change_wish", "nlu_fallback", "give_wish"])
def test_it_goes_whatever_rasa_made_of_it(intent: str) -> None:
    people = People(wish="hout", interests=("hout",))
    answer = play(ActionMisunderstood, people, Said("wis mn wens", intent))
    assert (answer.said, bool(people.learner.wish), people.learner.interests) == (["wish_forgotten"], False, ())


def test_who_has_no_wish_loses_none() -> None:
    assert drop_wish(turn_of(People(), Said("wis mn wens"))) is None


def test_what_points_in_more_words_is_asked_about_too() -> None:
    assert play(ActionAskErase, People(), Said("zou jij dit misschien eens kunnen verwijderen", "erase_data")).said == ["ask_what_to_erase"]


@pytest.mark.parametrize("text", ["wis alles", "verwijder mijn gegevens", "haal de was weg", "stop", "ik wil koken"])
def test_what_names_a_thing_is_not_pointing(text: str) -> None:
    assert drop_that(turn_of(People(), Said(text))) is None


def test_a_line_for_the_logbook_may_be_anything() -> None:
    assert drop_that(turn_of(People(), Said("weg ermee", loop="log_form"))) is None
