"""What Rasa's actions have to know of the moment besides what was typed."""

from bot.dialogue.meaning import nudge_press
from bot.dialogue.ports import Nudges
from bot.dialogue.turn import Turn
from bot.nudges.asking.reminders import SEEN
from bot.registers import Register

MOMENT = "/change_moment"
"""How the buttons begin with which Rasa asks when nudges may come: hours of work are an answer to that."""
WORDS_FOLLOW = "words_follow"
"""Tells the actions that what somebody typed comes right after this message."""
REMINDER = "reminder"
"""Stands for the script where what is typed answers a reminder."""


def context_of(turn: Turn, nudges: Nudges) -> dict[str, str]:
    """Return the register to answer in, and the nudge or the reminder that was read last."""
    register = turn.learner.register
    context = {} if register is Register.JE else {"register": register.value}
    if any(nudge_press(button.payload) for button in turn.buttons):
        latest = nudges.open_nudge(turn.learner.id)
        context |= {"open_nudge": latest.script_id} if latest else {}
    elif any(button.payload == SEEN for button in turn.buttons):
        context |= {"open_nudge": REMINDER}
    return context


def asks_for_moment(turn: Turn) -> bool:
    """Whether the person was just asked when nudges may come."""
    return any(button.payload.startswith(MOMENT) for button in turn.buttons)
