"""Serve the trained model on the inside of the machine: ``python engine/serve.py``.

Environment: DUWTJE_HOME, DUWTJE_SECRET (seals conversations; default what the product made in the home folder), RASA_HOST
(default 127.0.0.1), RASA_PORT (5005), RASA_TOKEN (for Rasa's API; without it the API stays closed), RASA_DATABASE (address of
the tracker store; default a file in the home folder), ACTIONS_URL, RASA_PROCESSES (1; more needs PostgreSQL).
"""

import os
import sys
from collections.abc import Callable
from typing import Any

import several
from launch import prepare
from saying import stop
from state import Trained, installed_pipeline, read_trained, secret


def checked() -> Trained:
    """Return the trained model; ends the process when there is none or when the spaCy pipeline is not the one it was trained with."""
    trained = read_trained() or stop("serve_untrained")
    pipeline = installed_pipeline() or stop("spacy_missing")
    asked = os.environ.get("NL_SPACY_MODEL") or pipeline.name
    if (asked, pipeline.name, pipeline.version) != (trained.spacy_model, trained.spacy_model, trained.spacy_version):
        stop("serve_changed", trained=f"{trained.spacy_model} {trained.spacy_version}", now=f"{asked} {pipeline.version}")
    prepare(pipeline)
    return trained


def options(trained: Trained) -> dict[str, Any]:
    """Return what ``rasa run`` would read from its command line."""
    host, port = address()
    token = os.environ.get("RASA_TOKEN") or None
    files = {"model": str(trained.path), "endpoints": "endpoints.yml", "credentials": "credentials.yml"}
    return {**files, "interface": host, "port": port, "enable_api": token is not None, "auth_token": token}


def main() -> None:
    """Run Rasa in this process until it is stopped."""
    trained = checked()
    database = os.environ["RASA_DATABASE"]
    # What hosting companies hand out, SQLAlchemy no longer reads.
    os.environ["RASA_DATABASE"] = database.replace("postgres://", "postgresql://", 1)
    os.environ["DUWTJE_SECRET"] = sealing_secret()
    if processes() > 1 and several.DOOR not in os.environ:
        sys.exit(several.Several(processes(), *address()).run())
    rasa = patched(trained)
    rasa(**options(trained))


def sealing_secret() -> str:
    """Return what conversations are sealed with; ends the process without one."""
    found = secret()
    return stop("serve_secret") if found is None else found


def processes() -> int:
    """Return how many Rasa processes to run; ends the process when the number makes no sense."""
    wanted = os.environ.get("RASA_PROCESSES") or "1"
    if not wanted.isdecimal() or int(wanted) < 1:
        stop("serve_processes", wanted=wanted)
    if int(wanted) > 1 and not os.environ["RASA_DATABASE"].startswith("postgresql"):
        # Nothing would keep two of them out of one conversation, and events would get lost.
        stop("serve_postgres", wanted=wanted)
    return int(wanted)


def address() -> tuple[str, int]:
    """Return where to listen."""
    return os.environ.get("RASA_HOST", "127.0.0.1"), int(os.environ.get("RASA_PORT", "5005"))


def patched(trained: Trained) -> Callable[..., None]:
    """Import Rasa with our changes; return what serves; ends the process when it is not the Rasa that they were made for."""
    from engine import patches  # after prepare, which says where to find things and what Rasa may read when imported
    from engine.patches.left_out import needs_all

    try:
        if not needs_all(trained.parts()):
            patches.apply(patches.BEFORE_IMPORT)
        # Not rasa.__main__: it imports training, testing and drawing for commands that nobody gives here.
        from rasa.core import run
        from rasa.utils.common import configure_logging_and_warnings
        from rasa.utils.io import configure_colored_logging
        from rasa.utils.log_utils import configure_structlog

        patches.apply(patches.AFTER_IMPORT)
    except patches.OtherRasa as other:
        stop("serve_rasa", found=other, wanted=patches.MADE_FOR)

    def rasa(model: str, endpoints: str, **rest: Any) -> None:  # noqa: ANN401  # Rasa's own options
        configure_logging_and_warnings(warn_only_once=True, filter_repeated_logs=True)
        configure_colored_logging(None)
        configure_structlog()
        run.serve_application(model, endpoints=run.AvailableEndpoints.read_endpoints(endpoints), **rest)

    return rasa


if __name__ == "__main__":
    main()
