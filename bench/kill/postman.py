"""Delivers replies, which reminders are once they were said, as a door of the product does: ``python -m bench.kill.postman``."""

import time

from bench.kill.worker import shifted_services

BETWEEN_LOOKS = 0.2
"""Seconds."""


def main() -> None:
    """Deliver until killed."""
    services = shifted_services()
    while True:
        services.conversation.recover()
        time.sleep(BETWEEN_LOOKS)


if __name__ == "__main__":
    main()
