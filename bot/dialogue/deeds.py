"""What a person may always ask for by name, and what goes for each: the same for a typed word, a button and an effect from Rasa."""

from enum import StrEnum

from bot.learners.models import NudgeState


class Deed(StrEnum):
    """Everything that can be asked for by name."""

    STOP = "stop"
    STOP_ASK = "stop_ask"
    PAUSE = "pause"
    PAUSE_UNTIL = "pause_until"
    RESUME = "resume"
    OVERVIEW = "overview"
    EXPORT = "export"
    ERASE = "erase"
    ERASE_CONFIRM = "erase_confirm"
    CANCEL = "cancel"
    HUMAN = "human"
    HELP = "help"
    NUDGE_NOW = "nudge_now"
    NEXT_NUDGE = "next_nudge"
    WHY = "why"
    FORGET_WORK = "forget_work"
    FORGET_PLACE = "forget_place"
    FORGET_NAME = "forget_name"
    LEAVE_EXPERIMENT = "leave_experiment"
    JOIN_EXPERIMENT = "join_experiment"
    SHOW_HOURS = "show_hours"
    WELL = "well"


GUESSES = {Deed.PAUSE: NudgeState.ON, Deed.RESUME: NudgeState.PAUSED}
"""What Rasa may mishear at somebody's cost, and where: nudges that stay away for weeks, or come without a clear yes."""
SUPERSEDES = frozenset({Deed.STOP, Deed.PAUSE})
"""After these, what was said before and still waits is not answered any more: an old yes must not undo them."""
ANSWERS = frozenset({Deed.ERASE_CONFIRM, Deed.CANCEL, Deed.WELL, Deed.PAUSE_UNTIL})
"""What answers a question of ours, so that only the person can say it."""
EFFECTS = frozenset(Deed) - ANSWERS
"""What Rasa may ask for."""
ASKS_FIRST = frozenset({Deed.ERASE, Deed.STOP_ASK})
ASIDE = (
    ANSWERS
    | ASKS_FIRST
    | {
        Deed.HELP,
        Deed.OVERVIEW,
        Deed.NEXT_NUDGE,
        Deed.WHY,
        Deed.FORGET_WORK,
        Deed.FORGET_PLACE,
        Deed.FORGET_NAME,
        Deed.LEAVE_EXPERIMENT,
        Deed.JOIN_EXPERIMENT,
        Deed.SHOW_HOURS,
    }
)
LEAVES_FORM = frozenset(Deed) - ASIDE
"""After these, an answer to an earlier question of Rasa is not expected any more."""
