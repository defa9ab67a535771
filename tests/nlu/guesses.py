"""When a message was not understood: which guesses are worth a button under "bedoel je …?"."""

from collections.abc import Iterator, Sequence

from actions.turns.zones import PLAUSIBLE
from tests.nlu.thresholds import Choice, Cost, Heard, choices
from tests.nlu.understanding import FALLBACK
from tests.nlu.zones import RIGHT_QUESTION, WRONG_QUESTION, offered

STEPS = (0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3)
READING = RIGHT_QUESTION / 10
"""What it costs to read a button that is not what was meant."""


def plausible(heard: Sequence[Heard]) -> Iterator[Choice]:
    """Return what each threshold costs; shares are of the messages that were not understood, and ``buttons`` how many there are."""
    lost = [(each.meant, [way for way in each.ways if way.intent == FALLBACK]) for each in heard]

    def costs(likely: float) -> list[Cost]:
        return [(sum(_cost(meant, offered(way, likely)) for way in ways), len(ways)) for meant, ways in lost]

    def shares(likely: float) -> dict[str, float]:
        return _shares([(meant, offered(way, likely)) for meant, ways in lost for way in ways])

    return choices(STEPS, PLAUSIBLE, costs, shares)


def _cost(meant: str, buttons: Sequence[str]) -> float:
    return RIGHT_QUESTION + READING * (len(buttons) - 1) if meant in buttons else WRONG_QUESTION + READING * len(buttons)


def _shares(shown: Sequence[tuple[str, Sequence[str]]]) -> dict[str, float]:
    right, none = sum(meant in buttons for meant, buttons in shown), sum(not buttons for _, buttons in shown)
    return {"right": right / len(shown), "none": none / len(shown), "buttons": sum(len(buttons) for _, buttons in shown) / len(shown)}
