from wordfreq import zipf_frequency

from bot.language.when.vocabulary import DATA, vocabulary
from bot.language.words.yaml_files import read_mapping

COMMON = 3.3
"""Zipf: about one in half a million words, "trolley"."""


def test_no_common_word_is_taken_for_a_slip_of_the_finger() -> None:
    data = read_mapping(DATA)
    written_out = {way for ways in data["ways"].values() for way in ways}
    slips = {word: meant for word, meant in vocabulary().spelling.items() if word not in written_out}
    common = {word for word in slips if zipf_frequency(word, "nl") >= COMMON}
    assert {word: slips[word] for word in common if slips[word] != word and word.isalpha() and not _is_glued(word, data)} == {}


def _is_glued(word: str, data: dict[str, dict[str, list[str]]]) -> bool:
    return any(word.startswith(first) and word != first for first in data["glued"]["first"])


def test_a_glued_day_and_part_come_apart() -> None:
    assert vocabulary().canonical("zaterdagochtend") == "zaterdag ochtend"
    assert vocabulary().canonical("vrijdagmorgen") == "vrijdag ochtend"
