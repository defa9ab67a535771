from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from actions.barriers import ActionLanguageHard
from actions.suggestion_lines import in_few_words, told_with_reason
from actions.suggestions import ActionFindCourse, ActionMoreOptions, ActionSuggest
from bot.catalogue.models import Delivery, Kind, Run, Spot
from bot.catalogue.wanted import Because, Suggestion
from bot.language.saying.texts import load_texts
from bot.registers import Register
from tests.actions.play import Said, play
from tests.actions.twins import ITEMS, People, item


def test_a_suggestion_has_time_cost_place_and_reason() -> None:
    answer = play(ActionSuggest, People(wish="hout", interests=("hout",)), Said("ideeën", "ask_suggestion"))
    assert answer.said == ["suggestions_3"]
    assert answer.value("lines").splitlines() == [
        "1. Titel een: 10 minuten, gratis, thuis",
        "2. € 12,50 – Titel twee: 10 minuten, thuis",
        "3. Titel drie: 1 uur en 30 minuten, gratis, thuis",
        "Past bij: werken met hout.",
    ]
    assert answer.slots["shown"] == ["test/een", "test/twee", "test/drie"]
    assert answer.slots["chosen"] is None


def test_a_suggestion_tells_the_next_start_when_there_is_one() -> None:
    people = People(wish="hout")
    course = {"kind": Kind.CURSUS, "runs": (Run(date(2026, 3, 1)), Run(date(2026, 3, 10)))}
    place = {"kind": Kind.LEERPLEK, "delivery": Delivery.ONSITE, "open_days": ("vrijdag",)}
    people.suggestions.items = (item("een", **course), item("twee", **place))
    assert play(ActionSuggest, people, Said()).value("lines").splitlines()[:2] == [
        "1. Titel een: 10 minuten, gratis, thuis, begint dinsdag 10 maart",
        "2. Titel twee: 10 minuten, gratis, bij de aanbieder, open op vrijdag 6 maart",
    ]


def test_one_suggestion_is_the_one_the_talk_is_about() -> None:
    people = People(wish="hout")
    people.suggestions.items = ITEMS[:1]
    answer = play(ActionSuggest, people, Said())
    assert answer.said == ["suggestions_1"]
    assert answer.slots["chosen"] == "test/een"


@pytest.mark.parametrize(
    ("relaxed", "response"),
    [
        ("place", "nothing_in_place"),
        ("price", "nothing_for_price"),
        ("time", "nothing_in_time"),
        ("kind", "nothing_of_kind"),
        ("way", "nothing_that_way"),
        ("daring", "nothing_so_daring"),
        ("part", "nothing_at_that_part"),
    ],
)
def test_a_limit_that_was_let_go_is_told(relaxed: str, response: str) -> None:
    people = People(wish="hout", place="Almere")
    people.suggestions.relaxed = (relaxed,)
    assert play(ActionSuggest, people, Said()).said == [response, "suggestions_3"]


def test_every_limit_that_was_let_go_is_told_and_the_nearest_place_is_named() -> None:
    people = People(wish="hout", place="Almere")
    people.suggestions.relaxed, people.suggestions.nearest = ("time", "place"), "Lelystad"
    answer = play(ActionSuggest, people, Said())
    assert answer.said == ["nothing_in_time", "nearest_place", "suggestions_3"]
    assert (answer.value("place"), answer.value("nearest")) == ("Almere", "Lelystad")


def test_it_is_told_when_nothing_matched() -> None:
    people = People(wish="papegaaien")
    people.suggestions.reason = Because("small")
    assert play(ActionSuggest, people, Said()).said == ["nothing_matched", "suggestions_3"]


def test_what_was_not_there_is_noted_once_per_search() -> None:
    people = People(wish="papegaaien")
    people.suggestions.reason = Because("small")
    answer = play(ActionSuggest, people, Said())
    play(ActionMoreOptions, people, Said("meer", "ask_more_options", slots=answer.slots))
    assert [wanted.text for wanted in people.demand.noted] == ["papegaaien"]


def test_other_ideas_leave_out_what_was_shown() -> None:
    people = People(wish="hout")
    answer = play(ActionMoreOptions, people, Said("meer", "ask_more_options", slots={"seen": ["test/een"]}))
    assert answer.slots["shown"] == ["test/twee", "test/drie"]
    assert answer.slots["seen"] == ["test/een", "test/twee", "test/drie"]


def test_the_end_is_told_and_the_next_round_begins_anew() -> None:
    answer = play(ActionMoreOptions, People(wish="hout"), Said(slots={"seen": [each.id for each in ITEMS]}))
    assert answer.said == ["no_more"]
    assert answer.slots["seen"] is None


def test_another_subject_is_another_wish() -> None:
    people = People(wish="hout", interests=("hout",))
    play(ActionMoreOptions, people, Said("nee iets met koken", "ask_more_options"))
    assert people.learner.wish == "nee iets met koken"


