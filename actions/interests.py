"""The topics we heard, to look at and to take away."""

from actions.dropping import forget_wish
from actions.turns.base import DuwtjeAction
from actions.turns.moves import Event, start
from actions.turns.turn import Turn
from actions.wording import echo
from bot.language.safety.erasing import WISH


class ActionShowInterests(DuwtjeAction):
    """Shows the topics and the wish."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        learner = turn.learner
        if not learner.wish:
            turn.say("utter_no_interests")
            return [] if turn.loop else start("wish_form", "wish")
        labels = [turn.services.interests.label(tag) for tag in learner.interests]
        if labels:
            turn.say("utter_interests", interests=", ".join(labels), wish=echo(learner.wish))
        else:
            turn.say("utter_only_a_wish", wish=echo(learner.wish))
        return []


class ActionRemoveInterest(DuwtjeAction):
    """Takes one topic away, or asks which; the wish itself when a button says so."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.pressed and turn.entity("answer") == WISH:
            return forget_wish(turn)
        learner = turn.learner
        named = turn.services.interests.tags_in(turn.said_or_chosen)
        known = [tag for tag in named if tag in learner.interests]
        if known:
            turn.services.profile.remove_interest(learner.id, known[0])
            turn.say("utter_interest_removed", interest=turn.services.interests.label(known[0]))
        elif named or not learner.interests:
            turn.say("utter_interest_not_yours")
        else:
            turn.offer("utter_ask_which_interest", [_button(tag) for tag in learner.interests])
        return []


def _button(tag: str) -> dict[str, str]:
    return {"title": tag.replace("_", " ").capitalize(), "payload": f'/remove_interest{{"interest": "{tag}"}}'}
