"""What the console needs from the product."""

from typing import Protocol

from bot.admins.service import AdminService


class ConsoleServices(Protocol):
    """The part of ``bot.bootstrap.Services`` that the console uses."""

    @property
    def admins(self) -> AdminService: ...
