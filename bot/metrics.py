"""What is counted for whoever keeps the product running, and where it is shown. No number says who."""

from prometheus_client import Counter, Gauge, Histogram, start_http_server

from bot.errors import ConfigurationError

DUE = Gauge("duwtje_nudges_due", "Nudges that should have left by now and did not.")
ENDED = Counter("duwtje_nudges_ended", "Due rows by how handling them ended: 'allowed' is sent.", ["reason"])
UNKNOWN = Counter("duwtje_nudges_unknown", "Nudges of which nobody knows whether they arrived.")
LATENESS = Histogram(
    "duwtje_nudge_lateness_seconds",
    "Seconds between the promised moment and delivery.",
    buckets=(0.25, 0.5, 1, 1.2, 2, 5, 10, 17, 60, 600, 3600, 7200),
)
LANE_WAIT = Histogram(
    "duwtje_lane_wait_seconds", "Seconds a message waited for its turn on a channel.", ["lane"], buckets=(0.01, 0.05, 0.1, 0.5, 1, 2, 3)
)
"""Lane is ``reply`` or ``bulk``."""
for _lane in ("reply", "bulk"):
    LANE_WAIT.labels(_lane)  # from the start: a number that is not there yet cannot be seen to rise
UNPLANNED = Counter("duwtje_nudges_planning_failed", "People for whom no nudge could be planned, left alone for a while.")
REMINDERS = Counter("duwtje_reminders_looked_at", "Reminders whose time had come.")
FAILED_STEPS = Counter("duwtje_tick_steps_failed", "Steps of a tick of the scheduler that failed as a whole.", ["step"])
"""Step is ``remind``, ``plan`` or ``send``."""
SWITCHED_ON = Gauge("duwtje_nudges_switched_on", "1 when nudges may leave, 0 when somebody switched them off.")


def show_numbers(address: str, setting: str) -> int:
    """Serve ``/metrics`` of this process on ``address`` (HOST:PORT) in a thread of its own, and return the port; 0 is any free one.

    Raises ConfigurationError, which names ``setting``, when the address cannot be used.
    """
    host, _, port = address.rpartition(":")
    try:
        server, _thread = start_http_server(int(port), host)
    except (OSError, OverflowError) as error:
        raise ConfigurationError(f"{setting} {address}: {error}") from error
    return int(server.server_port)
