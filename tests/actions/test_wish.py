import pytest

from actions.answers import ActionAffirm, ActionDeny
from actions.rights import ActionAskErase
from actions.suggestions import ActionSuggest
from actions.wish import ActionAskWish, ActionChangeWish, ActionGiveWish, ActionKeepWish, ValidateWishForm
from tests.actions.play import Said, play
from tests.actions.twins import People

ASKED = {"requested_slot": "wish"}


def wish_in(text: str, intent: str = "give_wish", confidence: float = 0.9) -> object:
    said = Said(text, intent, confidence, loop="wish_form", slots=ASKED)
    return play(ValidateWishForm, People(), said).slots.get("wish")


@pytest.mark.parametrize(
    ("text", "intent", "confidence"),
    [
        ("leren lassen", "give_wish", 0.9),
        ("hoe je een band plakt thuis", "nlu_fallback", 0.35),
        ("koken", "nlu_fallback", 0.35),
        ("iets met zeepkisten", "out_of_scope", 0.68),
        ("mooi leren schrijven", "praise", 0.76),
        ("iets met honden", "ask_help", 0.4),
    ],
)
def test_words_are_the_wish_unless_they_clearly_are_something_else(text: str, intent: str, confidence: float) -> None:
    assert wish_in(text, intent, confidence) == text


@pytest.mark.parametrize(
    ("text", "intent", "confidence"),
    [
        ("ziet mijn baas dit", "ask_privacy", 0.96),
        ("wat voor weer wordt het morgen", "out_of_scope", 0.94),
        ("nee", "deny", 0.98),
        ("👍", "give_wish", 0.9),
        ("?!", "nlu_fallback", 0.35),
        ("mwa", "nlu_fallback", 0.35),
        ("mijn man is overleden en ik weet niet verder", "nlu_fallback", 0.35),
        ("/leave_form", "leave_form", 1.0),
    ],
)
def test_side_questions_sighs_and_signs_are_no_wish(text: str, intent: str, confidence: float) -> None:
    assert wish_in(text, intent, confidence) is None


def test_a_pressed_idea_is_a_wish() -> None:
    assert wish_in('/give_wish{"interest": "muziek maken"}', confidence=1.0) == "muziek maken"


@pytest.mark.parametrize(
    ("text", "intent", "confidence"),
    [
        ("ja sprzataczka jestem pracuje w hotelu", "out_of_scope", 0.8),
        ("ik werk in de bouw", "give_wish", 0.6),
        ("ik wil dat u mij helpt", "nlu_fallback", 0.35),
        ("schrijf een gedicht", "out_of_scope", 0.8),
        ("schrijf een gedicht over hout", "out_of_scope", 0.8),
        ("ik hb 20 minute", "nlu_fallback", 0.32),
        ("de bus reed niet vanochtend dus ik moest lopen", "give_wish", 0.6),
    ],
)
def test_what_names_nothing_to_learn_is_no_wish(text: str, intent: str, confidence: float) -> None:
    assert wish_in(text, intent, confidence) is None
    people = People()
    play(ActionGiveWish, people, Said(text, "give_wish", confidence))
    assert people.learner.wish is None


@pytest.mark.parametrize(("text", "confidence"), [("iets met fermenteren", 0.4), ("fermenteren", 0.9), ("kimchi leren maken", 0.3)])
def test_a_topic_that_nobody_knows_passes_when_it_is_said_to_be_one(text: str, confidence: float) -> None:
    assert wish_in(text, "give_wish", confidence) == text


def test_a_topic_that_only_the_model_sees_passes_as_well() -> None:
    people = People()
    play(ActionGiveWish, people, Said("duivenmelken, lach niet", "give_wish", 0.8, subject="duivenmelken"))
    assert people.learner.wish == "duivenmelken"


def answered_with(*responses: str) -> list[dict[str, object]]:
    return [{"event": "user", "text": "x"}, *({"event": "bot", "metadata": {"utter_action": f"utter_{name}"}} for name in responses)]


