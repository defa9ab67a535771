"""Work beside the requests."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

Background = Callable[[], AbstractAsyncContextManager[None]]
"""Entered when the application starts, left when it ends."""
