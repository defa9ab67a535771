"""The surroundings in which Rasa runs, the same for training and serving."""

import logging
import os
import sys
import warnings

from state import ROOT, Pipeline, home, spacy_folder

_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",  # Rasa 3.6 stays on SQLAlchemy 1.4
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
}


def prepare(pipeline: Pipeline) -> None:
    """Set environment, import path and working folder for Rasa, before it is imported."""
    os.environ.update(_QUIET)
    os.environ["NL_SPACY_MODEL"] = pipeline.name
    os.environ.setdefault("RASA_CACHE_DIRECTORY", str(home() / "rasa-cache"))
    os.environ.setdefault("RASA_DATABASE", f"sqlite:///{home() / 'rasa.db'}")
    os.environ.setdefault("ACTIONS_URL", "http://127.0.0.1:5055")
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT), str(spacy_folder())]
    # Libraries warn each other about coming versions and switch such warnings on again; here every version is locked.
    warnings.showwarning = lambda *_, **__: None
    # TensorFlow tells everybody that it has no TensorBoard.
    logging.getLogger().addFilter(lambda record: "TensorBoard" not in record.getMessage())
    # The trace of a failed action holds the whole conversation; the action server tells what went wrong.
    logging.getLogger("rasa.core.processor").addFilter(_without_trace)


def _without_trace(record: logging.LogRecord) -> bool:
    record.exc_info = record.exc_text = None
    return True
