"""How sure is sure enough inside a conversation. Whether Rasa acts on a message at all stands in config.yml.

Every value is chosen on sentences set apart for that, by what a mistake costs somebody: the tables are in docs/reference/nlu.md.
"""

CHAT = frozenset({"out_of_scope", "smalltalk_joke", "praise", "insult"})
"""Mere chat: what a wish in words that Rasa does not know is often taken for."""
CLEAR, CLEAR_CHAT = 0.5, 0.85
"""How sure Rasa must be before typed text is a side question, or mere chat, instead of the answer to the open question."""
PLAUSIBLE = 0.12
"""How likely a meaning must be before it is offered as a guess."""


def clear_from(intent: str) -> float:
    """Return how sure Rasa must be of ``intent`` before it goes before the open question."""
    return CLEAR_CHAT if intent in CHAT else CLEAR
