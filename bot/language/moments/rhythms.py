"""Reads how often in what people type."""

from functools import cache
from typing import Any

from bot.language.numbers.amounts import number
from bot.language.words.meant import meant_words
from bot.language.words.phrasing import says
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "rhythms.yml"
LADDER = (4, 7, 14, 30)
"""Rhythms people choose from, in days between two messages."""
_LOOK_BACK = 4
_HALF_UP = 0.01
_FEW_WORDS, _A_SENTENCE = 7, 10


@cache
def _data() -> dict[str, Any]:
    return read_mapping(DATA)


def every_days_in(text: str) -> int | None:
    """Return how many days lie between two messages: "2x per week" is 4, "om de week" 14."""
    words = meant_words(text)
    found = [days for place, word in enumerate(words) if (days := _days_at(words, place, word)) is not None]
    for phrase, days in _data()["often"].items():
        if says(words, [phrase]):
            found.append(int(days))
    # "Nu elke dag, liever elke week": what is wanted comes last, or is the slower one.
    return max(found, default=None)


def _days_at(words: tuple[str, ...], place: int, word: str) -> int | None:
    period = _data()["periods"].get(word)
    if period is None:
        return None
    before = (value for each in reversed(words[max(place - _LOOK_BACK, 0) : place]) if (value := number(each)) is not None)
    count = next(before, 1) or 1
    many = word.endswith("en") or (place > 1 and number(words[place - 1]) is not None and words[place - 2] in _data()["every"])
    return int(count * period) if many else max(round(period / count + _HALF_UP), 1)


def is_rhythm(text: str) -> bool:
    """Return whether ``text`` names a rhythm in a few words, as an answer and not as a complaint or a question."""
    words = meant_words(text)
    plain = len(words) <= _FEW_WORDS and not text.rstrip().endswith("?") and not says(words, _data()["no_rhythm"])
    repeats = says(words, [*_data()["repeats"], *_data()["often"]]) or any(word.endswith("x") and number(word) for word in words)
    return plain and repeats and every_days_in(text) is not None


def names_rhythm(text: str) -> bool:
    """Return whether ``text`` names how often in so many words, also after a no: "nee doe toch maar elke week"."""
    words = meant_words(text)
    counts = says(words, [*_data()["repeats"], *_data()["often"]])
    return counts and len(words) <= _A_SENTENCE and not text.rstrip().endswith("?") and every_days_in(text) is not None


def asks_how_often(text: str) -> bool:
    """Return whether ``text`` asks how often they would come."""
    return says(meant_words(text), _data()["asks_how_often"])


def slower(text: str) -> bool | None:
    """Return whether ``text`` asks for less often (True) or more often (False); None when for neither."""
    words = meant_words(text)
    if says(words, _data()["less_often"]):
        return True
    return False if says(words, _data()["more_often"]) else None


def step(every_days: int, to_slower: bool) -> int:
    """Return the next rhythm on the ladder, or the last one when there is none."""
    steps = [days for days in LADDER if (days > every_days if to_slower else days < every_days)]
    return (steps[0] if to_slower else steps[-1]) if steps else (LADDER[-1] if to_slower else LADDER[0])
