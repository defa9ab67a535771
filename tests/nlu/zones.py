"""How sure is sure enough: act, ask "bedoel je …?", or say that it was not understood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import yaml

from actions.turns.zones import PLAUSIBLE
from tests.nlu.sentences import ROOT, Sentence
from tests.nlu.understanding import Understood

STEPS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)
OFFERED = 3
"""Guesses on buttons, as actions/misunderstood.py offers them."""
WRONG_ACT, RIGHT_QUESTION, WRONG_QUESTION = 1.0, 0.3, 0.5
"""What it costs somebody to be answered wrongly, to press a button, to have to say it again."""


@dataclass(frozen=True)
class Zone:
    """What one threshold does to a set of sentences, in shares of all of them."""

    threshold: float
    acts: float
    acts_rightly: float
    """Of those it acts on."""
    offers_the_right_one: float
    """Of those it asks about."""
    cost: float


def in_use() -> tuple[float, float]:
    """Return threshold and least lead over the runner-up of config.yml."""
    pipeline = yaml.safe_load((ROOT / "config.yml").read_text("utf-8"))["pipeline"]
    fallback = next(each for each in pipeline if each["name"] == "FallbackClassifier")
    return fallback["threshold"], fallback["ambiguity_threshold"]


def curve(meant: Sequence[Sentence], heard: Sequence[Understood], lead: float) -> Iterator[Zone]:
    """Return what each of ``STEPS`` would do, with a least ``lead`` over the runner-up."""
    for threshold in STEPS:
        yield _zone([(one.intent, other) for one, other in zip(meant, heard, strict=True)], threshold, lead)


def offered(heard: Understood, likely: float = PLAUSIBLE) -> list[str]:
    """Return the meanings that "bedoel je …?" has a button for."""
    return [name for name, confidence in heard.ranking if confidence >= likely and name in _titled()][:OFFERED]


@cache
def _titled() -> frozenset[str]:
    responses = yaml.safe_load((ROOT / "data" / "dialogues" / "misunderstood.yml").read_text("utf-8"))["responses"]
    return frozenset(name.removeprefix("utter_title_") for name in responses if name.startswith("utter_title_"))


def _zone(pairs: Sequence[tuple[str, Understood]], threshold: float, lead: float) -> Zone:
    acted = [meant == heard.guess for meant, heard in pairs if _sure(heard, threshold, lead)]
    asked = [meant in offered(heard) for meant, heard in pairs if not _sure(heard, threshold, lead)]
    wrong, helped = acted.count(False), asked.count(True)
    cost = WRONG_ACT * wrong + RIGHT_QUESTION * helped + WRONG_QUESTION * (len(asked) - helped)
    return Zone(threshold, len(acted) / len(pairs), _share(acted), _share(asked), cost / len(pairs))


def _sure(heard: Understood, threshold: float, lead: float) -> bool:
    return heard.confidence >= threshold and heard.confidence - heard.ranking[1][1] >= lead


def _share(hits: Sequence[bool]) -> float:
    return hits.count(True) / len(hits) if hits else 0.0
