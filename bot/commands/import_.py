"""``python -m bot import``: bring a catalogue in."""

from pathlib import Path
from typing import Annotated

import typer

from bot.bootstrap import migrate_store, services
from bot.commands import console
from bot.errors import DuwtjeError

app = typer.Typer(no_args_is_help=True, help="Bring a catalogue in.")


class UnreadableFile(DuwtjeError):
    """The file cannot be read."""

    code = "error_file"


@app.callback()
def group() -> None:
    """Bring a catalogue in."""


@app.command("csv")
def csv(file: Annotated[Path, typer.Argument(help="A CSV file, see docs/howto/catalogus-importeren.md.")]) -> None:
    """Import items from a CSV file; refused rows are named, the others go in."""
    if not file.is_file():
        raise UnreadableFile(str(file))
    migrate_store()
    report = services().imports.csv(file)
    console.say("cli_imported", added=report.accepted, rejected=len(report.rejected))
    for row in report.rejected:
        console.say("cli_import_row", line=row.line, reason=console.texts()(row.code, detail=row.detail))
    if report.rejected and not report.accepted:
        raise typer.Exit(1)
