"""``python -m bot healthy``: for health checks of processes that have no port."""

from typing import Annotated

import typer

from bot.bootstrap import services
from bot.commands import console


def healthy(process: Annotated[str, typer.Argument(help="scheduler")]) -> None:
    """End with 0 when the process of this machine (or with this SCHEDULER_NAME) showed life within the last minute."""
    if services().heartbeats.is_own_alive(process):
        console.say("cli_healthy", name=process)
        return
    console.say("cli_unhealthy", name=process)
    raise typer.Exit(1)
