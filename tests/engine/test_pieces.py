"""Sentences are taken apart and counted as scikit-learn does, and other spellings leave the same bones."""

import pytest

from tests.engine.conftest import Run

pytestmark = pytest.mark.engine

TEXTS = ["ik wil leren lassen", "a", "nee ik wil niet, ik wil niet!", "2 euro's kost t", "", "graag iets met hout en lassen", "ééntje aub"]


@pytest.mark.parametrize(
    ("apart", "same_as"),
    [
        ("parts", 'analyzer="char_wb", ngram_range=(SHORTEST, LONGEST)'),
        ("words", r'ngram_range=(1, 2), token_pattern=r"(?u)\b\w+\b"'),
    ],
)
def test_counts_are_those_of_scikit_learn(run_in_engine: Run, apart: str, same_as: str) -> None:
    furthest, shape, pieces = run_in_engine(
        f"""
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from engine.components.counting import Counts, side_by_side
from engine.components.pieces import LONGEST, SHORTEST, {apart}
texts = {TEXTS!r}
theirs = TfidfVectorizer({same_as}, min_df=2, sublinear_tf=True, lowercase=False)
wanted = theirs.fit_transform(texts)
ours = Counts.learned([list({apart}(text)) for text in texts])
twice = [(len(ours.columns), [ours.weighed({apart}(text)) for text in texts])] * 2
left, found = np.hsplit(side_by_side(twice).toarray(), 2)
assert (left == found).all()
result = [float(abs(found - wanted).max()), list(found.shape), sorted(ours.columns) == sorted(theirs.vocabulary_)]
"""
    )
    assert furthest < 1e-9
    assert shape[0] == len(TEXTS)
    assert pieces


def test_a_slip_in_the_vowels_leaves_the_bones(run_in_engine: Run) -> None:
    pairs = [("cursus", "cursis"), ("leren", "leeren"), ("alles", "allus"), ("werken", "warke")]
    heard = run_in_engine(
        f"from engine.components.pieces import VIEWS\nwrite, _ = VIEWS['bones']\nresult = [[write(w) for w in pair] for pair in {pairs!r}]"
    )
    assert [pair for pair, (one, other) in zip(pairs, heard, strict=True) if one != other] == []


def test_words_that_begin_with_another_vowel_keep_it(run_in_engine: Run) -> None:
    assert run_in_engine("from engine.components.pieces import bones\nresult = bones('in an on in een')") == "in an on in en"


def test_words_stand_together_however_far_apart_and_in_either_order(run_in_engine: Run) -> None:
    apart, near, alone, long = run_in_engine(
        """
from engine.components.pieces import together
pairs = [list(together(text)) for text in ("ik wil graag leren", "leren wil", "leren", " ".join(f"w{n}" for n in range(400)))]
result = [*pairs[:3], len(pairs[3])]
"""
    )
    assert set(near) <= set(apart)
    assert alone == []
    assert long == 300  # of 25 words


def test_a_frame_is_how_a_sentence_begins_and_ends_and_how_long_it_is(run_in_engine: Run) -> None:
    one, more, nothing = run_in_engine(
        "from engine.components.pieces import frame\nresult = [list(frame(text)) for text in ('hoi', 'wat kost die', '😀')]"
    )
    assert one == ["^hoi", "^hoi", "hoi$", "hoi$", "#1"]
    assert more == ["^wat", "^wat kost", "die$", "kost die$", "#3"]
    assert nothing == ["#0"]
