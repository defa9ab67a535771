"""What people can say yes to, and which wording they read when they did (P12)."""

NUDGES = "nudges"
NUDGES_TEXT_VERSION = "2026-11"
"""Change it whenever the question ``utter_ask_nudges`` changes its meaning."""
