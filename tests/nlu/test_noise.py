"""The noise that understanding is measured under."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.nlu.noise import KINDS, by_ear, plain, typos
from tests.nlu.splits import rehearsal


@given(st.text(max_size=80), st.sampled_from(sorted(KINDS)))
def test_the_same_sentence_always_comes_out_the_same(text: str, kind: str) -> None:
    assert KINDS[kind](text) == KINDS[kind](text)


@pytest.mark.parametrize(("kind", "least"), [("typos", 0.5), ("by ear", 0.6)])
def test_noise_touches_most_sentences_and_leaves_the_length(kind: str, least: float) -> None:
    texts = [each.text for each in rehearsal()]
    noisy = [KINDS[kind](text) for text in texts]
    assert sum(one != other for one, other in zip(texts, noisy, strict=True)) >= least * len(texts)
    assert all(abs(len(one) - len(other)) <= 2 + 0.4 * len(one) for one, other in zip(texts, noisy, strict=True))


def test_plain_keeps_letters_figures_and_a_thumb() -> None:
    assert plain("Nee, geen € 50!") == "nee geen € 50"
    assert plain("👍") == "👍"


def test_short_words_are_typed_right_and_long_ones_heard_wrong() -> None:
    assert typos("nee") == "nee"
    assert by_ear("misschien moeilijk geschreven brieven") != "misschien moeilijk geschreven brieven"
