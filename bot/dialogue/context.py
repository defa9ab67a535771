"""What Rasa's actions have to know of the moment besides what was typed."""

from bot.conversation import HUMAN, REMINDER, RIGHTS
from bot.dialogue.desk import FIND_DESK, Desk
from bot.dialogue.meaning import deed_of, nudge_press
from bot.dialogue.turn import Turn
from bot.nudges.asking.reminders import SEEN
from bot.registers import Register

MOMENT = "/change_moment"
"""How the buttons begin with which Rasa asks when nudges may come: hours of work are an answer to that."""
WORDS_FOLLOW = "words_follow"
"""Tells the actions that what somebody typed comes right after this message."""


def context_of(turn: Turn, desk: Desk) -> dict[str, str]:
    """Return the register to answer in, the nudge or the reminder that was read last, and the help of ours that was."""
    register = turn.learner.register
    context = {} if register is Register.JE else {"register": register.value}
    if any(nudge_press(button.payload) for button in turn.buttons):
        latest = desk.nudges.open_nudge(turn.learner.id)
        context |= {"open_nudge": latest.script_id} if latest else {}
    elif any(button.payload == SEEN for button in turn.buttons):
        context |= {"open_nudge": REMINDER}
    if after := _help(turn, desk):
        context["after"] = after
    return context


def asks_for_moment(turn: Turn) -> bool:
    """Whether the person was just asked when nudges may come."""
    return any(button.payload.startswith(MOMENT) for button in turn.buttons)


def _help(turn: Turn, desk: Desk) -> str | None:
    if turn.said is None:
        return None
    if any(button.payload == FIND_DESK for button in turn.buttons):
        return HUMAN
    given = desk.first_aid.given(turn.said.text)
    return given or (RIGHTS if any(deed_of(button.payload) for button in turn.buttons) else None)
