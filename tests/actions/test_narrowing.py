import pytest

from actions.misunderstood import ActionMisunderstood
from actions.plan import ValidatePlanForm
from actions.rhythm import ActionChangeFrequency, ActionChangeMoment
from actions.suggestions import ActionMoreOptions, ActionSuggest
from bot.catalogue.daring import Daring
from bot.catalogue.models import Delivery, Kind
from bot.language.numbers.amounts import price_limit_in
from tests.actions.play import Said, play
from tests.actions.twins import People


@pytest.mark.parametrize(
    ("text", "response", "daring", "delivery"),
    [
        ("te ver", "narrower_stay_in", None, Delivery.ONLINE),
        ("niet online", "narrower_off_screen", None, Delivery.HOME),
        ("liever niet thuis", "narrower_go_out", None, Delivery.ONSITE),
        ("niet zo spannend", "narrower_safe", Daring.SAFE, None),
        ("mag een beetje spannend", "narrower_a_bit", Daring.A_BIT, None),
        ("doe maar spannend", "narrower_bold", Daring.BOLD, None),
    ],
)
def test_where_and_how_daring_changes_what_is_looked_for(
    text: str, response: str, daring: Daring | None, delivery: Delivery | None
) -> None:
    people = People(wish="hout")
    answer = play(ActionMoreOptions, people, Said(text, "ask_more_options", slots={"limits": {"minutes": 5}}))
    assert answer.said == [response, "suggestions_3"]
    wanted = people.suggestions.wanted[-1]
    assert (wanted.daring, wanted.max_minutes) == (daring, 5)
    assert delivery is None or delivery in wanted.deliveries


def test_without_a_screen_is_not_behind_one_and_other_limits_stay() -> None:
    people = People(wish="hout")
    play(ActionMoreOptions, people, Said("niet online", "ask_more_options", slots={"limits": {"kinds": ["filmpje", "klus"]}}))
    wanted = people.suggestions.wanted[-1]
    assert Delivery.ONLINE not in wanted.deliveries
    assert wanted.kinds == {Kind.KLUS}


def test_who_wants_to_see_everything_is_no_longer_a_person_with_a_wish() -> None:
    people = People(wish="hout", interests=("hout",), place="Assen")
    answer = play(ActionMoreOptions, people, Said("toon alles zonder mijn interesses", "ask_more_options"))
    assert answer.said == ["without_interests", "suggestions_3"]
    wanted = people.suggestions.wanted[-1]
    assert (wanted.text, wanted.interests, wanted.place) == ("", (), None)
    play(ActionMoreOptions, people, Said("meer", "ask_more_options", slots=answer.slots))
    assert people.suggestions.wanted[-1].text == ""
    assert people.suggestions.wanted[-1].exclude == {"test/een", "test/twee", "test/drie"}


def test_asking_for_ideas_again_looks_at_the_wish_again() -> None:
    people = People(wish="hout", interests=("hout",))
    play(ActionSuggest, people, Said("wat past bij mij", "ask_suggestion", slots={"limits": {"everything": True, "minutes": 5}}))
    assert (people.suggestions.wanted[-1].text, people.suggestions.wanted[-1].max_minutes) == ("hout", 5)


def test_everything_is_shown_without_a_wish_too() -> None:
    assert play(ActionMoreOptions, People(), Said("toon alles", "nlu_fallback")).said == ["without_interests", "suggestions_3"]


def test_a_way_in_a_new_wish_is_part_of_the_wish() -> None:
    people = People(wish="koken")
    play(ActionMoreOptions, people, Said("liever thuis iets met hout", "ask_more_options"))
    assert Delivery.HOME in people.suggestions.wanted[-1].deliveries
    assert people.suggestions.wanted[-1].text == "thuis iets met hout"


