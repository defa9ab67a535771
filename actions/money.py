"""Who may help to pay: at most four questions, then at most three schemes of which one is free. Honest, dated, and never a promise."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rasa_sdk.events import SlotSet

from actions.asides import aside
from actions.benefits import SITUATION, lives_on, offices_first
from actions.scheme_lines import scheme_line, scheme_lines
from actions.searching import remember
from actions.turns.base import DuwtjeAction, FormAnswer, FormQuestion
from actions.turns.moves import REQUESTED, Event, leave, start
from actions.turns.turn import Turn
from actions.wording import echo
from bot.catalogue.money.choosing import offices
from bot.catalogue.money.models import Answers, Learning, SchemeToday, Situation
from bot.language.numbers.amounts import place_in_row
from bot.language.person.money import age_in, asks_for_money, is_unknown, learning_in, situation_in
from bot.language.small_talk.small_answers import has_no_preference, is_dismissal
from bot.language.wishes.own_words import says_wanted
from bot.registers import Register

FORM = "money_form"
LEARNING, AGREEMENT, AGE = "money_learning", "money_agreement", "money_age"
SLOTS = (SITUATION, LEARNING, AGREEMENT, AGE)
ANY, YES, NO = "any", "yes", "no"
"""Answers besides those that the slots name: not known or not told, and whether there is an agreement about money."""
BUTTONS = {
    SITUATION: (Situation.WORK, Situation.SELF_EMPLOYED, Situation.BENEFIT, Situation.NONE),
    LEARNING: (Learning.COURSE, Learning.DEGREE, Learning.BASICS, ANY),
    AGREEMENT: (YES, NO, ANY),
}
"""Answers in the order of the buttons of their question."""
A_WISH = frozenset({"give_wish", "change_wish", "find_course"})
"""What Rasa makes of a subject, which says nothing about the kind of learning."""


class ActionTellMoneyHelp(DuwtjeAction):
    """Tells how a scheme stands that was named, and finds out what may suit. While something else is asked, it is short.

    The question for a wish may wait: who asks about money first is helped with that first, and a wish in it is kept.
    """

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.loop == FORM:
            return []
        known = {SITUATION: situation_in(turn.text), LEARNING: learning_in(turn.text) or learning_in(turn.learner.wish or "")}
        named = turn.services.money.named_in(turn.text)
        if named:
            turn.say("utter_money_scheme", line=scheme_line(turn.texts, named))
        asked_first = offices(_answers(turn, known))
        offices_first(turn, asked_first)
        if turn.loop and (turn.loop != "wish_form" or named or asked_first):
            if not named and not asked_first:
                turn.say("utter_money_help")
            return []
        if not turn.learner.wish and turn.topics and says_wanted(turn.text) and not asks_for_money(turn.text):
            remember(turn, turn.text)
            turn.say("utter_wish_kept", wish=echo(turn.learner.wish or ""))
        turn.say("utter_money_guide")
        return _begin(turn, known)


class ActionAnswerMoney(DuwtjeAction):
    """Takes an older button of a question as its answer, and asks the rest."""

    def answer(self, turn: Turn) -> list[Event]:
        if turn.loop == FORM:
            return []
        told = turn.entity("answer") or ""
        return _begin(turn, {slot: told for slot, answers in BUTTONS.items() if told in answers and told not in (ANY, YES, NO)})


class ActionAskMoneySituation(FormQuestion):
    """Asks what somebody lives on."""

    slot = SITUATION


class ActionAskMoneyLearning(FormQuestion):
    """Asks what kind of learning it is."""

    slot = LEARNING


class ActionAskMoneyAgreement(FormQuestion):
    """Asks whether there is money at work."""

    slot = AGREEMENT


class ActionAskMoneyAge(FormQuestion):
    """Asks on which side of the limit somebody's age is, and no more than that."""

    slot = AGE

    def ask(self, turn: Turn, *, again: bool) -> None:
        limit = turn.services.money.age_limit(_answers(turn, {})) or 0
        titles = {str(limit - 1): "money_age_under", str(limit): "money_age_over", ANY: "money_age_untold"}
        buttons = [
            {"title": turn.texts(key, limit=limit), "payload": f'/answer_money{{"answer": "{value}"}}'} for value, key in titles.items()
        ]
        turn.offer(self.question(again=again), buttons)


