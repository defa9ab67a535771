"""What goes before the answer to an intent: a heavy heart, a correction, and what only the latest list explains."""

from collections.abc import Callable
from dataclasses import dataclass

from actions.agenda import agenda, almost_on
from actions.asides import aside, story
from actions.barriers import ActionFeelUnsure, ActionNoMoney
from actions.choosing import ActionPickOption, day_comes_later, names_day_too_soon, one_at_a_time, take_that
from actions.corrections import correction
from actions.desks import ActionFindDesk, answers_where, asks_more_of_desk, hear_where, tell_more, wants_desk
from actions.dropping import drop_that, drop_wish
from actions.feelings import comfort
from actions.first import guards
from actions.first.days_off import refuses_day
from actions.first.errands import errand
from actions.first.fact_of_one import fact_of_one
from actions.first.foreign import foreign_wish
from actions.first.looking_again import looking_again
from actions.first.moment_for_them import moment_for_them
from actions.first.one_of_the_list import one_but, one_out
from actions.first.picking_more import pick_with_more
from actions.first.refining import one_of_several, refinement
from actions.first.refusing import none_of_them, only_refusal, wish_beside_refusal
from actions.first.reminder_changes import reminder_change
from actions.first.second_thoughts import after_all
from actions.first.under_nudge import under_nudge
from actions.first.which import which_of_them
from actions.hardship import goes_on_after_help, heavy
from actions.idea_questions import idea_question
from actions.item_questions import tell_start, wants_start
from actions.log_orders import carried_out, log_order, tells_deed
from actions.misunderstood import ActionRephrase
from actions.money import ActionTellMoneyHelp
from actions.narrowing import narrower, no_school, part_of_day, price
from actions.own_plan import own_plan
from actions.pearls import tell_pearl, wants_pearl
from actions.places import hear_place
from actions.reminders import ActionSetReminder
from actions.rhythm import moment_of_nudges
from actions.rights import ask_whether_to_stop
from actions.smalltalk import ActionStayCalm
from actions.suggestions import ActionSuggest, offer_ideas
from actions.telling import go_on
from actions.turning_back import turning_back
from actions.turns.decisions import Decisions
from actions.turns.heard import AFTER_DANGER, WAITING
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from actions.welcome import ActionSayGoodbye
from actions.wish import ask_whether, keep_subject, names_planning, names_subject, points_beside_ideas, wish_after_all

Find = Callable[[Turn], Answer | None]
"""Returns how to answer a message; None when it is about something else."""


@dataclass(frozen=True)
class First:
    """One thing that a message may be before it is what Rasa made of it."""

    name: str
    find: Find


def _when(guard: Callable[[Turn], bool], answer: Answer) -> Find:
    return lambda turn: answer if guard(turn) else None


FIRST: tuple[First, ...] = (
    First("heavy", heavy),
    First("after help", _when(goes_on_after_help, saying(AFTER_DANGER))),
    First("instructions", _when(guards.instructs, saying("utter_not_mine_instructions", stay=True))),
    First("waiting", _when(guards.has_us_wait, saying(WAITING, stay=True))),
    First("under a nudge", under_nudge),
    First("farewell", _when(guards.goes, ActionSayGoodbye().answer)),
    First("aside", aside),
    First("no Dutch", _when(guards.lacks_dutch, saying("utter_i_speak_dutch", stay=True))),
    First("wish in another language", foreign_wish),
    First("other language", _when(guards.is_foreign, saying("utter_i_speak_dutch", stay=True))),
    First("after all", after_all),
    First("away with that", drop_that),
    First("away with the wish", drop_wish),
    First("opt-out", _when(guards.may_want_out, ask_whether_to_stop)),
    First("moment for them", moment_for_them),
    First("errand", errand),
    First("insult", _when(guards.insults, ActionStayCalm().answer)),
    First("no talk", _when(guards.is_no_talk, saying("utter_not_mine_instructions", stay=True))),
    First("lost", _when(guards.lost_us, ActionRephrase().answer)),
    First("reminder", _when(guards.asks_reminder, ActionSetReminder().answer)),
    First("reminder change", reminder_change),
    First("one out", one_out),
    First("one but", one_but),
    First("fact of one", fact_of_one),
    First("one of them and more", pick_with_more),
    First("price", price),
    First("moment of nudges", moment_of_nudges),
    First("nudges almost on", almost_on),
    First("agenda", agenda),
    First("own plan", own_plan),
    First("logbook", log_order),
    First("carried out", carried_out),
    First("day off", refuses_day),
    First("correction", correction),
    First("wish after all", wish_after_all),
    First("none of them", none_of_them),
    First("wish beside a refusal", wish_beside_refusal),
    First("no school", no_school),
    First("refusal", only_refusal),
    First("planning", _when(names_planning, keep_subject)),
    First("subject", _when(names_subject, keep_subject)),
    First("hurt at school", _when(guards.was_hurt, comfort)),
    First("not daring", _when(guards.dares_not, ActionFeelUnsure().answer)),
    First("short of money", _when(guards.is_short_of_money, ActionNoMoney().answer)),
    First("money", _when(guards.is_about_money, ActionTellMoneyHelp().answer)),
    First("work", _when(guards.tells_work, go_on)),
    First("place of a desk", _when(answers_where, hear_where)),
    First("more of a desk", _when(asks_more_of_desk, tell_more)),
    First("desk", _when(wants_desk, ActionFindDesk().answer)),
    First("turning back", turning_back),
    First("other ideas", _when(points_beside_ideas, offer_ideas)),
    First("which of them", which_of_them),
    First("question about an idea", idea_question),
    First("pearl", _when(wants_pearl, tell_pearl)),
    First("start", _when(wants_start, tell_start)),
    First("not ours", guards.not_ours),
    First("more or less", looking_again),
    First("narrower", narrower),
    First("part of the day", part_of_day),
    First("day too soon", _when(names_day_too_soon, day_comes_later)),
    First("postcode", _when(guards.is_bare_postcode, hear_place)),
    First("place", _when(guards.is_bare_place, hear_place)),
    First("show", _when(guards.wants_to_see, ActionSuggest().answer)),
    First("all of them", _when(guards.wants_all, one_at_a_time)),
    First("that one", take_that),
    First("pointing", _when(guards.points, ActionPickOption().answer)),
    First("deed", tells_deed),
    First("one of several", one_of_several),
    First("refinement", refinement),
    First("story", story),
    First("unknown topic", _when(guards.is_unknown_topic, ask_whether)),
)
"""The first of these that finds an answer speaks; what is dangerous to miss and what says most precisely what it is stands higher."""


def decide(turn: Turn) -> tuple[First, Answer] | None:
    """Return what goes first in this turn and how it answers; None when the intent may speak."""
    if not turn.text:
        return None
    return next(((first, answer) for first in FIRST if (answer := first.find(turn))), None)


DECISIONS: Decisions[tuple[First, Answer] | None] = Decisions()


def goes_first(turn: Turn) -> Answer | None:
    """Return the answer that goes before that of the intent; decided once for a message, however many actions ask."""
    decided = DECISIONS.of(turn.message_id, lambda: decide(turn))
    return decided[1] if decided else None
