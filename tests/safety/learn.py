"""Learn what despair sounds like: ``python -m tests.safety.learn`` writes bot/language/learned/despair.json.

From what may be read: the half that was read, the samples of the lists, sentences written to learn from (``learn.yml``), and as
plain talk every example of the model too. Never from ``held_out.yml``.
"""

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import yaml

from bot.language.despair import WEIGHTS, pieces_of
from bot.language.fold import words_of
from tests.leaves import leaves
from tests.nlu.sentences import ROOT
from tests.nlu.splits import examples
from tests.nlu.understanding import ENGINE
from tests.safety.sentences import HERE, themes

DESPAIR = "crisis"
ALLOWED = 0.003
"""Share of plain talk that may be asked "Gaat het wel met je?"."""
AGREED = 3
"""For how many a sentence counts of which it was agreed that it is just talk."""
LISTS = ROOT / "tests" / "unit" / "language"


def learned() -> dict[str, Any]:
    """Return the weights that follow from the examples of now."""
    talk = set(_sentences("just_talk"))
    both = {**dict.fromkeys(plain_talk(), False), **dict.fromkeys(despair(), True)}
    given = {
        "examples": [sorted(pieces_of(words_of(text))) for text in both],
        "labels": list(both.values()),
        "importance": [AGREED if text in talk else 1 for text in both],
        "allowed": ALLOWED,
    }
    done = subprocess.run([ENGINE, "engine/fit.py"], cwd=ROOT, input=json.dumps(given), capture_output=True, text=True, check=True)
    content: dict[str, Any] = json.loads(done.stdout)
    return content


def despair() -> list[str]:
    """Return the examples of despair, each once."""
    written, read, listed = _texts("learn", "despair"), themes("read")[DESPAIR], _sentences("safety_samples", DESPAIR)
    return sorted({*written, *(each.text for each in read), *listed})


def plain_talk() -> list[str]:
    """Return the examples of anything else, each once."""
    written, agreed = _texts("learn", "plain"), _sentences("just_talk")
    others = (each.text for theme, sentences in themes("read").items() if theme != DESPAIR for each in sentences)
    return sorted({*written, *agreed, *others, *(each.text for each in examples())} - set(despair()))


def _texts(name: str, theme: str) -> Iterator[str]:
    return (each["text"] for each in yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))[theme])


def _sentences(name: str, theme: str | None = None) -> Iterator[str]:
    content = yaml.safe_load((LISTS / f"{name}.yml").read_text("utf-8"))
    return map(str, leaves(content[theme] if theme else content))


if __name__ == "__main__":
    WEIGHTS.write_text(json.dumps(learned(), ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
