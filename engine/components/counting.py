"""How often pieces stand in a sentence, weighed by how seldom they stand in others (tf-idf).

scikit-learn's TfidfVectorizer gives the same numbers (a test compares them), but its import takes a third of a second at
every start and each of its calls more than the counting itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

LEAST = 2
"""Examples. What stands in one only weighs half of the model and taught it nothing on the calibration sentences."""


@dataclass(frozen=True)
class Counts:
    """The pieces of one view and what each weighs."""

    columns: dict[str, int]
    rarity: np.ndarray
    """For each column: 1 when every example has it, more when few have."""

    @classmethod
    def learned(cls, examples: Sequence[Iterable[str]]) -> Counts:
        """Return the pieces that stand in at least ``LEAST`` examples."""
        seen = Counter(piece for example in examples for piece in set(example))
        kept = sorted(piece for piece, times in seen.items() if times >= LEAST)
        times = np.array([seen[piece] for piece in kept], dtype=float)
        return cls({piece: column for column, piece in enumerate(kept)}, np.log((1 + len(examples)) / (1 + times)) + 1)

    def rows(self, sentences: Sequence[Iterable[str]]) -> sp.csr_matrix:
        """Return a row of length 1 for each sentence; of length 0 when nothing in it is known."""
        columns: list[int] = []
        values: list[np.ndarray] = []
        ends = [0]
        for sentence in sentences:
            known = [self.columns[piece] for piece in sentence if piece in self.columns]
            found, times = np.unique(known, return_counts=True)
            found = found.astype(np.int32)
            weighed = (1 + np.log(times)) * self.rarity[found]
            columns.extend(found)
            values.append(weighed / (np.linalg.norm(weighed) or 1.0))
            ends.append(len(columns))
        shape = (len(ends) - 1, len(self.columns))
        return sp.csr_matrix((np.concatenate(values), columns, ends), shape=shape)
