"""When the answer to a nudge was a no, and when enough were heard to ask whether fewer would be better. Pure."""

import re
from datetime import datetime, timedelta
from functools import cache

from bot.language.plain.gate import DATA
from bot.language.words.fold import words_of
from bot.language.words.yaml_files import read_mapping
from bot.nudges.history import History
from bot.nudges.models import DueNudge

_WORDS = DATA.parent / "declining.yml"
OFFER_AFTER = 2
"""Noes within ``LATELY`` after which we ask whether fewer would be better."""
LATELY = timedelta(days=30)


@cache
def declines(label: str) -> bool:
    """Whether the button with this label says no to the nudge itself."""
    return _pattern().search(" ".join(words_of(label))) is not None


def is_no(row: DueNudge) -> bool:
    """Whether the person said no to this nudge, or not now."""
    return row.quiet_until is not None or (row.answer is not None and declines(row.answer))


def wants_fewer(history: History, due_id: int, now: datetime) -> bool:
    """Whether the answer to ``due_id`` was the second no in a short time: a third does not make us ask again."""
    noes = [row for row in history.rows if row.answered_at and row.answered_at > now - LATELY and is_no(row)]
    return len(noes) == OFFER_AFTER and due_id in {row.id for row in noes}


@cache
def _pattern() -> re.Pattern[str]:
    phrases = "|".join(re.escape(" ".join(words_of(phrase))) for phrase in read_mapping(_WORDS)["phrases"])
    return re.compile(rf"\b(?:{phrases})\b")
