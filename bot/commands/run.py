"""``python -m bot run``: the product on one machine."""

import asyncio

import typer

from bot.bootstrap import services
from bot.commands import console
from bot.commands.seed import prepare
from bot.run import machine
from bot.settings import Settings, load_settings


def run() -> None:
    """Start everything and keep it alive until Ctrl-C."""
    settings = load_settings()
    machine.check(settings)
    prepare()
    password = services().admins.ensure_first()
    console.say("cli_starting")
    failed = asyncio.run(machine.run(settings, lambda: _announce(settings, password)))
    if failed is None:
        console.say("cli_stopped")
        return
    console.say("cli_would_not_start", name=failed)
    raise typer.Exit(1)


def _announce(settings: Settings, password: str | None) -> None:
    chat = f"{settings.address}/"
    texts = console.texts()
    console.say(
        "cli_ready",
        chat=chat,
        console=f"{chat}beheer",
        password=texts("cli_password", password=password) if password else "",
        telegram=texts("cli_telegram_on" if settings.telegram_token else "cli_telegram_off"),
    )
