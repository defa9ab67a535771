"""Writes ``bot/catalogue/data/own_words.yml`` anew: ``python -m tests.unit.catalogue.search.own_words``."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from wordfreq import top_n_list

from bot.catalogue.dutch import word, words
from bot.catalogue.interests import FOLDER
from bot.catalogue.search.own_words import DATA, SHORTEST
from bot.catalogue.search.weights import weights_of
from bot.catalogue.slips import is_slip
from bot.catalogue.wordlist import LONG
from bot.language.words.fold import words_of
from bot.language.words.yaml_files import read_mapping
from tests.unit.catalogue.conftest import demo_items
from tests.word_lines import as_lines

MOST_USED = 20_000
"""How many Dutch words are taken for words of their own. Further down the list, slips themselves turn up."""
HEADER = """\
# Words of their own that look like a slip in a word of the topics, the synonyms or the demo catalogue, as keys of bot/catalogue/dutch.py.
# Found among the Dutch words used most (wordfreq); written by tests/unit/catalogue/search/own_words.py.
"""


def own_words() -> set[str]:
    """Return the keys that the file has to hold: of words that look like a slip in one that we know."""
    most_used = (folded for entry in top_n_list("nl", MOST_USED) for folded in words_of(entry))
    keys = {key for folded in most_used if folded.isalpha() and len(key := word(folded).key) >= SHORTEST}
    return {key for key in keys if _looks_like_another(key)}


def _looks_like_another(key: str) -> bool:
    near = process.extract(key, _known()[key[0]], scorer=OSA.distance, score_cutoff=2 if len(key) >= LONG else 1, limit=20)
    return any(slips and is_slip(key, meant) for meant, slips, _ in near)


@cache
def _known() -> Mapping[str, Sequence[str]]:
    """Return the keys of the topics, the synonyms and the demo catalogue by their first letter, which no slip changes."""
    texts = [str(entry) for topic in read_mapping(FOLDER / "interests.yml").values() for entry in topic["words"]]
    texts += [text for said, meant in read_mapping(FOLDER / "synonyms.yml").items() for text in (str(said), *meant)]
    in_items = (key for item in demo_items() for key in weights_of(item))
    known: dict[str, list[str]] = defaultdict(list)
    for key in sorted({each.key for text in texts for each in words(text)} | set(in_items)):
        known[key[0]].append(key)
    return known


if __name__ == "__main__":
    DATA.write_text(f"{HEADER}own: >-\n{as_lines(own_words())}\n", "utf-8")
