"""Turns what a channel hands over into what it means. Nothing is stored or looked up here."""

from bot.conversation import Kind, Received
from bot.language.safety.words import Right, SafetyWords, Sign
from bot.language.words.sanitise import MAX_CHARACTERS, sanitise
from bot.learners.redact import redact

START = "/start"
LOOKED_AT = 4000
"""Characters searched for signs of danger; people in need write long messages."""


class Reader:
    """Reads typed text."""

    def __init__(self, safety: SafetyWords) -> None:
        self._safety = safety

    def read(self, typed: str) -> Received:
        """Return what ``typed`` is. What may not be kept is gone from the result."""
        if typed[: len(START) + 1].split() == [START]:
            return Received(Kind.START)
        long_text = sanitise(typed, LOOKED_AT)
        found = self._safety.classify(long_text)
        if isinstance(found, Sign):
            return Received(Kind.TROUBLE, payload=found.name)
        # Taking out an account number can bring a slash to the front, so that comes before the last cleaning.
        text = sanitise(redact(long_text[: 2 * MAX_CHARACTERS]))
        if not text:
            return Received(Kind.EMPTY)
        return Received(Kind.RIGHT, text, found) if isinstance(found, Right) else Received(Kind.TEXT, text)
