"""Writes two lists of ``bot/language/data`` anew: ``python -m tests.unit.language.near_words``, after a change of a list or an example."""

from collections.abc import Iterable

from wordfreq import top_n_list

from bot.language.words.fold import words_of
from bot.language.words.meant import DATA, SHORT, listened_for, mended
from tests.nlu.splits import examples
from tests.word_lines import as_lines

MOST_USED = 20_000
"""How many Dutch words are taken for words of their own. Further down the list, slips themselves turn up."""
KNOWN = 60_000
"""How many are taken for Dutch at all."""
TOPICS = DATA / "topic_words.yml"
TOPICS_HEADER = """\
# What people want to learn, word by word, from the examples in data/nlu.yml. Written by tests/unit/language/near_words.py.
"""
FILE = DATA / "near_words.yml"
HEADER = """\
# Words that look like a slip in a word that we listen for. Written by tests/unit/language/near_words.py.
# near: words of their own, found among the Dutch words used most (wordfreq); nothing is read into them.
# learned: what examples in data/nlu.yml hold on purpose, so that the model understands it as it is.
"""


def topic_words() -> set[str]:
    """Return the Dutch words that examples mark as something to learn."""
    known = {word for entry in top_n_list("nl", KNOWN) for word in words_of(entry)}
    marked = [sentence.text[start:end] for sentence in examples() for kind, start, end in sentence.entities if kind == "interest"]
    return {word for text in marked for word in words_of(text) if len(word) >= SHORT and word in known}


def near_words() -> dict[str, set[str]]:
    """Return the words that the file has to hold, by name."""
    most_used = {word for entry in top_n_list("nl", MOST_USED) for word in words_of(entry)}
    learned = {word for sentence in examples() for word in words_of(sentence.text)}
    return {"near": _slips_among(most_used), "learned": _slips_among(learned - most_used)}


def _slips_among(words: Iterable[str]) -> set[str]:
    return {word for word in words if word not in listened_for() and mended(word) != word}


if __name__ == "__main__":
    TOPICS.write_text(f"{TOPICS_HEADER}topics: >-\n{as_lines(topic_words())}\n", "utf-8")
    FILE.write_text(HEADER + "".join(f"{name}: >-\n{as_lines(words)}\n" for name, words in near_words().items()), "utf-8")