def test_a_few_words_that_nobody_knows_are_asked_back_and_kept_on_a_yes() -> None:
    people, asked = People(), answered_with("ask_topic")
    first = Said("kimchi", "give_wish", 0.6, loop="wish_form", slots=ASKED)
    assert play(ValidateWishForm, people, first).slots == {}
    answer = play(ActionGiveWish, people, first)
    assert (answer.said, answer.value("topic"), answer.left, people.learner.wish) == (["ask_topic"], "kimchi", False, None)
    slots = {**ASKED, **answer.slots}
    yes = play(ActionAffirm, people, Said("ja", "affirm", loop="wish_form", slots=slots, before=asked))
    assert (people.learner.wish, yes.said[0], yes.left) == ("kimchi", "wish_kept", True)


def test_who_types_the_same_words_again_is_not_asked_again() -> None:
    people, slots = People(), {**ASKED, "remark": "kimchi"}
    said = Said("kimchi", "give_wish", 0.6, loop="wish_form", slots=slots, before=answered_with("ask_topic"))
    assert play(ValidateWishForm, people, said).slots == {"wish": "kimchi"}


def test_a_no_to_unknown_words_asks_for_the_wish_again() -> None:
    said = Said("nee", "deny", loop="wish_form", slots={**ASKED, "remark": "kimchi"}, before=answered_with("ask_topic"))
    assert play(ActionDeny, People(), said).opened == "wish_form"


def test_unknown_words_that_were_not_asked_for_are_asked_back_too() -> None:
    assert play(ActionGiveWish, People(), Said("kimchi", "give_wish", 0.6)).said == ["ask_topic"]


def test_what_we_are_told_to_do_is_not_ours_and_who_names_nothing_is_asked() -> None:
    assert play(ActionGiveWish, People(), Said("schrijf een gedicht", "give_wish", 0.6)).said == ["not_mine"]
    assert play(ActionGiveWish, People(), Said("ik wil graag iets leren", "give_wish", 0.9)).opened == "wish_form"


def test_what_names_nothing_in_answer_to_the_question_gets_it_in_other_words() -> None:
    said = Said("ik wil graag iets leren", "give_wish", 0.9, loop="wish_form", slots=ASKED)
    assert play(ActionGiveWish, People(), said).said == ["ask_rephrased_wish"]


def test_who_was_only_welcomed_and_is_not_followed_hears_the_question_itself() -> None:
    said = Said("ik wil graag iets leren", "give_wish", 0.9, loop="wish_form", slots=ASKED, asked=["welcome"])
    assert play(ActionGiveWish, People(), said).said == ["ask_wish"]


def test_the_wish_is_kept_without_what_stands_around_it_and_the_limits_still_count() -> None:
    people = People()
    answer = play(
        ActionGiveWish, people, Said("Goedemiddag, ik zou graag willen leren koken in Assen, gratis. Kunt u mij helpen?", "give_wish")
    )
    assert (people.learner.wish, answer.value("wish")) == ("koken", "koken")
    assert (people.suggestions.wanted[-1].place, people.suggestions.wanted[-1].max_price) == ("Assen", 0)


def test_nothing_is_taken_while_the_form_opens() -> None:
    assert play(ValidateWishForm, People(), Said("koken", "give_wish")).events == []


def test_the_wish_is_kept_as_it_was_said() -> None:
    people = People()
    answer = play(ActionKeepWish, people, Said("Beter KOKEN, maar dan echt koken", slots={"wish": "Beter KOKEN, maar dan echt koken"}))
    assert people.learner.wish == "Beter KOKEN, maar dan echt koken"
    assert people.learner.interests == ("koken",)
    assert answer.said == ["wish_kept", "suggestions_3"]
    assert answer.slots["wish"] is None


def test_a_barrier_told_before_the_wish_still_counts() -> None:
    people = People()
    play(ActionKeepWish, people, Said(slots={"wish": "koken", "limits": {"minutes": 5}}))
    assert people.suggestions.wanted[-1].max_minutes == 5


