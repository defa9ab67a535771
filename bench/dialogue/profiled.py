"""Serves with Python's profiler on for every message, in the engine's environment: ``profiled.py OUT ours|stock ARGUMENTS``."""

import cProfile
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ENGINE = Path(__file__).parents[2] / "engine"
profiler = cProfile.Profile()


def watch_messages() -> None:
    """Profile the handling of messages only: neither the start nor the waiting in between."""
    from rasa.core.processor import MessageProcessor

    handle = MessageProcessor.handle_message

    async def watched(self: Any, message: Any) -> Any:  # noqa: ANN401  # Rasa's own
        profiler.enable()
        try:
            return await handle(self, message)
        finally:
            profiler.disable()

    MessageProcessor.handle_message = watched


def serve_ours() -> None:
    """Serve as engine/serve.py does."""
    sys.path.insert(0, str(ENGINE))
    import serve

    load: Callable[..., Callable[[], None]] = serve.patched

    def watched(trained: object) -> Callable[[], None]:
        rasa = load(trained)
        watch_messages()
        return rasa

    serve.patched = watched
    serve.main()


def serve_stock() -> None:
    """Serve as ``rasa run`` does."""
    from rasa.__main__ import main

    watch_messages()
    main()


if __name__ == "__main__":
    _, out, side, *arguments = sys.argv
    sys.argv = ["rasa", *arguments]
    try:
        {"ours": serve_ours, "stock": serve_stock}[side]()
    finally:
        profiler.dump_stats(out)
