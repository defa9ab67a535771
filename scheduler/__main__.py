"""The clock: ``python -m scheduler``."""

import sys

from bot.bootstrap import services
from bot.commands import console
from bot.errors import DuwtjeError
from bot.log import configure_logging
from bot.metrics import show_numbers
from bot.settings import load_settings
from scheduler.jobs import build_scheduler
from scheduler.stopping import run_until_stopped


def main() -> None:
    """Tick until SIGTERM or Ctrl-C; a job that is going on ends first."""
    try:
        settings = load_settings()
        if settings.metrics_address:
            show_numbers(settings.metrics_address, "METRICS_ADDRESS")
    except DuwtjeError as error:
        console.complain(error)
        sys.exit(console.UNREADABLE)
    configure_logging(level=settings.log_level)
    run_until_stopped(build_scheduler(services, settings.tick_seconds))


if __name__ == "__main__":
    main()
