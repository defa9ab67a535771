"""NOW is 2 March 2026; every shipped scheme was checked longer ago than that, or never."""

from decimal import Decimal

import pytest

from actions.answers import ActionAffirm
from actions.choosing import ActionPickOption
from actions.misunderstood import ActionMisunderstood
from actions.money import (
    ANY,
    FORM,
    NO,
    SLOTS,
    YES,
    ActionAnswerMoney,
    ActionAskMoneyAge,
    ActionAskMoneySituation,
    ActionTellMoneyHelp,
    ActionTellSchemes,
    ValidateMoneyForm,
)
from actions.suggestions import ActionFindCourse
from actions.wish import ActionGiveWish, ValidateWishForm
from bot.catalogue.models import Kind
from bot.language.saying.texts import load_texts
from tests.actions.play import Answer, Said, play
from tests.actions.twins import ITEMS, People, item


def answered(slot: str, text: str, intent: str = "nlu_fallback", **slots: object) -> Answer:
    return play(ValidateMoneyForm, People(), Said(text, intent, loop=FORM, slots={"requested_slot": slot, **slots}))


def told(**slots: str) -> Answer:
    return play(ActionTellSchemes, People(), Said(slots=slots))


def test_who_asks_who_pays_gets_the_guide() -> None:
    answer = play(ActionTellMoneyHelp, People(), Said("wie betaalt dat", "ask_money_help"))
    assert (answer.said, answer.opened) == (["money_guide"], FORM)
    assert {answer.slots[slot] for slot in SLOTS} == {None}


def test_what_was_said_already_is_not_asked() -> None:
    answer = play(ActionTellMoneyHelp, People(), Said("betaalt mijn werkgever een cursus", "ask_money_help"))
    assert (answer.slots["money_situation"], answer.slots["money_learning"]) == ("werk", "cursus")
    assert (answer.slots["money_agreement"], answer.slots["money_age"]) == (None, None)


def test_a_scheme_that_is_named_is_told_first_and_never_as_open() -> None:
    answer = play(ActionTellMoneyHelp, People(), Said("bestaat het STAP-budget nog", "ask_money_help"))
    assert answer.said == ["money_scheme", "money_guide"]
    assert "gestopt op 1 januari 2024" in answer.value("line")


@pytest.mark.parametrize(
    ("text", "said"), [("wie betaalt dat", ["money_help"]), ("stap budget", ["money_scheme"]), ("mag dat met ww", ["benefit_first"])]
)
def test_while_something_else_is_asked_the_answer_is_short(text: str, said: list[str]) -> None:
    answer = play(ActionTellMoneyHelp, People(), Said(text, "ask_money_help", loop="plan_form"))
    assert (answer.said, answer.events) == (said, [])


@pytest.mark.parametrize(
    ("slot", "text", "value"),
    [
        ("money_situation", "ik zit in de WW", "ww"),
        ("money_situation", "Ik ben afgekeurd", "wia"),
        ("money_situation", "bijstand", "bijstand"),
        ("money_situation", "een uitkering van het uwv", "uitkering"),
        ("money_situation", "geen werk, wel een uitkering", "uitkering"),
        ("money_situation", "zzp'er", "zzp"),
        ("money_situation", "in loondienst", "werk"),
        ("money_situation", "ik werk", "werk"),
        ("money_situation", "geen van deze", "geen"),
        ("money_situation", "geen werk", "geen"),
        ("money_situation", "3", "uitkering"),
        ("money_situation", "zeg ik liever niet", ANY),
        ("money_learning", "een mbo diploma", "opleiding"),
        ("money_learning", "cursus nederlands", "basis"),
        ("money_learning", "weet ik nog niet", ANY),
        ("money_age", "ik ben 45", "45"),
        ("money_age", "liever niet", ANY),
    ],
)
def test_an_answer_is_read_in_their_own_words(slot: str, text: str, value: str) -> None:
    assert answered(slot, text, money_situation="zzp", money_learning="opleiding").slots[slot] == value


@pytest.mark.parametrize(("intent", "value"), [("affirm", YES), ("deny", NO)])
def test_yes_and_no_answer_whether_there_is_money_at_work(intent: str, value: str) -> None:
    answer = answered("money_agreement", "zo is dat", intent, money_situation="werk", money_learning="cursus")
    assert answer.slots["money_agreement"] == value


def test_a_button_is_an_answer_and_a_button_of_another_question_is_not() -> None:
    assert answered("money_situation", '/answer_money{"answer": "zzp"}', "answer_money").slots == {"money_situation": "zzp"}
    assert answered("money_situation", '/answer_money{"answer": "cursus"}', "answer_money").events == []


@pytest.mark.parametrize(
    ("known", "learning", "skipped"),
    [
        ("zzp", "cursus", {"money_agreement", "money_age"}),
        ("zzp", "opleiding", {"money_agreement"}),
        ("werk", "cursus", set()),
        ("ww", "opleiding", {"money_agreement"}),
        ("werk", "basis", {"money_agreement", "money_age"}),
    ],
)
def test_what_makes_no_difference_is_not_asked(known: str, learning: str, skipped: set[str]) -> None:
    slots = answered("money_learning", f'/answer_money{{"answer": "{learning}"}}', "answer_money", money_situation=known).slots
    assert {slot for slot, value in slots.items() if value == ANY} == skipped


@pytest.mark.parametrize(("learning", "agreement", "skipped"), [("cursus", NO, {ANY}), ("opleiding", NO, set()), ("opleiding", YES, {ANY})])
def test_age_is_asked_only_when_a_loan_is_left(learning: str, agreement: str, skipped: set[str]) -> None:
    press = f'/answer_money{{"answer": "{agreement}"}}'
    slots = answered("money_agreement", press, "answer_money", money_situation="werk", money_learning=learning).slots
    assert {value for slot, value in slots.items() if slot == "money_age"} == skipped


