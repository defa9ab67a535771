"""Starts the action server: ACTIONS_HOST (127.0.0.1), ACTIONS_PORT (5055)."""

import os
import warnings

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor

from actions.assembly import every_action
from bot.bootstrap import services

DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", "5055"


def main() -> None:
    """Serve until stopped."""
    # The protocol is the same; the engine stays on the last open Rasa, and its own SDK cannot run on this Python.
    warnings.filterwarnings("ignore", message="Your versions of rasa and rasa_sdk")
    executor = ActionExecutor()
    for action in every_action(services):
        executor.register_action(action)
    app = create_app(executor, cors_origins=[])
    # One process: the services keep their state here, and a second one would cost as much memory again.
    app.run(os.environ.get("ACTIONS_HOST", DEFAULT_HOST), int(os.environ.get("ACTIONS_PORT", DEFAULT_PORT)), single_process=True)


if __name__ == "__main__":
    main()
