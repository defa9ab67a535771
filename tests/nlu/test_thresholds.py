"""How thresholds inside a conversation are chosen."""

import pytest

from actions.turns.zones import CLEAR_CHAT, PLAUSIBLE, clear_from
from tests.nlu.guesses import READING, plausible
from tests.nlu.open_question import Threshold, clear
from tests.nlu.sentences import parse
from tests.nlu.thresholds import Heard, choices, together
from tests.nlu.understanding import FALLBACK, Understood
from tests.nlu.zones import RIGHT_QUESTION, WRONG_QUESTION, offered

ASIDES = frozenset({"ask_price", "out_of_scope"})


def heard(intent: str, confidence: float = 0.7) -> Understood:
    return Understood(intent, intent, confidence, (), ((intent, confidence),))


@pytest.mark.parametrize(
    ("meant", "intent", "confidence", "outcome"),
    [
        ("ask_price", "ask_price", 0.7, "right"),
        ("ask_price", "ask_price", 0.5, "taken"),
        ("give_wish", "ask_price", 0.7, "lost"),
        ("give_wish", "ask_price", 0.5, None),
        ("out_of_scope", "ask_price", 0.7, "wrong"),
        ("ask_price", "give_wish", 0.7, None),
        ("give_wish", "out_of_scope", 0.7, None),
    ],
)
def test_a_threshold_sends_a_message_before_the_question_or_not(meant: str, intent: str, confidence: float, outcome: str | None) -> None:
    assert Threshold(0.6, chat=False).outcome(ASIDES, meant, heard(intent, confidence)) == outcome


def test_mere_chat_has_a_threshold_of_its_own() -> None:
    assert Threshold(0.6, chat=True).outcome(ASIDES, "give_wish", heard("out_of_scope", 0.7)) == "lost"
    assert clear_from("out_of_scope") == CLEAR_CHAT > clear_from("ask_price")


def test_lost_answers_make_a_low_threshold_dear_and_lost_questions_a_high_one() -> None:
    answer, question = parse("iets met hout", "give_moment"), parse("wat kost dat", "ask_price")
    unsure_answers = together([answer, question], [heard("ask_price", 0.65), heard("ask_price", 0.95)])
    cost = {each.threshold: each.cost for each in clear(unsure_answers, chat=False)}
    assert cost[0.6] > cost[0.7] == cost[0.9] == 0
    unsure_questions = together([answer, question], [heard("give_moment", 0.95), heard("ask_price", 0.65)])
    cost = {each.threshold: each.cost for each in clear(unsure_questions, chat=False)}
    assert 0 == cost[0.6] < cost[0.7]


def test_a_guess_helps_when_it_is_right_and_is_only_more_to_read_when_not() -> None:
    guessed = Understood(FALLBACK, "ask_price", 0.2, (), (("ask_price", 0.2), ("find_course", 0.13), ("thank", 0.01)))
    assert offered(guessed, 0.1) == ["ask_price", "find_course"]
    for meant, cost in (("ask_price", RIGHT_QUESTION + READING), ("greet", WRONG_QUESTION + 2 * READING)):
        in_use = next(each for each in plausible([Heard(meant, (guessed, heard("greet")))]) if each.threshold == PLAUSIBLE)
        assert in_use.cost == pytest.approx(cost)
        assert in_use.shares == {"right": float(meant == "ask_price"), "none": 0, "buttons": 2}


def test_what_is_always_cheaper_is_cheaper_in_all_draws_and_the_one_in_use_does_not_differ_from_itself() -> None:
    dear, cheap = choices([0.1, 0.2], 0.1, lambda sure: [(1 - sure, 1.0)] * 20, lambda _: {})
    assert (dear.in_use, dear.low, dear.high) == (True, 0, 0)
    assert cheap.high == pytest.approx(-0.1)
    assert cheap.cost == pytest.approx(0.8)
