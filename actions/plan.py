"""The if-then plan: at this moment of my day I do this small thing."""

from rasa_sdk.events import SlotSet

from actions.choosing import ask_which, nothing_shown
from actions.searching import item_called, refine, shown_items
from actions.suggestions import offer_ideas
from actions.turns.base import DuwtjeAction, FormAnswer, FormQuestion
from actions.turns.heard import responses
from actions.turns.moves import Event, leave, start
from actions.turns.turn import Turn
from actions.turns.zones import CHAT
from actions.wording import capital, echo
from bot.catalogue.models import Item
from bot.language.moments.day_parts import bare_moment, cannot_then, is_at_once, is_condition, names_a_time, when_free
from bot.language.moments.rhythms import is_rhythm
from bot.language.small_talk.small_answers import has_no_preference, is_not_knowing
from bot.language.when.reading import when
from bot.language.wishes.corrections import instead, only_refuses
from bot.learners.models import NudgeState

FEW_WORDS, A_CONDITION = 3, 8
MOMENTS = frozenset({"give_moment", "change_moment"})
NO_NUDGES = "utter_nudges_declined"
UNSURE = frozenset({"nlu_fallback", *CHAT})
"""What Rasa says about words it does not know as a moment."""


class ActionAskMoment(FormQuestion):
    """Asks when it suits."""

    slot = "moment"


class ValidatePlanForm(FormAnswer):
    """Takes words that name a moment, in any way. A question, an objection or an order is none, however unsure Rasa is of it."""

    def is_answer(self, turn: Turn) -> bool:
        asks = turn.text.endswith("?") and turn.intent not in MOMENTS and len(bare_moment(turn.text).split()) > FEW_WORDS
        if (names_moment(turn) or is_rhythm(turn.text)) and not asks:
            # "Morgen" alone may be a greeting, but not as an answer to "when".
            few = len(bare_moment(turn.text).split()) <= FEW_WORDS
            return few or not turn.is_side_question(self.form)
        if is_condition(turn.text):
            return not turn.is_side_question(self.form) and len(turn.text.split()) <= A_CONDITION
        # A button of a nudge may carry a topic.
        return turn.intent in MOMENTS if turn.pressed else _may_be_one(turn) and super().is_answer(turn)

    def read(self, turn: Turn, slot: str) -> str | None:
        bare = bare_moment(turn.text)
        return None if cannot_then(turn.text) or only_refuses(bare) or is_not_knowing(bare) else moment_in(turn)


def names_moment(turn: Turn) -> bool:
    """Return whether what was typed names a moment."""
    return names_a_time(turn.text) or is_at_once(turn.text) or when(turn.text, turn.now) is not None


def _may_be_one(turn: Turn) -> bool:
    """Whether words in which we read no moment may name one all the same: Rasa hears it, or a few words are said again."""
    if turn.text.endswith("?"):
        return False
    says_again = turn.asked == "utter_ask_rephrased_moment" and turn.intent in UNSURE and len(turn.text.split()) <= FEW_WORDS
    return turn.intent in MOMENTS or says_again


class ActionKeepPlan(DuwtjeAction):
    """Keeps the plan and shows it."""

    def answer(self, turn: Turn) -> list[Event]:
        item = item_called(turn, turn.slot("chosen"))
        if item is None:
            return nothing_shown(turn)
        return [SlotSet("moment", None), *keep(turn, item, str(turn.slot("moment")))]


class ActionMakePlan(DuwtjeAction):
    """Makes a plan for what was chosen, or asks what it is about."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        items = shown_items(turn)
        if item_called(turn, turn.slot("chosen")) or len(items) == 1:
            chosen = turn.slot("chosen") or items[0].id
            return [SlotSet("chosen", chosen), *start("plan_form", "moment")]
        if not items:
            plan = turn.services.plans.newest(turn.learner.id)
            if plan and item_called(turn, plan.item_id):
                return [SlotSet("chosen", plan.item_id), *start("plan_form", "moment")]
            turn.say("utter_choose_first")
            return [] if turn.loop == "wish_form" else nothing_shown(turn)
        return ask_which(turn, items)


class ActionGiveMoment(DuwtjeAction):
    """Takes a moment that was told without being asked."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.loop == "wish_form" and has_no_preference(turn.text):
            return offer_ideas(turn)
        if turn.loop:
            return []
        item = item_called(turn, turn.slot("chosen"))
        if item and cannot_then(turn.text):
            return start("plan_form", "moment")
        if item is None:
            items = shown_items(turn)
            # "10 min ofzo" is no moment: it says how long it may take.
            narrower = None if names_moment(turn) else refine(turn)
            return narrower or (ask_which(turn, items) if items else nothing_shown(turn))
        return keep(turn, item, moment_in(turn) or "")


def change(turn: Turn, moment: str) -> list[Event]:
    """Put another moment in the open plan, in the person's own words; what is asked meanwhile stays open."""
    plan = turn.services.plans.move(turn.learner.id, moment)
    if plan is None:
        return []
    item, said = item_called(turn, plan.item_id), echo(plan.moment)
    turn.say("utter_plan_changed", moment=capital(said), step=item.smallest_step.text if item else plan.item_title)
    return []


def moment_in(turn: Turn) -> str | None:
    """Return the moment in the person's own words; None when there is no word in it."""
    told = bare_moment(when_free(turn.text) or _moment_within(turn) or instead(turn.text) or turn.said_or_chosen)
    return told if any(sign.isalnum() for sign in told) else None


def _moment_within(turn: Turn) -> str | None:
    """Return the moment in a sentence that is mostly about something else: "zou dat op donderdag kunnen"."""
    named = turn.spans("moment")
    if not named or named[0][0] == 0:
        return None
    within = turn.text[named[0][0] : named[-1][1]]
    names_one = names_a_time(within) or len(within.split()) > 1
    told = bare_moment(turn.text)
    # "Doe maar morgen onderweg" is all about the moment, from its first word on.
    apart = 2 * len(within.split()) < len(told.split()) and not told.startswith(within)
    return within if names_one and apart else None


def keep(turn: Turn, item: Item, moment: str) -> list[Event]:
    """Store the plan and say it; ask once whether nudges may come."""
    plan = turn.services.plans.make(turn.learner.id, item.id, item.title, moment)
    said = echo(plan.moment)
    turn.say("utter_plan_made", moment=capital(said), step=item.smallest_step.text)
    if turn.learner.nudges.state is NudgeState.UNASKED and NO_NUDGES not in responses(turn.events):
        return start("nudges_form", "nudges", "every_days", "day_part", "weekday")
    turn.say("utter_good_luck")
    return leave()
