"""The logbook: what a person did, in one line of their own."""

from collections.abc import Mapping, Sequence
from typing import Any

from rasa_sdk.events import SlotSet

from actions.feelings import sympathise
from actions.searching import item_called
from actions.turns.base import DuwtjeAction, FormAnswer, FormQuestion
from actions.turns.moves import Event, leave, start
from actions.turns.turn import Turn
from actions.wording import day, echo
from bot.language.person.logbook import line_to_write, names_logbook
from bot.language.small_talk.small_answers import is_dismissal
from bot.language.wishes.corrections import instead
from bot.learners.models import LogLine
from bot.nudges.asking.looking import Why
from bot.nudges.vocabulary import NEEDS_PLAN
from bot.registers import Register

TELLING = 6
"""Words from which on a report is itself the line."""
NEWEST, FEWEST = 5, 3
"""Lines that are shown, and in easy words."""
A_WORD = 5
"""Letters of a word that says something."""


class ActionReportDone(DuwtjeAction):
    """Is glad, closes the plan, keeps that it was done and asks for a line about it."""

    begins_a_rule = True

    def answer(self, turn: Turn) -> list[Event]:
        of_plan = not turn.answers_nudge or _nudge_is_about_plan(turn)
        plan = turn.services.plans.done(turn.learner.id) if of_plan else None
        turn.say("utter_done_plan", title=plan.item_title) if plan else turn.say("utter_done")
        title = plan.item_title if plan else _title_of_chosen(turn) if of_plan else None
        if len(turn.text.split()) >= TELLING:
            return keep(turn, turn.texts("log_deed_told", title=title, line=turn.text) if title else turn.text, said=turn.text)
        line = turn.services.logbook.write(turn.learner.id, title or turn.texts("log_deed"))
        return [SlotSet("deed", {"id": line.id, "title": title}), *start("log_form", "log_line")]


def _nudge_is_about_plan(turn: Turn) -> bool:
    """Whether the nudge that is answered was one about a plan; of any other, what was done is not the plan."""
    why = turn.services.nudges.why(turn.learner.id)
    return isinstance(why, Why) and NEEDS_PLAN in why.needs


def _title_of_chosen(turn: Turn) -> str | None:
    """Return what was chosen and never planned, which is what was done most likely."""
    item, before = item_called(turn, turn.slot("chosen")), turn.services.plans.newest(turn.learner.id)
    return None if item is None or (before and before.item_id == item.id) else item.title


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
        plan = turn.services.plans.open(turn.learner.id)
        if plan:
            turn.say("utter_open_plan", moment=echo(plan.moment), title=plan.item_title)
        lines = newest_lines(turn)
        if lines:
            turn.say("utter_log", lines=listed(turn, lines))
        elif not plan or names_logbook(turn.text):
            turn.say("utter_log_empty")
        return []


class ActionAskLogLine(FormQuestion):
    """Asks for a line."""

    slot = "log_line"


class ValidateLogForm(FormAnswer):
    """Takes any words as the line."""

    def read(self, turn: Turn, slot: str) -> str | None:
        if turn.intent == "deny":
            return _after_all(turn.text)
        line = line_to_write(turn.text) or turn.text
        return line if any(sign.isalpha() for sign in line) else None

    def is_answer(self, turn: Turn) -> bool:
        return super().is_answer(turn) or (turn.intent == "deny" and _after_all(turn.text) is not None)


def _after_all(text: str) -> str | None:
    """Return the line in a no that takes the no back: "nee toch, perentaart"."""
    line = None if is_dismissal(text) else instead(text)
    return line if line and any(len(word) >= A_WORD for word in line.split()) else None


class ActionKeepLogLine(DuwtjeAction):
    """Writes the line."""

    def answer(self, turn: Turn) -> list[Event]:
        line, deed = str(turn.slot("log_line")), turn.slot("deed")
        if deed and turn.services.logbook.reword(turn.learner.id, deed["id"], told_of(turn, deed, line)):
            turn.say("utter_log_kept", line=echo(line))
            return [SlotSet("log_line", None), *leave()]
        return [SlotSet("log_line", None), *keep(turn, line)]


def told_of(turn: Turn, deed: Mapping[str, Any], line: str) -> str:
    """Return the line of a deed with what somebody says about it."""
    return turn.texts("log_deed_told", title=deed["title"], line=line) if deed["title"] else line


def newest_lines(turn: Turn) -> list[LogLine]:
    """Return the newest lines in the order they are shown: the newest last."""
    return turn.services.logbook.recent(turn.learner.id, FEWEST if turn.register is Register.EASY else NEWEST)[::-1]


def listed(turn: Turn, lines: Sequence[LogLine]) -> str:
    """Return a numbered line per line, with its day."""
    told = [(number, echo(line.text), day(turn.texts, line.written_at)) for number, line in enumerate(lines, start=1)]
    return "\n".join(turn.texts("log_line", number=number, text=text, day=day) for number, text, day in told)


def ask_to_keep(turn: Turn) -> list[Event]:
    """Ask whether what was said after a nudge may go into the logbook."""
    turn.say("utter_ask_keep_remark")
    return [SlotSet("remark", turn.text)]


def keep(turn: Turn, text: str, *, said: str | None = None) -> list[Event]:
    """Write ``text`` into the logbook and tell what was ``said``, or all of it."""
    line = turn.services.logbook.write(turn.learner.id, text)
    turn.say("utter_log_kept", line=echo(said or line.text))
    return leave()
