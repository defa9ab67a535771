"""Logging: one readable line per event, never the text of a message."""

import logging
import sys

import structlog


def configure_logging(*, level: str = "INFO") -> None:
    """Send structlog and the standard library's logging to stderr, a line each."""
    logging.basicConfig(level=level, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
    for chatty in ("httpx", "httpcore", "uvicorn.access", "telegram"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # A tick that lasts longer than the time between two is meant to skip some; a job that fails is an error.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%H:%M:%S", utc=False),
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty()),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
