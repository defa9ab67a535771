import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.words.meant import SHORT, listened_for, meant, meant_words, mended_text
from bot.language.words.yaml_files import read_mapping
from tests.dialogues.hands import slips
from tests.unit.language.near_words import FILE, TOPICS, near_words, topic_words

LEAST_MENDED = 0.75


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("neit", "niet"),
        ("zatedrag", "zaterdag"),
        ("vrydag", "vrijdag"),
        ("weruk", "werk"),
        ("uitkerink", "uitkering"),
        ("bedoelll", "bedoel"),
    ],
)
def test_a_slip_in_a_word_that_we_listen_for_is_mended(typed: str, word: str) -> None:
    assert meant(typed) == word


@pytest.mark.parametrize("word", ["borduren", "zumba", "nee", "mond", "koken", "12", "ik"])
def test_other_words_are_left_alone(word: str) -> None:
    assert meant(word) == word


def test_most_slips_are_mended() -> None:
    words = random.Random(0).sample(sorted(word for word in listened_for() if len(word) > SHORT), 300)  # noqa: S311  # repeatable
    slipped = [(word, typed) for word in words if (typed := slips(word)) != word]
    assert sum(meant(typed) == word for word, typed in slipped) >= LEAST_MENDED * len(slipped)


@given(st.text(max_size=60))
def test_any_text_has_as_many_words_as_before_and_is_mended_once(text: str) -> None:
    words = meant_words(text)
    assert tuple(map(meant, words)) == words


def test_the_lists_that_are_made_of_other_lists_are_up_to_date() -> None:
    assert set(read_mapping(TOPICS)["topics"].split()) == topic_words()
    assert {name: set(words.split()) for name, words in read_mapping(FILE).items()} == near_words()


def test_a_text_keeps_everything_but_its_slips() -> None:
    assert mended_text("Wat kst diit, 12 euro? Borduren!") == "Wat kost diit, 12 euro? Borduren!"


@given(st.text(max_size=60))
def test_a_mended_text_has_as_many_words(text: str) -> None:
    assert len(mended_text(text).split()) == len(text.split())
