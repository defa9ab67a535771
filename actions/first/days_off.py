"""A day on which no nudge may come. There is one fixed day or none, so whoever refuses a day is offered the others."""

from actions import nudges
from actions.corrections import ABOUT_PLAN, ABOUT_RHYTHM
from actions.rhythm import WANTED, ActionChangeMoment
from actions.rhythm_wording import weekday
from actions.turns.moves import Event
from actions.turns.saying import Answer
from actions.turns.turn import Turn
from bot.language.moments.refused_days import WEEKEND, is_about_nudges, refused_days_in, wanted_day_in

WORKING_DAYS = (0, 1, 2, 3, 4)
ABOUT_DAYS = ("utter_day_is_free", "utter_weekend_is_free", "utter_ask_which_day")
ABOUT_NUDGES = frozenset({"change_moment", "stop_nudges", "change_frequency"})
ABOUT_WHEN = ABOUT_NUDGES | {"give_moment", "deny", "nlu_fallback"}
"""What Rasa makes of a day that does not suit."""


def refuses_day(turn: Turn) -> Answer | None:
    """Return how to answer who says on which day no nudge may come; None when they say something else."""
    if not refused_days_in(turn.text) or turn.loop == nudges.FORM or turn.learner.nudges.state not in WANTED:
        return None
    if wanted_day_in(turn.text) is not None:
        spoken_of = is_about_nudges(turn.text) or turn.heard((*ABOUT_RHYTHM, *ABOUT_DAYS))
        return ActionChangeMoment().answer if spoken_of else None
    return _offer_days if is_about_nudges(turn.text) or _may_be_about_nudges(turn) else None


def _may_be_about_nudges(turn: Turn) -> bool:
    if turn.open_nudge or turn.heard(ABOUT_PLAN):
        return False
    return turn.intent in ABOUT_NUDGES if turn.loop == "wish_form" else not turn.loop and turn.intent in ABOUT_WHEN


def _offer_days(turn: Turn) -> list[Event]:
    refused, chosen = refused_days_in(turn.text), turn.learner.nudges.weekday
    if chosen is not None and chosen not in refused:
        turn.say("utter_day_is_free", day=weekday(turn.texts, chosen))
    elif chosen is None and refused <= WEEKEND:
        turn.say("utter_weekend_is_free")
    else:
        free = [weekday(turn.texts, day) for day in WORKING_DAYS if day not in refused][: turn.most_buttons]
        turn.offer("utter_ask_which_day", [{"title": name, "payload": f'/change_moment{{"moment": "{name}"}}'} for name in free])
    return []
