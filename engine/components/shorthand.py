"""Writes out what people shorten on a phone: "wnr krijg ik wa" asks when."""

import re
from functools import cache
from pathlib import Path

import yaml

_WORD = re.compile(r"\w+")


def written_out(text: str, file: str) -> str:
    """Return folded ``text`` with every short word of ``file`` in full."""
    meant = _meant(file)
    return _WORD.sub(lambda word: meant.get(word[0], word[0]), text)


@cache
def _meant(file: str) -> dict[str, str]:
    ways = yaml.safe_load(Path(file).read_text("utf-8"))
    return {short: words for words, shorts in ways.items() for short in shorts}
