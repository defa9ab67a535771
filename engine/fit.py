"""Learn weights for pieces of text: ``python engine/fit.py < examples.json > weights.json``.

In: ``examples``, each a list of pieces, with for each in ``labels`` true or false, in ``importance`` for how many it counts, and in
``ordinary`` whether it is a message as most are; ``allowed``, the share of the false ordinary ones that may be taken for true.
Out: ``bias``, ``weights`` by piece, ``threshold``, as log-odds.
Pieces of an example weigh ``1 / sqrt(their number)`` each. The threshold is chosen on examples that were not learned from
(ten-fold cross-validation); ``heard`` is the share of the true ones above it.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

FOLDS = 10
STRENGTH = 30.0
"""How little the weights are held back; hears most in cross-validation of 3, 10, 30 and 100."""
LEAST = 0.09
"""Weights under this are left out: thousands, which together change nothing."""


def fit(
    examples: Sequence[Sequence[str]], labels: Sequence[bool], importance: Sequence[float], ordinary: Sequence[bool], allowed: float
) -> dict[str, Any]:
    """Return what was learned."""
    often = {piece for piece, times in Counter(chain(*examples)).items() if times > 1}
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform([{piece: len(pieces) ** -0.5 for piece in pieces if piece in often} for pieces in examples])
    truth, counts = np.array(labels), {"sample_weight": np.array(importance)}
    learner = LogisticRegression(C=STRENGTH, class_weight="balanced", solver="liblinear", random_state=0)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    unseen = cross_val_predict(learner, rows, truth, cv=folds, method="decision_function", fit_params=counts)
    learner.fit(rows, truth, **counts)
    threshold = float(np.quantile(unseen[~truth & np.array(ordinary)], 1 - allowed))
    named = dict(zip(vectorizer.feature_names_, map(float, learner.coef_[0]), strict=True))
    return {
        "bias": round(float(learner.intercept_[0]), 3),
        "threshold": round(threshold, 3),
        "heard": round(float((unseen[truth] >= threshold).mean()), 3),
        "weights": {piece: round(weight, 2) for piece, weight in named.items() if abs(weight) >= LEAST},
    }


if __name__ == "__main__":
    json.dump(fit(**json.load(sys.stdin)), sys.stdout, ensure_ascii=False, sort_keys=True)
