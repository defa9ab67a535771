"""The clock: ``python -m scheduler``."""

import signal
import sys
from types import FrameType

from apscheduler.schedulers.blocking import BlockingScheduler

from bot.bootstrap import services
from bot.commands import console
from bot.errors import DuwtjeError
from bot.log import configure_logging
from bot.settings import load_settings
from scheduler.jobs import build_scheduler


def main() -> None:
    """Tick until SIGTERM or Ctrl-C; a job that is going on ends first."""
    try:
        settings = load_settings()
    except DuwtjeError as error:
        console.complain(error)
        sys.exit(console.UNREADABLE)
    configure_logging(level=settings.log_level)
    scheduler = build_scheduler(services, settings.tick_seconds)
    stop_on_signals(scheduler)
    scheduler.start()


def stop_on_signals(scheduler: BlockingScheduler) -> None:
    """Let SIGTERM and SIGINT end ``scheduler``, or the process when it does not run yet."""

    def stop(_: int, __: FrameType | None) -> None:
        if not scheduler.running:
            sys.exit()
        # Without waiting here: the interpreter itself waits for the running job before it ends.
        scheduler.shutdown(wait=False)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)


if __name__ == "__main__":
    main()
