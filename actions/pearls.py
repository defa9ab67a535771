"""How others made learning work."""

from collections.abc import Sequence

from actions.turns.heard import responses
from actions.turns.moves import Event
from actions.turns.turn import Turn
from bot.language.small_talk.pearls import asks_how_others_do
from bot.registers import Register

TOLD = "utter_pearl"
EASY_STEPS = 2
"""Steps that fit in a message in easy words."""


def wants_pearl(turn: Turn) -> bool:
    """Whether the message asks how others do it, whatever Rasa made of it."""
    return turn.loop != "log_form" and not turn.open_nudge and asks_how_others_do(turn.text)


def tell_pearl(turn: Turn) -> list[Event]:
    """Tell what others did and how to do the same; asked again, something else."""
    told = sum(name.startswith(TOLD) for name in responses(turn.before))
    pearl = turn.services.pearls.choose(turn.learner.interests, turn.learner.place, told)
    if pearl is None:
        turn.say("utter_no_pearl")
        return []
    turn.say(TOLD, title=pearl.title, summary=pearl.summary, steps="\n".join(_steps(turn, pearl.steps)))
    turn.say("utter_pearl_example" if pearl.example else "utter_pearl_real", maker=pearl.made_by or pearl.sector, licence=pearl.licence)
    return []


def _steps(turn: Turn, steps: Sequence[str]) -> list[str]:
    """Return numbered lines: between quotation marks for who is spoken to with u, in easy words the first few."""
    few = steps[:EASY_STEPS] if turn.register is Register.EASY else steps
    return [f'{number}. "{step}"' if turn.register is Register.U else f"{number}. {step}" for number, step in enumerate(few, start=1)]
