"""``python -m bot pearls``: exchange good practices as files."""

from pathlib import Path
from typing import Annotated

import typer

from bot.bootstrap import services
from bot.commands import console

app = typer.Typer(no_args_is_help=True, help="Exchange good practices (parels) as files.")


@app.callback()
def group() -> None:
    """Exchange good practices (parels) as files."""


@app.command("import")
def bring_in(file: Annotated[Path, typer.Argument(help="A YAML file of pearls, such as export writes.")]) -> None:
    """Bring in the pearls of FILE beside those there are."""
    console.say("cli_pearls_in", count=services().pearls.bring_in(file))


@app.command("export")
def hand_out(file: Annotated[Path, typer.Argument(help="Where to write them.")]) -> None:
    """Write every pearl to FILE."""
    console.say("cli_pearls_out", count=services().pearls.hand_out(file), file=file)