class ValidateMoneyForm(FormAnswer):
    """Takes an answer, also "weet niet"; a question whose answer changes nothing is not asked."""

    def answer(self, turn: Turn) -> list[Event]:
        asked = turn.slot(REQUESTED)
        if turn.loop != FORM or not asked:
            return []
        if aside(turn):
            # "En als mijn baas nee zegt?" names a boss and holds a no, and answers nothing.
            return []
        if turn.text and not turn.answers_nudge and (is_dismissal(turn.text) or (turn.intent == "deny" and asked != AGREEMENT)):
            turn.say("utter_money_let_go")
            return [SlotSet(REQUESTED, None)]
        corrected = _other_situation(turn, asked)
        if corrected:
            return [SlotSet(SITUATION, corrected), *_needless(turn, {SITUATION: corrected})]
        # An answer such as "uitkering" is no question that others know better.
        value = None if turn.answers_nudge else self.read(turn, asked)
        events = super().answer(turn) if value is None else [SlotSet(asked, value)]
        return [*events, *_needless(turn, {event["name"]: event["value"] for event in events})] if events else []

    def read(self, turn: Turn, slot: str) -> object | None:
        told = turn.entity("answer") if turn.pressed else turn.text
        if not told:
            return None
        if turn.pressed:
            return told if slot == AGE or told in BUTTONS[slot] else None
        value = {SITUATION: _situation, LEARNING: _learning, AGREEMENT: _agreement, AGE: _age}[slot](turn)
        if value is None and slot in BUTTONS and (number := place_in_row(told)) and 0 < number <= len(BUTTONS[slot]):
            value = str(BUTTONS[slot][number - 1])
        return ANY if value is None and (is_unknown(told) or has_no_preference(told)) else value


class ActionTellSchemes(DuwtjeAction):
    """Tells whom to ask first, what may suit, and that there is something free."""

    def answer(self, turn: Turn) -> list[Event]:
        if "utter_money_let_go" not in turn.said:
            advice = turn.services.money.advise(_answers(turn, {}))
            offices_first(turn, advice.ask_first)
            _tell(turn, advice.schemes)
            turn.say("utter_ask_free_instead")
        # What somebody lives on stays known in this talk: before they choose a course, they hear whom to ask.
        return [SlotSet(slot, None) for slot in SLOTS if slot != SITUATION]


def _tell(turn: Turn, schemes: Sequence[SchemeToday]) -> None:
    """Say what may suit: in easy words only the first and the last, which is free, each in a message of its own."""
    if turn.register is not Register.EASY:
        turn.say("utter_schemes", lines=scheme_lines(turn.texts, schemes))
        return
    told = scheme_lines(turn.texts, [*schemes[:1], *schemes[1:][-1:]], brief=True)
    for response, line in zip(("utter_schemes", "utter_schemes_also"), told.splitlines(), strict=False):
        turn.say(response, lines=line)


def _begin(turn: Turn, known: Mapping[str, str | None]) -> list[Event]:
    heard = {slot: known.get(slot) for slot in SLOTS}
    events = [SlotSet(slot, value) for slot, value in heard.items()]
    return [*leave(), *events, *_needless(turn, heard), *start(FORM)]


def _needless(turn: Turn, changed: Mapping[str, str | None]) -> list[Event]:
    """Answer for the person what makes no difference, so that it is not asked."""
    told = {slot: changed.get(slot, turn.slot(slot)) for slot in SLOTS}
    if told[SITUATION] is None or told[LEARNING] is None:
        return []
    answers, money = _answers(turn, changed), turn.services.money
    needless = {AGREEMENT: ANY} if told[AGREEMENT] is None and not money.asks_agreement(answers) else {}
    if (told[AGREEMENT] or needless) and money.age_limit(answers) is None:
        needless |= {AGE: ANY}
    return [SlotSet(slot, value) for slot, value in needless.items()]


def _answers(turn: Turn, changed: Mapping[str, str | None]) -> Answers:
    told = {slot: changed.get(slot, turn.slot(slot)) for slot in SLOTS}
    learning, age = told[LEARNING], told[AGE]
    return replace(
        lives_on(told[SITUATION]),
        learning=Learning(learning) if learning in set(Learning) else None,
        has_agreement={YES: True, NO: False}.get(told[AGREEMENT] or ANY),
        age=int(age) if age and age.isdigit() else None,
    )


def _other_situation(turn: Turn, asked: str) -> str | None:
    """Return what somebody lives on when they say so after all, in answer to a later question."""
    if asked == SITUATION or turn.pressed or turn.answers_nudge or learning_in(turn.text):
        return None
    told = situation_in(turn.text)
    return told if told != turn.slot(SITUATION) else None


def _situation(turn: Turn) -> str | None:
    return situation_in(turn.text, asked=True)


def _learning(turn: Turn) -> str | None:
    return learning_in(turn.text) or (ANY if turn.intent in A_WISH else None)


def _agreement(turn: Turn) -> str | None:
    return {"affirm": YES, "deny": NO}.get(turn.intent)


def _age(turn: Turn) -> str | None:
    limit = turn.services.money.age_limit(_answers(turn, {})) or 0
    told = age_in(turn.text)
    if told is not None:
        return str(told)
    return str(limit - 1) if turn.intent == "affirm" else None
