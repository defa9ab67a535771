"""Let Rasa's server take calls at a socket that its parent listens on, when there is one (several.py)."""

from functools import partialmethod

from sanic import Sanic
from several import inherited_door


def apply() -> None:
    """Give the socket to the server; without one, nothing changes."""
    door = inherited_door()
    if door:
        Sanic.run = partialmethod(Sanic.run, sock=door)