@pytest.mark.parametrize(("shown", "said"), [(True, ["within_price", "suggestions_3"]), (False, ["nudges_are_off"])])
def test_a_price_per_month_under_a_list_is_no_rhythm(shown: bool, said: list[str]) -> None:
    people = People(wish="hout")
    slots = {"shown": ["test/een"]} if shown else {}
    answer = play(ActionChangeFrequency, people, Said("max 20 euro per maand", "change_frequency", slots=slots))
    assert answer.said == said
    assert not shown or people.suggestions.wanted[-1].max_price == 20


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hooguit 100 euro", "no_money"),
        ("te duur, max 100 euro", "no_money"),
        ("het mag niet meer dan 100 euro kosten", "ask_price"),
        ("ik kan 100 euro missen", "nlu_fallback"),
    ],
)
def test_a_limit_under_a_list_is_kept_to_and_said_whatever_rasa_made_of_it(text: str, intent: str) -> None:
    people = People(wish="hout")
    said = Said(text, intent, slots={"shown": ["test/een"]}, asked=("suggestions_1",))
    answer = play(ActionMisunderstood, people, said)
    assert (answer.said, answer.value("price")) == (["within_price", "suggestions_3"], "100")
    assert people.suggestions.wanted[-1].max_price == 100


def test_a_limit_before_there_is_a_wish_is_kept_for_then() -> None:
    answer = play(ActionMisunderstood, People(), Said("max 50 euro", "no_money", loop="wish_form"))
    assert (answer.said, answer.slots["limits"]) == (["within_price"], {"price": 50})


@pytest.mark.parametrize(
    "text",
    [
        "wat kost die van 50 euro",
        "ik verdien 50 euro",
        "ik heb max 50 euro schuld",
        "kost dat 50 euro",
        "meer dan 50 euro is prima",
        "ik kan geen 50 euro missen",
        "hoe werkt het budget van 1000 euro",
        "is 50 euro het maximum?",
        "mijn baas betaalt tot 500 euro",
        "ik heb maar een tientje verdiend",
    ],
)
def test_another_amount_is_no_limit(text: str) -> None:
    assert price_limit_in(text) is None


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("ik heb maar 50 euro", 50),
        ("tot een tientje", 10),
        ("niet meer dan 2 tientjes", 20),
        ("maximaal 50,-", 50),
        ("mag hooguit 20,- kosten", 20),
    ],
)
def test_a_limit_may_be_said_in_notes_or_as_on_a_price_tag(text: str, euros: int) -> None:
    assert price_limit_in(text) == euros


def test_a_part_of_the_day_that_is_liked_best_is_looked_for_under_a_list() -> None:
    people = People(wish="hout")
    said = Said("'s avonds liever", "change_moment", slots={"shown": ["test/een"]}, asked=("suggestions_1",))
    assert play(ActionChangeMoment, people, said).said == ["time_at_part", "suggestions_3"]
    assert people.suggestions.wanted[-1].parts_of_day == {"avond"}


@pytest.mark.parametrize("text", ["liever 's avonds", "alleen s avonds"])
def test_before_the_wish_it_is_kept_for_later(text: str) -> None:
    answer = play(ActionChangeMoment, People(), Said(text, "change_moment", loop="wish_form", slots={"limits": {"price": 0}}))
    assert (answer.said, answer.slots["limits"]) == (["time_at_part"], {"price": 0, "parts": ["avond"]})


def test_how_daring_before_the_wish_is_kept_for_later() -> None:
    answer = play(ActionMisunderstood, People(), Said("iets rustigs", loop="wish_form"))
    assert (answer.said, answer.slots["limits"]) == (["narrower_safe"], {"daring": Daring.SAFE})


def test_who_asks_for_the_evening_while_planning_does_not_plan_it() -> None:
    people = People(wish="hout")
    said = Said(
        "is er ook iets in de avond", loop="plan_form", slots={"shown": ["test/een"], "chosen": "test/een", "requested_slot": "moment"}
    )
    assert play(ValidatePlanForm, people, said).slots == {}
    assert play(ActionMisunderstood, people, said).said == ["time_at_part", "suggestions_3"]
    assert people.suggestions.wanted[-1].parts_of_day == {"avond"}
