"""Agreeing on ontwikkelduwtjes: only after a clear yes."""

from dataclasses import replace

from rasa_sdk.events import SlotSet

from actions.consent import agrees_to_something_else, says_yes_and_how_often, when_told
from actions.nudge_moment import ANY_PART, choose_part, day_part, keep_shift, leaves_it
from actions.rhythm_wording import part, rhythm
from actions.turns.base import DuwtjeAction, FormAnswer, FormQuestion
from actions.turns.moves import REQUESTED, Event, leave, start
from actions.turns.turn import Turn
from actions.wording import echo
from bot.language.moments.day_parts import clocks_in, is_only_a_moment
from bot.language.moments.hours import hours_told
from bot.language.moments.refused_days import wanted_day_in
from bot.language.moments.rhythms import LADDER, asks_how_often, every_days_in, is_rhythm, names_rhythm, slower, step
from bot.language.numbers.amounts import place_in_row
from bot.language.safety.hearing import asked_of_others
from bot.language.saying.turning import turned
from bot.language.small_talk.small_answers import is_sigh, leaves_open
from bot.learners.models import DEFAULT_EVERY_DAYS, DayPart, NudgeState

FORM = "nudges_form"
FEW_WORDS = 5
AGREES = frozenset({"affirm", "start_nudges"})
"""A yes, when it is clear that it is one."""
BUTTONS = (DEFAULT_EVERY_DAYS, 4, 14, 30)
"""Rhythms in the order of the buttons of utter_ask_every_days."""


class ActionAskNudges(FormQuestion):
    """Asks whether nudges may come."""

    slot = "nudges"


class ActionAskEveryDays(FormQuestion):
    """Asks how often."""

    slot = "every_days"


class ActionAskDayPart(FormQuestion):
    """Asks when."""

    slot = "day_part"

    def ask(self, turn: Turn, *, again: bool) -> None:
        clocks = clocks_in(turn.text) if again else ()
        if len(clocks) > 1:
            choose_part(turn, clocks)
        else:
            super().ask(turn, again=again)


class ValidateNudgesForm(FormAnswer):
    """Takes yes or no, a rhythm, and a part of the day."""

    def answer(self, turn: Turn) -> list[Event]:
        keep_shift(turn)
        if _names_rhythm_first(turn):
            return _keep_rhythm(turn)
        events = super().answer(turn)
        if events == [SlotSet("nudges", True)] and (days := every_days_in(turn.text)) is not None:
            # "Ja, om de 2 weken op donderdagavond" answers the next questions too.
            return [*events, SlotSet("every_days", _possible(days)), *when_told(turn)]
        if turn.slot(REQUESTED) == "nudges" and turn.loop == FORM and asks_how_often(turn.text):
            turn.say("utter_how_often_is_yours")
        # "Dinsdag" says half of when; the part of the day is asked again.
        says_day = turn.slot(REQUESTED) == "day_part" and is_only_a_moment(turn.text) and not turn.answers_nudge
        if (events or says_day) and when_told(turn):
            return [*events, *when_told(turn)]
        # A no closes the form: there is nothing more to ask.
        return [*events, SlotSet(REQUESTED, None)] if events == [SlotSet("nudges", False)] else events

    def is_answer(self, turn: Turn) -> bool:
        # "Middag" alone may be a greeting, but not as an answer to "when".
        short = bool(turn.text) and len(turn.text.split()) <= FEW_WORDS and turn.slot(REQUESTED) != "nudges"
        says_rhythm = turn.slot(REQUESTED) == "every_days" and names_rhythm(turn.text)
        says_yes = turn.slot(REQUESTED) == "nudges" and says_yes_and_how_often(turn)
        tells_hours = turn.slot(REQUESTED) == "day_part" and hours_told(turn.text) is not None
        return (
            super().is_answer(turn)
            or tells_hours
            or says_rhythm
            or says_yes
            or (turn.slot(REQUESTED) == "nudges" and leaves_open(turn.text))
            or (short and self.read(turn, turn.slot(REQUESTED)) is not None)
        )

    def read(self, turn: Turn, slot: str) -> object | None:
        if slot == "nudges":
            if agrees_to_something_else(turn):
                return None
            if says_yes_and_how_often(turn):
                return True
            if leaves_open(turn.text):
                return False
            agrees = turn.intent in AGREES and turn.is_sure and not is_sigh(turn.text)
            return True if agrees else False if turn.intent == "deny" else None
        return every_days(turn) if slot == "every_days" else day_part(turn)


