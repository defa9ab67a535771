"""Writes ``bot/language/data/real_words.yml`` anew: ``python -m tests.unit.language.real_words``, after a change of the safety lists."""

from collections.abc import Iterator, Mapping

from wordfreq import top_n_list

from bot.language.safety.lists import DATA, read_rights, read_trouble, words_in_plain_talk, words_in_rights, words_in_trouble
from bot.language.words.fold import squeeze, words_of
from bot.language.words.one_slip import one_slip
from tests.word_lines import as_lines

MOST_USED = {"nl": 20_000, "en": 10_000, "pl": 10_000, "de": 10_000}
"""How many words of a language are taken for words of their own. Further down the lists, slips themselves turn up."""
TROUBLE = read_trouble().values()
LISTS = (words_in_trouble(TROUBLE), words_in_plain_talk(TROUBLE), words_in_rights(read_rights()))
FILE = DATA / "real_words.yml"
HEADER = """\
# Words of their own that look like a slip in a word of the safety lists, so that nothing is read into them.
# Found among the words used most in four languages (wordfreq); written by tests/unit/language/real_words.py. Squeezed.
"""


def real_words() -> set[str]:
    """Return the words that the file has to hold, squeezed. Dutch words are no slip in any language."""
    return {word for words in LISTS for language in MOST_USED for word in _near(language, words)}


def _near(language: str, words: Mapping[str, frozenset[str]]) -> Iterator[str]:
    theirs = frozenset[str]().union(*words.values()) if language == "nl" else words[language]
    forgiving = one_slip(theirs, (), lambda word: (word,))
    for entry in top_n_list(language, MOST_USED[language]):
        for word in map(squeeze, words_of(entry)):
            if word not in forgiving.words and any(forgiving.readings((word,))):
                yield word


if __name__ == "__main__":
    FILE.write_text(f"{HEADER}near: >-\n{as_lines(real_words())}\n", "utf-8")
