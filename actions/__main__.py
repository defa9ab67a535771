"""Starts the action server: ACTIONS_HOST (127.0.0.1), ACTIONS_PORT (5055)."""

import os

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor

DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", "5055"


def main() -> None:
    """Serve until stopped."""
    executor = ActionExecutor()
    executor.register_package("actions")
    app = create_app(executor, cors_origins=[])
    # One process: the services keep their state here, and a second one would cost as much memory again.
    app.run(os.environ.get("ACTIONS_HOST", DEFAULT_HOST), int(os.environ.get("ACTIONS_PORT", DEFAULT_PORT)), single_process=True)


if __name__ == "__main__":
    main()
