"""A bare yes or no means what was asked last."""

from rasa_sdk.events import SlotSet

from actions.barriers import ActionNoMoney, ActionNoTime
from actions.choosing import ask_which, choose, nothing_shown, spoken_of
from actions.log_orders import clear
from actions.logbook import keep
from actions.own_plan import decline
from actions.plan import ActionMakePlan
from actions.searching import keep_wish, shown_items
from actions.suggestions import FREE_ALREADY, IDEAS, LISTS, ActionMoreOptions, ActionSuggest, ask_which_idea, offer_ideas
from actions.turns.base import DuwtjeAction
from actions.turns.moves import Event, leave, start
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from bot.language.small_talk.small_answers import is_closing, is_dismissal


def _choose(turn: Turn) -> list[Event]:
    items = shown_items(turn)
    if len(items) != 1:
        return ask_which(turn, items)
    return choose(turn, items[0])


def _choose_that(turn: Turn) -> list[Event]:
    item = spoken_of(turn)
    return choose(turn, item) if item else ask_which(turn, shown_items(turn))


def _keep_remark(turn: Turn) -> list[Event]:
    return [SlotSet("remark", None), *keep(turn, str(turn.slot("remark")))]


def _keep_topic(turn: Turn) -> list[Event]:
    return [SlotSet("remark", None), *keep_wish(turn, str(turn.slot("remark")), {})]


def _effect(name: str) -> Answer:
    def answer(turn: Turn) -> list[Event]:
        turn.effect(name)
        return leave()

    return answer


YES: dict[str, Answer] = {
    "utter_suggestions_1": _choose,
    "utter_suggestions_2": _choose,
    "utter_suggestions_3": _choose,
    "utter_ask_this_one": _choose,
    "utter_ask_that_one": _choose_that,
    "utter_ask_which": _choose,
    "utter_ask_which_of_two": _choose,
    "utter_ask_which_of_these": _choose,
    "utter_ask_rephrased_list": _choose,
    FREE_ALREADY: _choose,
    "utter_ask_choose_for_you": lambda turn: choose(turn, shown_items(turn)[0]) if shown_items(turn) else nothing_shown(turn),
    "utter_ask_plan_this": ActionMakePlan().answer,
    "utter_no_more": lambda turn: start("wish_form", "wish"),
    "utter_ask_stop_too": _effect("stop"),
    "utter_ask_human_instead": _effect("human"),
    "utter_ask_rest_or_human": _effect("human"),
    "utter_ask_keep_remark": _keep_remark,
    "utter_ask_log_clear": clear,
    "utter_ask_topic": _keep_topic,
    "utter_welcome_back": ActionSuggest().answer,
    "utter_ask_free_instead": ActionNoMoney().answer,
    "utter_not_done": ActionNoTime().answer,
}
"""What a yes after a question means."""

NO: dict[str, Answer] = {
    "utter_suggestions_1": ActionMoreOptions().answer,
    "utter_suggestions_2": ActionMoreOptions().answer,
    "utter_suggestions_3": ActionMoreOptions().answer,
    "utter_ask_which": ActionMoreOptions().answer,
    "utter_ask_which_of_two": ActionMoreOptions().answer,
    "utter_ask_this_one": ActionMoreOptions().answer,
    "utter_ask_that_one": ActionMoreOptions().answer,
    "utter_ask_which_of_these": ActionMoreOptions().answer,
    "utter_ask_choose_for_you": ActionMoreOptions().answer,
    FREE_ALREADY: ActionMoreOptions().answer,
    "utter_ask_plan_this": saying("utter_no_plan"),
    "utter_ask_keep_remark": saying("utter_log_skipped"),
    "utter_ask_log_clear": saying("utter_log_untouched"),
}
NO_IN: dict[str, Answer] = {
    "wish_form": saying("utter_no_wish"),
    "plan_form": decline,
    "log_form": saying("utter_log_only_deed"),
    "nudges_form": _effect("stop"),
    "reminder_form": saying("utter_reminder_dropped"),
}
"""What a no to the question of a form means."""


class ActionAffirm(DuwtjeAction):
    """Does what was offered."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.answers_nudge:
            turn.say("utter_yes_to_nudge")
            return []
        if turn.loop == "wish_form" and (turn.asked or "").startswith(IDEAS):
            return ask_which_idea(turn)
        if turn.loop == "wish_form" and turn.asked == "utter_ask_topic":
            return _keep_topic(turn)
        if turn.loop:
            return []
        if is_closing(turn.text) and ((turn.asked or "").startswith(LISTS) or turn.asked not in YES):
            turn.say("utter_you_are_welcome")
            return []
        return YES.get(turn.asked or "", saying("utter_yes_to_what"))(turn)


class ActionDeny(DuwtjeAction):
    """Lets go of what was offered."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.answers_nudge:
            turn.say("utter_no_to_nudge")
            return [] if turn.loop else leave()
        if turn.loop == "wish_form" and (turn.asked or "").startswith(IDEAS) and not is_dismissal(turn.text):
            return offer_ideas(turn)
        if turn.asked == "utter_ask_topic":
            return start("wish_form", "wish")
        if turn.loop:
            return NO_IN[turn.loop](turn)
        if is_dismissal(turn.text):
            return saying("utter_fine")(turn)
        return NO.get(turn.asked or "", saying("utter_fine"))(turn)