def test_a_wish_may_name_its_own_limits() -> None:
    people = People()
    play(ActionGiveWish, people, Said("koken in Assen, gratis", "give_wish"))
    assert people.suggestions.wanted[-1].max_price == 0
    assert people.suggestions.wanted[-1].place == "Assen"


def test_a_new_wish_drops_old_limits() -> None:
    people = People(wish="tuin")
    play(ActionGiveWish, people, Said("koken", "give_wish", slots={"limits": {"kinds": ["cursus"]}}))
    assert people.suggestions.wanted[-1].kinds == frozenset()


def test_a_memory_after_a_nudge_is_no_wish() -> None:
    people = People(wish="hout")
    answer = play(ActionGiveWish, people, Said("van mijn opa in de tuin", "give_wish", open_nudge="wie-leerde-jou-iets"))
    assert answer.said == ["ask_keep_remark"]
    assert people.learner.wish == "hout"
    play(ActionGiveWish, people, Said("ik wil leren koken", "give_wish", 0.95, open_nudge="wens-zaterdag"))
    assert people.learner.wish == "koken"


def test_an_empty_button_asks_for_the_wish() -> None:
    assert play(ActionGiveWish, People(), Said("/give_wish", "give_wish")).opened == "wish_form"


def test_another_wish_is_taken_at_once_when_it_is_told() -> None:
    people = People(wish="hout")
    answer = play(ActionChangeWish, people, Said("nee toch koken", "change_wish"))
    assert people.learner.interests == ("koken",)
    assert answer.opened is None


def test_another_wish_is_asked_for_when_it_is_not_told() -> None:
    answer = play(ActionChangeWish, People(wish="hout"), Said("toch iets anders", "change_wish"))
    assert answer.said == ["change_wish"]
    assert answer.opened == "wish_form"


def opened() -> list[dict[str, object]]:
    return [{"event": "active_loop", "name": "wish_form"}]


def test_the_question_is_asked_in_full_once() -> None:
    assert play(ActionAskWish, People(), Said(before=opened())).said == ["ask_wish"]


def test_the_question_comes_back_in_a_few_words() -> None:
    asked = {"event": "bot", "metadata": {"utter_action": "utter_ask_wish"}}
    assert play(ActionAskWish, People(), Said("hoi", "greet", before=[*opened(), asked])).said == ["ask_wish_again"]


@pytest.mark.parametrize("loop", [None, "wish_form", "plan_form"])
def test_who_wants_something_else_after_all_is_not_asked_whether_everything_has_to_go(loop: str | None) -> None:
    people = People(wish="hout")
    answer = play(ActionAskErase, people, Said("vergeet alles wat ik zei, ik wil koken", "erase_data", loop=loop))
    assert (answer.effects, people.learner.wish) == ([], "koken")


def test_who_takes_back_what_they_said_is_asked_what_has_to_go() -> None:
    people = People(wish="hout")
    answer = play(ActionAskErase, people, Said("vergeet wat ik zei", "erase_data"))
    assert (answer.said, answer.effects, people.learner.wish) == (["ask_what_to_erase"], [], "hout")


@pytest.mark.parametrize("text", ["vergeet alles wat je van me weet", "vergeet alles wat ik zei, gooi het weg"])
def test_who_wants_nothing_else_is_asked(text: str) -> None:
    people = People(wish="hout")
    assert (play(ActionAskErase, people, Said(text, "erase_data")).effects, people.learner.wish) == (["erase"], "hout")


def test_who_does_not_know_and_still_says_something_has_a_wish() -> None:
    people = People()
    play(ActionSuggest, people, Said("weet niet. iets met me handen", "ask_suggestion", loop="wish_form", slots=ASKED))
    assert people.learner.wish == "iets met me handen"
    assert (
        play(ActionSuggest, People(), Said("weet niet wat ik wil", "ask_suggestion", loop="wish_form", slots=ASKED))
        .said[0]
        .startswith("ask_wish_ideas")
    )
