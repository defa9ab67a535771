from actions.leaving import ActionLeaveForm
from actions.welcome import ActionGreet, ActionHelp, ActionStartConversation, ActionStartOver
from actions.wish import ActionAskWish
from tests.actions.play import Said, play
from tests.actions.twins import People


def test_a_newcomer_hears_who_we_are_and_is_asked_for_a_wish() -> None:
    answer = play(ActionStartConversation, People(), Said("/start_conversation", "start_conversation"))
    assert answer.said == ["welcome"]
    assert answer.opened == "wish_form"


def test_who_comes_back_is_recognised() -> None:
    answer = play(ActionStartConversation, People(wish="leren naaien"), Said("/start_conversation", "start_conversation"))
    assert answer.said == ["welcome_back"]
    assert answer.value("wish") == "leren naaien"
    assert answer.opened is None


def test_hello_in_a_form_does_not_close_it() -> None:
    answer = play(ActionGreet, People(wish="x"), Said("hoi", "greet", loop="plan_form"))
    assert (answer.said, answer.events) == (["greet_in_between"], [])


def test_hello_of_who_has_no_wish_asks_for_one() -> None:
    assert play(ActionGreet, People(), Said("hoi", "greet")).opened == "wish_form"


def test_a_long_wish_is_echoed_shortly() -> None:
    answer = play(ActionGreet, People(wish="koken " * 40), Said("hoi", "greet"))
    assert len(answer.value("wish")) <= 60
    assert answer.value("wish").endswith("…")


def test_help_in_a_form_has_no_second_set_of_buttons() -> None:
    assert play(ActionHelp, People(), Said(loop="wish_form")).said == ["help_in_between"]
    assert play(ActionHelp, People(), Said()).said == ["help"]


def test_starting_over_forgets_the_search_and_not_the_person() -> None:
    people = People(wish="koken")
    answer = play(ActionStartOver, people, Said(slots={"shown": ["test/een"], "limits": {"price": 0}}))
    assert answer.slots["shown"] is None
    assert answer.slots["limits"] is None
    assert answer.opened == "wish_form"
    assert people.learner.wish == "koken"


def test_leaving_is_silent() -> None:
    answer = play(ActionLeaveForm, People(), Said("/leave_form", "leave_form", loop="plan_form"))
    assert answer.messages == []
    assert answer.left
    assert answer.slots == {"requested_slot": None}


def test_who_was_erased_meanwhile_gets_a_friendly_answer() -> None:
    answer = play(ActionGreet, People(), Said("hoi", "greet", sender="c_gone"))
    assert answer.said == ["unknown_learner"]
    assert answer.left


def test_nothing_is_asked_before_words_that_are_answered_next() -> None:
    opened = [{"event": "active_loop", "name": "wish_form"}]
    assert play(ActionAskWish, People(), Said("/start_conversation", "start_conversation", before=opened, words_follow=True)).said == []
