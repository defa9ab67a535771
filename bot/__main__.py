"""The command line: ``python -m bot``."""

import sys

import typer

from bot.commands import catalogue, console, import_, nudge, pearls
from bot.commands.healthy import healthy
from bot.commands.password import password
from bot.commands.run import run
from bot.commands.seed import seed
from bot.commands.shell import shell
from bot.commands.web import web
from bot.errors import DuwtjeError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="Duwtje.")
for command in (run, web, seed, shell, healthy, password):
    app.command()(command)
app.add_typer(import_.app, name="import")
app.add_typer(catalogue.app, name="catalogue")
app.add_typer(nudge.app, name="nudge")
app.add_typer(pearls.app, name="pearls")


def main() -> None:
    """Run a command; an error we know becomes one line instead of a traceback."""
    try:
        app()
    except DuwtjeError as error:
        console.complain(error)
        sys.exit(console.UNREADABLE)


if __name__ == "__main__":
    main()
