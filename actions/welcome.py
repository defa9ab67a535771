"""Beginning and ending a talk, and telling what is possible."""

from actions.searching import forget
from actions.turning_back import turning_back
from actions.turns.base import DuwtjeAction
from actions.turns.moves import Event, leave, start
from actions.turns.turn import Turn
from actions.wording import echo


def welcome_back(turn: Turn) -> list[Event]:
    """Greet someone whose wish we know."""
    turn.say("utter_welcome_back", wish=echo(turn.learner.wish or ""))
    return leave()


class ActionStartConversation(DuwtjeAction):
    """Says who we are, or recognises who comes back."""

    def answer(self, turn: Turn) -> list[Event]:
        if turn.learner.wish:
            return welcome_back(turn)
        turn.say("utter_welcome")
        return start("wish_form", "wish")


class ActionGreet(DuwtjeAction):
    """Greets; who has no wish yet is asked for one."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.loop:
            if turn.asked != "utter_welcome":
                turn.say("utter_greet_in_between")
            return []
        if turn.learner.wish:
            return welcome_back(turn)
        turn.say("utter_greet")
        return start("wish_form", "wish")


class ActionSayGoodbye(DuwtjeAction):
    """Says goodbye and asks nothing any more."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        turn.say("utter_goodbye")
        return leave()


class ActionHelp(DuwtjeAction):
    """Tells what is possible."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        turn.say("utter_help_in_between" if turn.loop else "utter_help")
        return []


class ActionStartOver(DuwtjeAction):
    """Begins anew with an open mind."""

    def answer(self, turn: Turn) -> list[Event]:
        if back := turning_back(turn):
            # "Terug naar die met hout" is no new beginning.
            return back(turn)
        turn.say("utter_start_over")
        return [*forget(), *start("wish_form", "wish")]
