"""What is counted for whoever keeps the product running. Shown by the scheduler on ``METRICS_ADDRESS``; no number says who."""

from prometheus_client import Counter, Gauge, Histogram

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
REMINDERS = Counter("duwtje_reminders_looked_at", "Reminders whose time had come.")
SWITCHED_ON = Gauge("duwtje_nudges_switched_on", "1 when nudges may leave, 0 when somebody switched them off.")
