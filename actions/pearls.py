"""How others made learning work."""

from actions.moves import Event
from actions.turn import Turn, responses
from bot.language.pearls import asks_how_others_do

TOLD = "utter_pearl"


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
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(pearl.steps, start=1))
    turn.say(TOLD, title=pearl.title, summary=pearl.summary, steps=steps)
    turn.say("utter_pearl_example" if pearl.example else "utter_pearl_real", maker=pearl.made_by or pearl.sector, licence=pearl.licence)
    return []
