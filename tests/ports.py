"""Ports for the servers that tests start."""

import secrets

from bot.run.preflight import is_free

LOWEST, HIGHEST = 20_000, 32_000
"""Below those that the system gives to whoever asks for any port or connects somewhere: one of these stays free until it is used."""


def free_port() -> int:
    """Return a port of this machine where nobody listens; which one is left to chance, so that tests beside each other differ."""
    while not is_free("127.0.0.1", port := LOWEST + secrets.randbelow(HIGHEST - LOWEST)):
        pass
    return port
