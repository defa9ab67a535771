"""A word for how somebody feels, before the help. The feeling itself is kept nowhere."""

from actions.turns.moves import Event, start
from actions.turns.turn import Turn
from bot.language.safety.hearing import feeling_in


def sympathise(turn: Turn) -> bool:
    """Say a word about the feeling in the message; False when there is none in it, or when a word was said just now."""
    feeling = feeling_in(turn.text)
    if feeling is None or turn.heard("utter_feeling_"):
        return False
    turn.say(f"utter_feeling_{feeling}")
    return True


def comfort(turn: Turn) -> list[Event]:
    """Say a kind word to who was hurt at school, and that this is none; what was asked stays open."""
    turn.say("utter_feeling_sad")
    turn.say("utter_no_school")
    return [] if turn.loop else start("wish_form", "wish")
