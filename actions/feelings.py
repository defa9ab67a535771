"""A word for how somebody feels, before the help. The feeling itself is kept nowhere."""

from actions.turn import Turn
from bot.language.hearing import feeling_in


def sympathise(turn: Turn) -> bool:
    """Say a word about the feeling in the message; False when there is none in it, or when a word was said just now."""
    feeling = feeling_in(turn.text)
    if feeling is None or turn.heard("utter_feeling_"):
        return False
    turn.say(f"utter_feeling_{feeling}")
    return True