def test_nonsense_is_no_answer() -> None:
    assert answered("money_situation", "blabla").events == []


@pytest.mark.parametrize(("text", "intent"), [("laat maar", "deny"), ("nee", "deny")])
def test_who_would_rather_not_is_let_go(text: str, intent: str) -> None:
    answer = answered("money_situation", text, intent)
    assert (answer.said, answer.slots) == (["money_let_go"], {"requested_slot": None})
    after = play(ActionTellSchemes, People(), Said(before=[], asked=[]))
    assert "schemes" in after.said


def test_an_older_button_begins_with_its_answer() -> None:
    answer = play(ActionAnswerMoney, People(), Said('/answer_money{"answer": "zzp"}', "answer_money", loop="plan_form"))
    assert (answer.opened, answer.slots["money_situation"]) == (FORM, "zzp")
    broken = play(ActionAnswerMoney, People(), Said('/answer_money{"answer": "yes"}', "answer_money"))
    assert (broken.opened, broken.slots["money_agreement"]) == (FORM, None)


def test_the_question_for_age_shows_only_the_limit() -> None:
    slots = {"money_situation": "zzp", "money_learning": "opleiding", "money_agreement": ANY}
    answer = play(ActionAskMoneyAge, People(), Said(loop=FORM, slots=slots))
    assert [button["title"] for button in answer.value("buttons")] == ["Jonger dan 57", "57 of ouder", "Zeg ik liever niet"]


def test_a_question_is_asked() -> None:
    assert play(ActionAskMoneySituation, People(), Said(loop=FORM)).said == ["ask_money_situation"]


@pytest.mark.parametrize("benefit", ["ww", "zw", "wia", "wajong", "bijstand", "uitkering"])
def test_who_has_a_benefit_hears_first_whom_to_ask(benefit: str) -> None:
    answer = told(money_situation=benefit, money_learning="cursus")
    assert answer.said == ["benefit_first", "schemes", "ask_free_instead"]


@pytest.mark.parametrize("situation", ["werk", "zzp", "geen", ANY])
def test_something_free_is_always_offered(situation: str) -> None:
    answer = told(money_situation=situation, money_learning=ANY)
    assert answer.said == ["schemes", "ask_free_instead"]
    assert len(answer.value("lines").splitlines()) <= 3
    assert load_texts()("scheme_is_open", day="").split(".")[0] not in answer.value("lines")


def test_what_was_told_is_forgotten_except_what_they_live_on() -> None:
    assert set(told(money_situation="ww", money_age="45").slots) == {"money_learning", "money_agreement", "money_age"}


def test_yes_shows_what_is_free() -> None:
    assert play(ActionAffirm, People(wish="hout"), Said("ja", "affirm", asked=["ask_free_instead"])).said[0] == "no_money"


def test_who_chooses_a_course_with_a_benefit_hears_whom_to_ask_first() -> None:
    people = People(wish="hout")
    people.suggestions.items = (item("een", kind=Kind.CURSUS, price=Decimal(5)), *ITEMS[1:])
    slots = {"shown": [each.id for each in people.suggestions.items], "money_situation": "ww"}
    assert play(ActionPickOption, people, Said("1", "pick_option", slots=slots)).said == ["chosen", "benefit_first"]
    assert play(ActionPickOption, people, Said("2", "pick_option", slots=slots)).said == ["chosen"]
    assert play(ActionPickOption, people, Said("1", "pick_option", slots={**slots, "money_situation": "werk"})).said == ["chosen"]


def test_a_wish_that_names_a_benefit_brings_the_same() -> None:
    answer = play(ActionGiveWish, People(), Said("ik heb een ww-uitkering en wil iets met hout", "give_wish"))
    assert answer.said[:2] == ["wish_kept", "benefit_first"]
    assert answer.slots["money_situation"] == "ww"


@pytest.mark.parametrize(
    ("text", "intent", "is_money"),
    [
        ("ik zit in de WW, mag ik dan leren", "refuse_learning", True),
        ("raak ik mijn wajong kwijt als ik een opleiding doe", "feel_unsure", True),
        ("wat is de leerrekening", "out_of_scope", True),
        ("is er geld voor zzp'ers", "nlu_fallback", True),
        ("ik wil leren hoe een uitkering werkt", "give_wish", False),
        ("ik wil weten wie betaalt", "give_wish", False),
        ("is er geld voor zzp'ers", "ask_price", False),
        ("een kleine stap", "give_wish", False),
        ("kan ik een uitkering krijgen", "out_of_scope", False),
    ],
)
def test_money_is_heard_whatever_rasa_made_of_it(text: str, intent: str, is_money: bool) -> None:
    answer = play(ActionFindCourse, People(wish="hout"), Said(text, intent))
    assert (answer.opened == FORM) == is_money


@pytest.mark.parametrize("typed", ["wat is de leerrekening", "Mag ik leren in de bijstand?"])
def test_a_question_about_money_is_no_wish(typed: str) -> None:
    said = Said(typed, "nlu_fallback", loop="wish_form", slots={"requested_slot": "wish"})
    assert play(ValidateWishForm, People(), said).slots == {}
    assert play(ActionMisunderstood, People(), said).said[0] in ("money_scheme", "benefit_first")


def test_in_another_question_only_a_side_question_is_about_money() -> None:
    answer = play(ActionGiveWish, People(), Said("wat is de leerrekening", "give_wish", loop="log_form"))
    assert "money_scheme" not in answer.said
