"""What the intent classifier learned, and how it is kept: numbers and words only, so that a model file cannot run code."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

_NUMBERS, _WORDS = "intents.npz", "intents.json"


@dataclass
class Learned:
    """The parts of a trained classifier."""

    letters: TfidfVectorizer
    sounds: TfidfVectorizer
    lemmas: TfidfVectorizer
    middle: np.ndarray
    """Mean of the sentence vectors; what differs from it tells sentences apart."""
    regression: LogisticRegression


def letter_counts(vocabulary: Mapping[str, int] | None = None) -> TfidfVectorizer:
    """Pieces of words, two to five letters long; as they are written or as they sound."""
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), vocabulary=vocabulary, **_COUNTING)


def lemma_counts(vocabulary: Mapping[str, int] | None = None) -> TfidfVectorizer:
    """Words and pairs of words; one letter is a word too."""
    return TfidfVectorizer(ngram_range=(1, 2), token_pattern=_ANY_WORD, vocabulary=vocabulary, **_COUNTING)


# What stands in one example only weighs half of the model and taught it nothing on the calibration sentences.
_COUNTING: dict[str, Any] = {"min_df": 2, "sublinear_tf": True, "lowercase": False}
_ANY_WORD = r"(?u)\b\w+\b"


def write(learned: Learned, folder: Path) -> None:
    """Keep it in ``folder``."""
    words = {
        "letters": _vocabulary(learned.letters),
        "sounds": _vocabulary(learned.sounds),
        "lemmas": _vocabulary(learned.lemmas),
        "intents": [str(name) for name in learned.regression.classes_],
    }
    (folder / _WORDS).write_text(json.dumps(words), encoding="utf-8")
    np.savez_compressed(
        folder / _NUMBERS,
        letters=learned.letters.idf_,
        sounds=learned.sounds.idf_,
        lemmas=learned.lemmas.idf_,
        middle=learned.middle,
        weights=learned.regression.coef_.astype(np.float32),
        bias=learned.regression.intercept_,
    )


def read(folder: Path) -> Learned:
    """Return what ``write`` kept in ``folder``; raises ValueError for a file with anything but numbers."""
    words = json.loads((folder / _WORDS).read_text(encoding="utf-8"))
    with np.load(folder / _NUMBERS, allow_pickle=False) as numbers:
        letters, sounds, lemmas = letter_counts(words["letters"]), letter_counts(words["sounds"]), lemma_counts(words["lemmas"])
        letters.idf_, sounds.idf_, lemmas.idf_ = numbers["letters"], numbers["sounds"], numbers["lemmas"]
        regression = LogisticRegression(solver="liblinear")
        regression.classes_ = np.array(words["intents"])
        regression.coef_, regression.intercept_ = numbers["weights"].astype(np.float64), numbers["bias"]
        return Learned(letters, sounds, lemmas, numbers["middle"], regression)


def _vocabulary(counts: TfidfVectorizer) -> dict[str, int]:
    return {piece: int(column) for piece, column in counts.vocabulary_.items()}
