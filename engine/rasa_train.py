"""Rasa's own training, with our surroundings: ``python engine/rasa_train.py NAME FOLDER``. Called by ``engine.train``."""

import sys

from launch import prepare
from saying import stop
from state import installed_pipeline


def main(name: str, folder: str) -> None:
    """Train and write ``FOLDER/NAME.tar.gz``."""
    prepare(installed_pipeline() or stop("spacy_missing"))
    sys.argv = [
        "rasa",
        "train",
        "--out",
        folder,
        "--fixed-model-name",
        name,
        "--domain",
        "domain.yml",
        "--config",
        "config.yml",
        "--data",
        "data",
    ]
    from rasa.__main__ import main as rasa

    from engine import patches  # after prepare, like Rasa itself: it reads the environment when imported

    patches.apply(patches.FOR_TRAINING)
    rasa()


if __name__ == "__main__":
    main(*sys.argv[1:])
