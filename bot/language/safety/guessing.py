"""Guesses what somebody asks for or is in, where no list holds their words. A guess never does more than ask or tell."""

from collections.abc import Mapping

from bot.language.safety.weighing import load_scale, pieces_of
from bot.language.safety.words import Right
from bot.language.words.fold import words_of

SCALES: Mapping[Right, str] = {Right.STOP: "stop", Right.PAUSE: "pause"}
"""Which rights are weighed, and by which scale. The others Rasa's model hears as well, and it tells apart what is about them."""
FEWEST_WORDS = 4
"""Words of a message that is guessed about: "en verder niks" may mean anything."""


def guessed_right(text: str) -> Right | None:
    """Return the right that ``text`` sounds most like asking for; None when it sounds like none. Pure, a tenth of a millisecond."""
    words = words_of(text)
    if len(words) < FEWEST_WORDS:
        return None
    pieces = pieces_of(words)
    over = {right: load_scale(name).over(pieces) for right, name in SCALES.items()}
    right = max(over, key=over.__getitem__)
    return right if over[right] >= 0 else None
