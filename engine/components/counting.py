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


Row = tuple[np.ndarray, np.ndarray]
"""The columns in which a sentence has something, in order, and what."""


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

    def weighed(self, sentence: Iterable[str]) -> Row:
        """Return the pieces of ``sentence`` that are known, as a row of length 1; empty when none is."""
        known = [self.columns[piece] for piece in sentence if piece in self.columns]
        found, times = np.unique(np.array(known, dtype=np.int32), return_counts=True)
        weighed = (1 + np.log(times)) * self.rarity[found]
        return found, weighed / (np.linalg.norm(weighed) or 1.0)


def side_by_side(views: Sequence[tuple[int, Sequence[Row]]]) -> sp.csr_matrix:
    """Return one matrix of several: of each its number of columns, and a row for each sentence.

    scipy can do this too, but takes longer over it than the counting takes.
    """
    starts = np.cumsum([0, *(width for width, _ in views)])
    rows = [list(row) for row in zip(*(rows for _, rows in views), strict=True)]
    columns = [found + start for row in rows for (found, _), start in zip(row, starts, strict=False)]
    values = [weighed for row in rows for _, weighed in row]
    ends = np.cumsum([0, *(sum(len(found) for found, _ in row) for row in rows)])
    return sp.csr_matrix((np.concatenate(values), np.concatenate(columns), ends), shape=(len(rows), starts[-1]))
