"""The logbook: what a person did, in one line of their own."""

from rasa_sdk.events import SlotSet

from actions.base import DuwtjeAction, FormAnswer, FormQuestion
from actions.feelings import sympathise
from actions.moves import Event, leave, start
from actions.turn import Turn
from actions.wording import echo

TELLING = 6
"""Words from which on a report is itself the line."""
NEWEST = 5


class ActionReportDone(DuwtjeAction):
    """Is glad, closes the plan and asks for a line."""

    def answer(self, turn: Turn) -> list[Event]:
        plan = turn.services.plans.done(turn.learner.id)
        turn.say("utter_done_plan", title=plan.item_title) if plan else turn.say("utter_done")
        if len(turn.text.split()) >= TELLING:
            return keep(turn, turn.text)
        return start("log_form", "log_line")


class ActionReportNotDone(DuwtjeAction):
    """Does not blame, and offers something else."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        sympathise(turn)
        turn.say("utter_not_done")
        return leave()


class ActionShowLog(DuwtjeAction):
    """Shows the newest lines."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        plan = turn.services.plans.newest(turn.learner.id)
        if plan and not plan.done_at:
            turn.say("utter_open_plan", moment=echo(plan.moment), title=plan.item_title)
        lines = turn.services.logbook.recent(turn.learner.id, NEWEST)
        if lines:
            turn.say("utter_log", lines="\n".join(f"- {echo(line.text)}" for line in lines))
        elif not plan or plan.done_at:
            turn.say("utter_log_empty")
        return []


class ActionAskLogLine(FormQuestion):
    """Asks for a line."""

    slot = "log_line"


class ValidateLogForm(FormAnswer):
    """Takes any words as the line."""

    def read(self, turn: Turn, slot: str) -> str | None:
        return turn.text if any(sign.isalpha() for sign in turn.text) else None


class ActionKeepLogLine(DuwtjeAction):
    """Writes the line."""

    def answer(self, turn: Turn) -> list[Event]:
        return [SlotSet("log_line", None), *keep(turn, str(turn.slot("log_line")))]


def ask_to_keep(turn: Turn) -> list[Event]:
    """Ask whether what was said after a nudge may go into the logbook."""
    turn.say("utter_ask_keep_remark")
    return [SlotSet("remark", turn.text)]


def keep(turn: Turn, text: str) -> list[Event]:
    """Write ``text`` into the logbook and say so."""
    line = turn.services.logbook.write(turn.learner.id, text)
    turn.say("utter_log_kept", line=echo(line.text))
    return leave()
