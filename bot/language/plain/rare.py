"""Words that many people do not know, by how often Dutch texts use them (wordfreq's Zipf scale: 3 is once in a million words)."""

from functools import cache
from pathlib import Path

from bot.language.plain.readability import without_variables, words_in
from bot.language.words.yaml_files import LISTS, read_mapping

DATA = LISTS / "plain_words.yml"
RARE = 3.0
UNCOMMON = 4.0


@cache
def plain_words(path: Path = DATA) -> frozenset[str]:
    """Read the words that are plain here, whatever a corpus says."""
    return frozenset(word for words in read_mapping(path)["plain_words"].values() for word in words)


def rarer_than(limit: float, text: str) -> list[str]:
    """Return the words of ``text`` that are used less than ``limit`` on the Zipf scale and are not known to be plain."""
    words = [word.casefold() for word in words_in(without_variables(text)) if word.isalpha()]
    return [word for word in words if word not in plain_words() and _zipf(word) < limit]


@cache
def _zipf(word: str) -> float:
    # Reading the frequencies takes a third of a second and 60 MB, and only who checks texts needs them.
    from wordfreq import zipf_frequency

    # "Iets kleins" is no rarer than "klein".
    bare = word.removesuffix("s")
    return max(zipf_frequency(word, "nl"), zipf_frequency(bare, "nl"))
