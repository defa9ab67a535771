"""``python -m bot password``: a new password for an administrator who lost it."""

from typing import Annotated

import typer

from bot.bootstrap import services
from bot.commands import console


def password(name: Annotated[str, typer.Argument(help="Name of the administrator.")] = "beheer") -> None:
    """Make a new password, and end the sessions of the old one."""
    console.say("cli_password_reset", name=name, password=services().admins.reset(name))
