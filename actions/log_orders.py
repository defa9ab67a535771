"""What people ask of their logbook: to write a line, to change or take away one, or to empty it. Never anything else about them."""

from collections.abc import Sequence

from rasa_sdk.events import SlotSet

from actions.logbook import ActionReportDone, keep, listed, newest_lines, told_of
from actions.turns.moves import Event, leave, start
from actions.turns.saying import Answer, saying
from actions.turns.turn import Turn
from actions.wording import echo
from bot.language.person.logbook import Removal, is_line, line_to_write, names_logbook, removal_in, tells_done, tells_learned, words_instead
from bot.language.small_talk.small_answers import is_wanting
from bot.language.wishes.corrections import instead
from bot.learners.models import LogLine

ABOUT_LOG, ABOUT_LINE = ("utter_log", "utter_ask_log_clear"), ("utter_log_kept", "utter_log_changed")
MAY_TELL = frozenset({"give_wish", "change_wish", "out_of_scope", "nlu_fallback", "report_done"})
"""What Rasa makes of a sentence about what somebody learned."""
SAYS_SO = frozenset({"report_done", "report_not_done"})
MAY_CORRECT = frozenset({"deny", "nlu_fallback", "out_of_scope", "report_done", "change_wish"})


def log_order(turn: Turn) -> Answer | None:
    """Return how to do what is asked of the logbook; None when nothing is."""
    if (turn.loop not in (None, "wish_form") or turn.open_nudge) and not names_logbook(turn.text):
        return None
    line = line_to_write(turn.text)
    if line is not None and turn.loop != "log_form":
        return (lambda turn: keep(turn, line)) if line else (lambda _: [SlotSet("deed", None), *start("log_form", "log_line")])
    removal = removal_in(turn.text)
    return _remove(turn, removal) if removal else _reword(turn)


def tells_deed(turn: Turn) -> Answer | None:
    """Return how to keep what somebody tells they learned: that is no wish. None when they tell no such thing."""
    tells = turn.intent in MAY_TELL and turn.loop in (None, "wish_form") and tells_learned(turn.text)
    return _keep_deed if tells and not turn.open_nudge else None


def carried_out(turn: Turn) -> Answer | None:
    """Return how to be glad that the plan was carried out; None when nobody says so, or there is none."""
    tells = turn.intent not in SAYS_SO and turn.loop in (None, "wish_form") and not turn.open_nudge and tells_done(turn.text)
    return ActionReportDone().answer if tells and not turn.text.endswith("?") and turn.services.plans.open(turn.learner.id) else None


def clear(turn: Turn) -> list[Event]:
    """Take all lines away, after a yes."""
    turn.services.logbook.clear(turn.learner.id)
    turn.say("utter_log_cleared")
    return leave()


def _keep_deed(turn: Turn) -> list[Event]:
    turn.say("utter_done")
    return keep(turn, turn.text)


def _remove(turn: Turn, removal: Removal) -> Answer | None:
    lines, in_sight = newest_lines(turn), turn.heard(ABOUT_LOG)
    if not lines:
        return saying("utter_log_empty", stay=True) if removal.says_logbook else None
    if not (removal.says_logbook or in_sight):
        # "Haal de appeltaart weg" may be a line, unless it is what they want to learn.
        named = [line for line in lines if is_line(removal.words, line.text)]
        return take_away(named[0]) if len(named) == 1 and not _is_wish(turn, removal) else None
    if removal.all:
        return saying("utter_ask_log_clear")
    meant = _meant(lines, removal)
    if meant is None and removal.words and not removal.says_logbook:
        return None
    return take_away(meant) if meant else _ask_which


def _meant(lines: Sequence[LogLine], removal: Removal) -> LogLine | None:
    """Return which of ``lines``, the newest last; None when that is not clear."""
    if removal.place:
        at = removal.place - 1 if removal.place > 0 else removal.place
        return lines[at] if -len(lines) <= at < len(lines) else None
    named = [line for line in lines if is_line(removal.words, line.text)] if removal.words else lines[-1:]
    return named[0] if len(named) == 1 else None


def _is_wish(turn: Turn, removal: Removal) -> bool:
    """Whether it names the wish or a topic of theirs by its own name."""
    labels = [turn.services.interests.label(tag) for tag in turn.learner.interests]
    return any(is_line(removal.words, known) for known in (*labels, turn.learner.wish or ""))


def take_away(line: LogLine) -> Answer:
    """Return how to take ``line`` away."""

    def answer(turn: Turn) -> list[Event]:
        turn.services.logbook.remove(turn.learner.id, line.id)
        turn.say("utter_log_removed", line=echo(line.text))
        return []

    return answer


def _ask_which(turn: Turn) -> list[Event]:
    turn.say("utter_log_which", lines=listed(turn, newest_lines(turn)))
    return []


def _reword(turn: Turn) -> Answer | None:
    """Return how to put other words in the line that was just written: "verander: 60 woorden", "nee toch, perentaart"."""
    if turn.loop or not turn.heard(ABOUT_LINE):
        return None
    corrects = turn.intent in MAY_CORRECT and not is_wanting(turn.text)
    words = words_instead(turn.text) or (instead(turn.text) if corrects else None)
    lines = newest_lines(turn)
    if words is None or not lines:
        return None
    return lambda turn: _put(turn, lines[-1], words)


def _put(turn: Turn, line: LogLine, words: str) -> list[Event]:
    deed = turn.slot("deed")
    turn.services.logbook.reword(turn.learner.id, line.id, told_of(turn, deed, words) if deed and deed["id"] == line.id else words)
    turn.say("utter_log_changed", line=echo(words))
    return []
