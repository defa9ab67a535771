"""While a question of ours is open: from which confidence on is a message a side question, and not the answer?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import yaml

from actions.turns.zones import CHAT, CLEAR, CLEAR_CHAT
from tests.nlu.sentences import ROOT
from tests.nlu.thresholds import Choice, Cost, Heard, choices
from tests.nlu.understanding import Understood
from tests.nlu.zones import WRONG_ACT, WRONG_QUESTION

STEPS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9)
ANSWERS = 0.75
"""Share of what is typed under an open question that answers it. Taken, not counted: the held-out sentences stand alone."""
WRITTEN_DOWN = frozenset({"wish_form", "log_form"})
"""Here a side question that is taken for an answer is kept; in other forms it cannot be read, and we ask again."""


@dataclass(frozen=True)
class Threshold:
    """One that decides about side questions: about mere chat, or about the rest."""

    sure: float
    chat: bool

    def outcome(self, asides: frozenset[str], meant: str, heard: Understood) -> str | None:
        """Return what becomes of a message where ``asides`` are no answer; None when this threshold does not decide about it."""
        if heard.intent not in asides or (heard.intent in CHAT) is not self.chat:
            return None
        if heard.confidence < self.sure:
            return "taken" if meant in asides else None
        return "lost" if meant not in asides else "right" if heard.intent == meant else "wrong"


def clear(heard: Sequence[Heard], *, chat: bool) -> Iterator[Choice]:
    """Return what each threshold costs, every form counting as much; shares are of answers (``lost``) or of side questions."""
    return choices(
        STEPS,
        CLEAR_CHAT if chat else CLEAR,
        lambda sure: _costs(heard, Threshold(sure, chat)),
        lambda sure: _shares(heard, Threshold(sure, chat)),
    )


@cache
def _forms() -> dict[str, frozenset[str]]:
    forms = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["forms"]
    return {name: frozenset(form["ignored_intents"]) for name, form in forms.items()}


def _costs(heard: Sequence[Heard], threshold: Threshold) -> list[Cost]:
    sides = {form: sum(each.meant in asides for each in heard) for form, asides in _forms().items()}

    def weight(form: str, each: Heard) -> float:
        return (1 - ANSWERS) / sides[form] if each.meant in _forms()[form] else ANSWERS / (len(heard) - sides[form])

    return [
        (sum(weight(form, each) * _cost(form, each, threshold) for form in _forms()), sum(weight(form, each) for form in _forms()))
        for each in heard
    ]


def _cost(form: str, each: Heard, threshold: Threshold) -> float:
    prices = {"wrong": WRONG_ACT, "lost": WRONG_ACT, "taken": WRONG_ACT if form in WRITTEN_DOWN else WRONG_QUESTION}
    return sum(prices.get(threshold.outcome(_forms()[form], each.meant, way) or "", 0.0) for way in each.ways) / len(each.ways)


def _shares(heard: Sequence[Heard], threshold: Threshold) -> dict[str, float]:
    read = [(asides, each.meant, way) for asides in _forms().values() for each in heard for way in each.ways]
    count, sides = Counter(threshold.outcome(*each) for each in read), sum(meant in asides for asides, meant, _ in read)
    return {name: count[name] / (len(read) - sides if name == "lost" else sides) for name in ("lost", "right", "wrong", "taken")}
