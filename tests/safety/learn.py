"""Learn what people sound like who despair or ask for a right: ``python -m tests.safety.learn`` writes bot/language/learned.

From what may be read: the half that was read, the samples of the lists, sentences written to learn from (``learn.yml``), and the
examples of the model. Never from ``held_out.yml``.
"""

import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from bot.language.safety.weighing import LEARNED, pieces_of
from bot.language.words.fold import words_of
from tests.leaves import leaves
from tests.nlu.sentences import ROOT
from tests.nlu.splits import examples
from tests.nlu.understanding import ENGINE
from tests.safety.sentences import themes

CRISIS = "crisis"
AGREED = 3
"""For how many a sentence counts of which it was agreed that it is nothing but talk."""
LISTS = ROOT / "tests" / "unit" / "language" / "safety"


@dataclass(frozen=True)
class Lesson:
    """What is learned about one theme."""

    allowed: float
    """Share of the other examples of the model that may be heard as it."""
    intents: frozenset[str] = frozenset()
    """Those of the model that mean the same."""
    close: frozenset[str] = frozenset()
    """Themes and intents so near to it that hearing them as it would be no nonsense: nothing is learned from them."""


# A stop is only asked about, and missing one goes on against somebody's will: so it may be guessed wrongly more often.
_GOING = frozenset({"not_crisis", "stop", "pause", "erase", "stop_nudges", "pause_nudges", "not_now", "refuse_learning"})
LESSONS: Mapping[str, Lesson] = {
    CRISIS: Lesson(0.002),
    "stop": Lesson(0.006, frozenset({"stop_nudges"}), _GOING),
    "pause": Lesson(0.002, frozenset({"pause_nudges"}), _GOING),
}


def learned(theme: str) -> dict[str, Any]:
    """Return the weights that follow from the examples of now."""
    agreed, ordinary = set(_listed("just_talk")), {each.text for each in examples()}
    both = {**dict.fromkeys(plain_talk(theme), False), **dict.fromkeys(said(theme), True)}
    given = {
        "examples": [sorted(pieces_of(words_of(text))) for text in both],
        "labels": list(both.values()),
        "importance": [AGREED if text in agreed else 1 for text in both],
        "ordinary": [text in ordinary for text in both],
        "allowed": LESSONS[theme].allowed,
    }
    done = subprocess.run([ENGINE, "engine/fit.py"], cwd=ROOT, input=json.dumps(given), capture_output=True, text=True, check=True)
    content: dict[str, Any] = json.loads(done.stdout)
    return content


def said(theme: str) -> list[str]:
    """Return the examples of a theme, each once."""
    intents = LESSONS[theme].intents
    listed = _listed("safety_samples", CRISIS) if theme == CRISIS else ()
    return sorted({*_written(theme), *listed, *(each.text for each in examples() if each.intent in intents)})


def plain_talk(theme: str) -> list[str]:
    """Return the examples of anything else, each once."""
    left_out = {theme} | LESSONS[theme].intents | LESSONS[theme].close
    others = (text for other in themes("learn") if other not in left_out for text in _written(other))
    return sorted({*others, *_listed("just_talk"), *(each.text for each in examples() if each.intent not in left_out)} - set(said(theme)))


def _written(theme: str) -> Iterator[str]:
    return (each.text for part in ("learn", "read") for each in themes(part)[theme])


def _listed(name: str, theme: str | None = None) -> Iterator[str]:
    content = yaml.safe_load((LISTS / f"{name}.yml").read_text("utf-8"))
    return map(str, leaves(content[theme] if theme else content))


if __name__ == "__main__":
    for name in LESSONS:
        (LEARNED / f"{name}.json").write_text(json.dumps(learned(name), ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
