"""What the intent classifier learned, and how it is kept: numbers and words only, so that a model file cannot run code."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp

from engine.components.counting import Counts

_NUMBERS, _WORDS = "intents.npz", "intents.json"


@dataclass(frozen=True)
class Learned:
    """The parts of a trained classifier."""

    counts: dict[str, Counts]
    """By view."""
    intents: tuple[str, ...]
    weights: np.ndarray
    """A row for each feature, a column for each intent, as one block: a sentence adds up the rows of what it has."""
    bias: np.ndarray

    def chances(self, features: sp.csr_matrix) -> np.ndarray:
        """Return how likely each intent is, a row for each sentence: one against the rest, made to add up to one."""
        each = 1 / (1 + np.exp(-(features @ self.weights + self.bias)))
        chances: np.ndarray = each / each.sum(axis=1, keepdims=True)
        return chances


def write(learned: Learned, folder: Path) -> None:
    """Keep it in ``folder``."""
    words = {"intents": learned.intents, "views": {name: list(counts.columns) for name, counts in learned.counts.items()}}
    (folder / _WORDS).write_text(json.dumps(words), encoding="utf-8")
    np.savez_compressed(
        folder / _NUMBERS,
        weights=learned.weights.astype(np.float32),
        bias=learned.bias,
        **{f"rarity {name}": counts.rarity for name, counts in learned.counts.items()},
    )


def read(folder: Path) -> Learned:
    """Return what ``write`` kept in ``folder``; raises ValueError for a file with anything but numbers."""
    words = json.loads((folder / _WORDS).read_text(encoding="utf-8"))
    with np.load(folder / _NUMBERS, allow_pickle=False) as numbers:
        counts = {
            name: Counts({piece: column for column, piece in enumerate(pieces)}, numbers[f"rarity {name}"])
            for name, pieces in words["views"].items()
        }
        weights = np.ascontiguousarray(numbers["weights"], dtype=np.float64)
        return Learned(counts, tuple(words["intents"]), weights, numbers["bias"])