def _names_rhythm_first(turn: Turn) -> bool:
    asked = turn.loop == FORM and turn.slot(REQUESTED) == "nudges" and not turn.answers_nudge
    return asked and turn.intent not in ("affirm", "deny", "start_nudges") and is_rhythm(turn.text) and not says_yes_and_how_often(turn)


def _keep_rhythm(turn: Turn) -> list[Event]:
    """Keep how often, told before the yes: a rhythm alone is no clear yes, so that is asked once more."""
    days = _possible(every_days_in(turn.text) or DEFAULT_EVERY_DAYS)
    turn.say("utter_rhythm_noted", rhythm=rhythm(turn.texts, replace(turn.learner.nudges, every_days=days)))
    return [SlotSet("every_days", days)]


def every_days(turn: Turn) -> int | None:
    """Return the rhythm in what was said, in days."""
    told = turn.said_or_chosen
    days = every_days_in(told)
    if days is None and wanted_day_in(told) is not None:
        days = DEFAULT_EVERY_DAYS
    if days is None and (number := place_in_row(told)) and 0 < number <= len(BUTTONS):
        days = BUTTONS[number - 1]
    if days is None and (direction := slower(told)) is not None:
        days = step(DEFAULT_EVERY_DAYS, direction)
    if days is None and (turn.intent == "affirm" or leaves_it(told)):
        days = DEFAULT_EVERY_DAYS
    return None if days is None else _possible(days)


def _possible(days: int) -> int:
    return min(max(days, LADDER[0]), LADDER[-1])


class ActionKeepNudges(DuwtjeAction):
    """Switches nudges on as agreed, or leaves them off."""

    def answer(self, turn: Turn) -> list[Event]:
        if not turn.slot("nudges"):
            turn.say("utter_nudges_declined")
            return forget()
        told = turn.slot("day_part")
        learner = turn.services.profile.choose_nudges(
            turn.learner.id,
            every_days=int(turn.slot("every_days")),
            part=None if told == ANY_PART else DayPart(told),
            weekday=turn.slot("weekday"),
        )
        turn.say("utter_nudges_on", rhythm=rhythm(turn.texts, learner.nudges), part=part(turn.texts, learner.nudges))
        if turn.services.nudges.takes_part(learner.id):
            turn.say("utter_nudges_experiment")
        return forget()


class ActionStartNudges(DuwtjeAction):
    """Asks for a clear yes, unless it was given before."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        preferences = turn.learner.nudges
        if preferences.state is NudgeState.ON:
            turn.say("utter_nudges_already_on", rhythm=rhythm(turn.texts, preferences), part=part(turn.texts, preferences))
            return []
        if preferences.state is NudgeState.PAUSED:
            turn.effect("resume")
            return leave()
        return ask(turn)


class ActionResumeNudges(DuwtjeAction):
    """Ends a pause; after a stop a new yes is needed."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if turn.learner.nudges.state in (NudgeState.STOPPED, NudgeState.UNASKED):
            return ask(turn)
        turn.effect("resume")
        return leave()


class ActionNudgeNow(DuwtjeAction):
    """Lets a nudge come at once, for who asked for it."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        turn.effect("nudge_now")
        return leave()


class ActionTellWhy(DuwtjeAction):
    """Tells why a question is asked, why these things were suggested, or why the latest nudge came."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        if asked := asked_of_others(turn.text):
            # "Mag mijn baas mij verplichten" asks for a reason, but not for ours.
            turn.say(f"utter_not_mine_{asked}")
        elif turn.loop and not turn.open_nudge:
            turn.say(f"utter_why_{turn.slot(REQUESTED) or 'wish'}")
        elif not turn.open_nudge and turn.heard("utter_suggestions_") and turn.learner.wish:
            turn.say("utter_why_these", wish=turned(echo(turn.learner.wish), turn.register))
        else:
            turn.effect("why")
        return []


def ask(turn: Turn) -> list[Event]:
    """Ask whether nudges may come, with the rhythm that was named already."""
    named = every_days_in(turn.said_or_chosen)
    days = None if named is None else _possible(named)
    # The order matters: starting the form comes last.
    return [*leave(), SlotSet("every_days", days), *start(FORM, "nudges", "day_part", "weekday")]


def forget() -> list[Event]:
    """Empty the slots of the form."""
    return [SlotSet(slot, None) for slot in ("nudges", "every_days", "day_part", "weekday")]
