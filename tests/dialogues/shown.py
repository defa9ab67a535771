"""Judges what a person really got to read, with everything filled in, in the register they are spoken to.

What a provider wrote (title, summary, first step) is not ours to word. In easy words it counts in full for the length of a message, and
as one word for the length of a sentence. Under *u* it has to stand between quotation marks, as somebody else's words; so do a
person's own.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache

from bot.catalogue.importers.demo import read_demo
from bot.language.plain.gate import LIMITS, Finding, load_gate
from bot.language.plain.readability import measure
from bot.registers import Register

GATE = load_gate()
QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
FORM = frozenset({"je_and_u", "wrong_form"})
IN_EASY = FORM | {"long_sentence", "too_many_buttons"}
_NUMBER = re.compile(r"^\d\. ", re.MULTILINE)
STAND_IN = "dit"


def wrong_in(text: str, buttons: Sequence[str], register: Register) -> list[Finding]:
    """Return what is wrong with one message as it was shown; empty when nothing is."""
    if register is Register.U:
        return _judged(QUOTED.sub(STAND_IN, text), buttons, register, FORM)
    ours = _NUMBER.sub("", _theirs().sub(STAND_IN, QUOTED.sub(STAND_IN, text)))
    if register is not Register.EASY:
        return _judged(ours, buttons, register, FORM)
    words, most = measure(text).words, LIMITS[register].words
    too_many = [Finding("too_many_words", f"{words}")] if words > most else []
    return [*too_many, *_judged(ours, buttons, register, IN_EASY)]


def _judged(text: str, buttons: Sequence[str], register: Register, codes: Collection[str]) -> list[Finding]:
    return [found for found in GATE.check(text, buttons, register) if found.code in codes]


@cache
def _theirs() -> re.Pattern[str]:
    written = {words for _, record in read_demo() for words in (record["title"], record["summary"], record["smallest_step"]["text"])}
    # A title stands before a mark of ours, a step may lose its last one.
    bare = {words.rstrip(".!?") for words in written}
    return re.compile("|".join(re.escape(words) for words in sorted(bare, key=len, reverse=True)), re.IGNORECASE)
