"""Runs the clock until the process is asked to stop."""

import signal

from apscheduler.schedulers.background import BackgroundScheduler

STOP = {signal.SIGTERM, signal.SIGINT}


def run_until_stopped(scheduler: BackgroundScheduler) -> None:
    """Start ``scheduler`` and return after SIGTERM or SIGINT, when the job that is going on has ended.

    The signals are waited for instead of handled: a handler that stops the scheduler can hang when it interrupts the
    very lock it needs.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, STOP)
    scheduler.start()
    signal.sigwait(STOP)
    scheduler.shutdown()
