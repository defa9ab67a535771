"""Serve the trained model on the inside of the machine: ``python engine/serve.py``.

Environment: DUWTJE_HOME, RASA_HOST (default 127.0.0.1), RASA_PORT (5005), RASA_TOKEN (for Rasa's API; without it the API
stays closed), RASA_DATABASE (address of the tracker store; default a file in the home folder), ACTIONS_URL.
"""

import os
import sys
from functools import cache

from launch import prepare
from saying import stop
from state import Trained, installed_pipeline, read_trained


def checked() -> Trained:
    """Return the trained model; ends the process when there is none or when the spaCy pipeline is not the one it was trained with."""
    trained = read_trained() or stop("serve_untrained")
    pipeline = installed_pipeline() or stop("spacy_missing")
    asked = os.environ.get("NL_SPACY_MODEL") or pipeline.name
    if (asked, pipeline.name, pipeline.version) != (trained.spacy_model, trained.spacy_model, trained.spacy_version):
        stop("serve_changed", trained=f"{trained.spacy_model} {trained.spacy_version}", now=f"{asked} {pipeline.version}")
    prepare(pipeline)
    return trained


def arguments(trained: Trained) -> list[str]:
    """Return the command line of ``rasa run``. The token is never seen by other users: this is a call, not a command."""
    token = os.environ.get("RASA_TOKEN")
    return [
        *("rasa", "run", "--model", str(trained.path)),
        *("--interface", os.environ.get("RASA_HOST", "127.0.0.1"), "--port", os.environ.get("RASA_PORT", "5005")),
        *("--endpoints", "endpoints.yml", "--credentials", "credentials.yml"),
        # One word: a token of its own could begin with a dash and be taken for an option.
        *(("--enable-api", f"--auth-token={token}") if token else ()),
    ]


def main() -> None:
    """Run Rasa in this process until it is stopped."""
    trained = checked()
    database = os.environ["RASA_DATABASE"]
    # What hosting companies hand out, SQLAlchemy no longer reads.
    os.environ["RASA_DATABASE"] = database.replace("postgres://", "postgresql://", 1)
    sys.argv = arguments(trained)
    from rasa.__main__ import main as rasa  # after prepare: it reads the environment when imported

    _load_pipeline_once()
    rasa()


def _load_pipeline_once() -> None:
    # Rasa makes two parts that each load the spaCy pipeline; they may share it, which saves a second and 60 MB.
    from rasa.nlu.utils.spacy_utils import SpacyNLP

    SpacyNLP.load_model = staticmethod(cache(SpacyNLP.load_model))


if __name__ == "__main__":
    main()