def test_not_knowing_under_a_list_gives_another_list() -> None:
    said = Said("weet niet", "ask_suggestion", asked=["suggestions_3"], slots={"seen": ["test/een", "test/twee"]})
    assert play(ActionSuggest, People(wish="hout"), said).slots["shown"] == ["test/drie"]


def test_not_knowing_a_moment_is_answered_with_an_example() -> None:
    assert play(ActionSuggest, People(wish="hout"), Said("weet niet", loop="plan_form")).said == ["ask_rephrased_moment"]


def test_ideas_differ_each_time() -> None:
    assert play(ActionSuggest, People(), Said()).said == ["ask_wish_ideas_1"]
    assert play(ActionSuggest, People(), Said(asked=["ask_wish_ideas_1"])).said == ["ask_wish_ideas_2"]
    assert play(ActionSuggest, People(), Said(asked=["ask_wish_ideas_1"] * 3)).said == ["ask_wish_ideas_1"]


def test_a_course_is_sought_by_subject_place_price_and_time() -> None:
    people = People()
    play(ActionFindCourse, people, Said("cursus koken in Assen max 50 euro 2 uur", "find_course"))
    wanted = people.suggestions.wanted[-1]
    assert (wanted.place, wanted.max_price, wanted.max_minutes) == ("Assen", Decimal(50), 120)
    assert wanted.kinds == {Kind.CURSUS, Kind.OPLEIDING}
    assert people.learner.place == "Assen"


def test_a_place_alone_does_not_ask_for_a_course() -> None:
    people = People(wish="hout", interests=("hout",))
    play(ActionFindCourse, people, Said("in Assen", "find_course"))
    assert people.suggestions.wanted[-1].place == "Assen"
    assert people.suggestions.wanted[-1].kinds == frozenset()


def test_a_course_without_a_subject_asks_for_it() -> None:
    answer = play(ActionFindCourse, People(), Said("ik zoek een cursus", "find_course"))
    assert answer.said == ["ask_subject"]
    assert answer.opened == "wish_form"


def test_a_topic_taken_away_is_not_sought_any_more() -> None:
    people = People(wish="iets met hout", interests=())
    play(ActionSuggest, people, Said())
    assert people.suggestions.wanted[-1].text == ""


def test_who_has_five_minutes_sees_how_long_the_first_step_takes() -> None:
    answer = play(ActionSuggest, People(wish="hout"), Said(slots={"limits": {"minutes": 5}}))
    assert "eerste stap 2 minuten" in answer.value("lines")


def test_reasons_that_differ_are_told_one_by_one() -> None:
    people = People(wish="hout")
    people.suggestions.items = (ITEMS[0], replace(ITEMS[1], place="Assen"))
    reasons = iter([Because("words", "plank"), Because("near", "Assen")])
    suggest = people.suggestions.suggest

    def differently(wanted):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        found = suggest(wanted)
        return replace(found, items=tuple(replace(each, because=next(reasons)) for each in found.items))

    people.suggestions.suggest = differently  # type: ignore[method-assign]
    lines = play(ActionSuggest, people, Said()).value("lines").splitlines()
    assert lines[0].endswith("omdat je zei: plank")
    assert lines[1].endswith("dicht bij Assen")


def test_in_easy_words_two_things_are_told_without_place_and_reason() -> None:
    answer = play(ActionLanguageHard, People(wish="hout", interests=("hout",)), Said("ik kan niet goed lezen", "language_hard"))
    assert answer.said[-1] == "suggestions_2"
    assert len(answer.slots["shown"]) == 2
    assert "omdat" not in answer.value("lines").casefold()


def test_in_easy_words_a_second_thing_that_makes_it_too_long_is_left_for_later() -> None:
    suggestions = [Suggestion(replace(each, title="Een titel met heel veel woorden die nooit past"), Because("small")) for each in ITEMS]
    few, lines = in_few_words(load_texts().speaking(Register.EASY), suggestions, None, most=2, words=25)
    assert (len(few), lines.count("\n")) == (1, 0)


def test_in_easy_words_where_to_go_counts_for_more_than_how_long_it_takes() -> None:
    titled = [replace(each, title="Kook mee voor dertig mensen", delivery=Delivery.ONSITE) for each in ITEMS[:2]]
    suggestions = [Suggestion(each, Because("small"), spot=Spot("Roermond")) for each in titled]
    few, lines = in_few_words(load_texts().speaking(Register.EASY), suggestions, None, most=2, words=20)
    assert (len(few), lines.count("in Roermond")) == (2, 2)
    assert "minuten" not in lines


def test_titles_of_others_stand_in_quotation_marks_for_who_is_spoken_to_with_u() -> None:
    texts = load_texts().speaking(Register.U)
    told = told_with_reason(texts, Suggestion(ITEMS[0], Because("small")), 1, None, "", date(2026, 3, 2))
    assert told.startswith(f'1. "{ITEMS[0].title}"')
