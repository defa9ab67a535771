import pytest

from actions.interests import ActionRemoveInterest, ActionShowInterests
from actions.logbook import ActionKeepLogLine, ActionReportDone, ActionReportNotDone, ActionShowLog, ValidateLogForm
from tests.actions.play import Said, play
from tests.actions.twins import People


def test_done_closes_the_plan_and_asks_for_a_line() -> None:
    people = People()
    people.plans.make("l1", "test/een", "Titel een", "straks")
    answer = play(ActionReportDone, people, Said("gelukt", "report_done"))
    assert answer.said == ["done_plan"]
    assert answer.value("title") == "Titel een"
    assert people.plans.made[0].done_at
    assert answer.opened == "log_form"


def test_a_story_is_the_line_itself() -> None:
    people = People()
    answer = play(ActionReportDone, people, Said("ik heb met mijn zus soep gekookt", "report_done"))
    assert answer.said == ["done", "log_kept"]
    assert people.logbook.lines[0].text == "ik heb met mijn zus soep gekookt"


@pytest.mark.parametrize(
    ("text", "intent", "line"),
    [
        ("het deeg bleef plakken", "nlu_fallback", "het deeg bleef plakken"),
        ("pizza gebakken", "out_of_scope", "pizza gebakken"),
        ("nee", "deny", None),
        ("ziet mijn baas dit", "ask_privacy", None),
        ("🙂", "praise", None),
    ],
)
def test_a_line_is_what_was_typed(text: str, intent: str, line: str | None) -> None:
    said = Said(text, intent, loop="log_form", slots={"requested_slot": "log_line"})
    assert play(ValidateLogForm, People(), said).slots.get("log_line") == line


def test_the_line_is_written() -> None:
    people = People()
    assert play(ActionKeepLogLine, people, Said(slots={"log_line": "soep"})).said == ["log_kept"]
    assert people.logbook.lines[0].text == "soep"


def test_not_done_is_no_shame() -> None:
    answer = play(ActionReportNotDone, People(), Said(loop="log_form"))
    assert answer.said == ["not_done"]
    assert answer.left


def test_the_logbook_is_shown() -> None:
    people = People()
    assert play(ActionShowLog, people, Said()).said == ["log_empty"]
    people.logbook.write("l1", "soep")
    people.logbook.write("l1", "brood")
    assert play(ActionShowLog, people, Said()).value("lines") == "1. soep (maandag 2 maart)\n2. brood (maandag 2 maart)"


def test_an_open_plan_is_shown_with_it() -> None:
    people = People()
    people.plans.make("l1", "test/een", "Titel een", "zaterdag")
    assert play(ActionShowLog, people, Said()).said == ["open_plan"]
    people.plans.done("l1")
    assert play(ActionShowLog, people, Said()).said == ["log_empty"]


def test_topics_are_shown_with_their_labels() -> None:
    answer = play(ActionShowInterests, People(wish="hout en koken", interests=("hout", "koken")), Said())
    assert answer.value("interests") == "werken met hout, koken en bakken"
    assert play(ActionShowInterests, People(wish="x"), Said()).said == ["only_a_wish"]
    assert play(ActionShowInterests, People(), Said()).opened == "wish_form"


def test_a_topic_is_taken_away() -> None:
    people = People(wish="hout en koken", interests=("hout", "koken"))
    assert play(ActionRemoveInterest, people, Said("haal koken weg", "remove_interest")).said == ["interest_removed"]
    assert people.learner.interests == ("hout",)
    assert play(ActionRemoveInterest, people, Said("haal tuin weg", "remove_interest")).said == ["interest_not_yours"]


def test_which_topic_is_asked_with_buttons() -> None:
    answer = play(ActionRemoveInterest, People(wish="hout", interests=("hout", "tuin")), Said("/remove_interest", "remove_interest"))
    assert answer.said == ["ask_which_interest"]
    assert [button["title"] for button in answer.value("buttons")] == ["Hout", "Tuin"]
