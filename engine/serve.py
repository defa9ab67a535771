"""Serve the trained model on the inside of the machine: ``python engine/serve.py``.

Environment: DUWTJE_HOME, RASA_HOST (default 127.0.0.1), RASA_PORT (5005), RASA_TOKEN (for Rasa's API; without it the API
stays closed), RASA_DATABASE (address of the tracker store; default a file in the home folder), ACTIONS_URL, RASA_PROCESSES (1;
more needs PostgreSQL).
"""

import os
import sys
from collections.abc import Callable

import several
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
    host, port = address()
    token = os.environ.get("RASA_TOKEN")
    return [
        *("rasa", "run", "--model", str(trained.path)),
        *("--interface", host, "--port", str(port)),
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
    if processes() > 1 and several.DOOR not in os.environ:
        sys.exit(several.Several(processes(), *address()).run())
    sys.argv = arguments(trained)
    rasa = patched(trained)
    rasa()


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


def patched(trained: Trained) -> Callable[[], None]:
    """Import Rasa with our changes; ends the process when it is not the Rasa that they were made for."""
    from engine import patches  # after prepare, which says where to find things and what Rasa may read when imported
    from engine.patches.no_tensorflow import needs_tensorflow

    try:
        if not needs_tensorflow(trained.parts()):
            patches.apply(patches.BEFORE_IMPORT)
        from rasa.__main__ import main as rasa

        patches.apply(patches.AFTER_IMPORT)
    except patches.OtherRasa as other:
        stop("serve_rasa", found=other, wanted=patches.MADE_FOR)
    return rasa


if __name__ == "__main__":
    main()
