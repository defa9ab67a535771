"""``python -m bot import``: bring a catalogue in."""

import os
import re
from pathlib import Path
from typing import Annotated

import typer

from bot.bootstrap import migrate_store
from bot.catalogue.importers.feeds import is_address
from bot.catalogue.sources import Format
from bot.commands.importing import Wish, bring_in
from bot.errors import DuwtjeError

app = typer.Typer(
    no_args_is_help=True, help="Bring a catalogue in. SOURCE is a web address, a file, or the name of a source that was imported before."
)

Where = Annotated[str, typer.Argument(metavar="SOURCE", help="Web address, file, or name of a source.")]
Name = Annotated[str | None, typer.Option("--name", help="Name to keep the source under.")]
Tenant = Annotated[str | None, typer.Option(help="Only for the people of this tenant.")]
Client = Annotated[str | None, typer.Option(help="The tenant's id as a client of suppliers: their own offers to it come in too.")]
Licence = Annotated[str | None, typer.Option(help="Licence of the texts.")]
Every = Annotated[int | None, typer.Option(min=1, max=24 * 90, help="Import again every so many hours.")]
TokenFrom = Annotated[str | None, typer.Option("--token-from", help="Environment variable that holds the key of the server.")]
Confirm = Annotated[bool, typer.Option("--confirm", help="Remove what is missing from the feed, however much it is.")]
Column = Annotated[list[str] | None, typer.Option("--column", help="THEIRS=ours: which of your columns means what; kept for next time.")]
Fixed = Annotated[list[str] | None, typer.Option("--fixed", help="ours=VALUE: one value for every row; kept for next time.")]


class UnreadableFile(DuwtjeError):
    """The file cannot be read."""

    code = "error_file"


class NoToken(DuwtjeError):
    """The environment variable that should hold a key is empty."""

    code = "error_no_token"


@app.callback()
def group() -> None:
    """Bring a catalogue in."""


@app.command("csv")
def csv(
    source: Where,
    name: Name = None,
    tenant: Tenant = None,
    licence: Licence = None,
    every: Every = None,
    column: Column = None,
    fixed: Fixed = None,
    confirm: Confirm = False,
) -> None:
    """Import a CSV file, see docs/howto/catalogus-importeren.md; refused rows are named, the others go in."""
    _run(Format.CSV, source, name or "csv", tenant, licence, every, columns=_columns(column, fixed), confirm=confirm)


@app.command("xlsx")
def xlsx(
    source: Where,
    name: Name = None,
    tenant: Tenant = None,
    licence: Licence = None,
    every: Every = None,
    column: Column = None,
    fixed: Fixed = None,
    confirm: Confirm = False,
) -> None:
    """Import the first sheet of an Excel file."""
    _run(Format.XLSX, source, name or "xlsx", tenant, licence, every, columns=_columns(column, fixed), confirm=confirm)


@app.command("ooapi")
def ooapi(
    source: Where,
    name: Name = None,
    version: Annotated[int, typer.Option(min=5, max=6, help="Of the Open Education API.")] = 5,
    tenant: Tenant = None,
    licence: Licence = None,
    every: Every = None,
    token_from: TokenFrom = None,
    confirm: Confirm = False,
) -> None:
    """Import from an Open Education API, or a file in its shape."""
    shape = Format.OOAPI5 if version == 5 else Format.OOAPI6
    _run(shape, source, name, tenant, licence, every, token_from, confirm=confirm)


@app.command("edudex")
def edudex(
    source: Where,
    name: Name = None,
    tenant: Tenant = None,
    client: Client = None,
    licence: Licence = None,
    every: Every = None,
    token_from: TokenFrom = None,
    confirm: Confirm = False,
) -> None:
    """Import from the EDU-DEX Data API (an address of a catalogue) or from EDU-DEX XML."""
    shape = Format.EDUDEX if re.search(r"/(static|dynamic)catalogs/", source) else Format.EDUDEX_XML
    _run(shape, source, name, tenant, licence, every, token_from, client=client, confirm=confirm)


@app.command("schemaorg")
def schemaorg(
    source: Where, name: Name = None, tenant: Tenant = None, licence: Licence = None, every: Every = None, confirm: Confirm = False
) -> None:
    """Import the schema.org courses of a web page or a JSON-LD file."""
    _run(Format.SCHEMAORG, source, name, tenant, licence, every, confirm=confirm)


@app.command("ical")
def ical(
    source: Where, name: Name = None, tenant: Tenant = None, licence: Licence = None, every: Every = None, confirm: Confirm = False
) -> None:
    """Import places to learn (a library, a repair café) with their open days from a calendar (.ics)."""
    _run(Format.ICAL, source, name, tenant, licence, every, confirm=confirm)


def _run(
    shape: Format,
    where: str,
    name: str | None,
    tenant: str | None,
    licence: str | None,
    every: int | None,
    token_from: str | None = None,
    *,
    client: str | None = None,
    columns: dict[str, str] | None = None,
    confirm: bool,
) -> None:
    migrate_store()
    given = {"tenant": tenant, "client": client, "licence": licence, "every_hours": every, "token": _token(token_from), "columns": columns}
    changes = {field: value for field, value in given.items() if value}
    if is_address(where) or Path(where).exists():
        location = where if is_address(where) else str(Path(where).resolve())
        wish = Wish(name or _name_from(where), shape, location, changes)
    else:
        wish = Wish(where, shape, None, changes)
    if not bring_in(wish, confirm=confirm, unknown=UnreadableFile(where)):
        raise typer.Exit(1)


def _name_from(where: str) -> str:
    bare = re.sub(r"^[a-z]+://|[?#].*$", "", where) if is_address(where) else Path(where).stem
    return re.sub(r"[^\w.-]+", "-", bare, flags=re.ASCII).strip("-")[:60] or "bron"


def _columns(column: list[str] | None, fixed: list[str] | None) -> dict[str, str]:
    theirs = dict(_pair(each) for each in column or ())
    return theirs | {f"={ours}": value for ours, value in map(_pair, fixed or ())}


def _pair(text: str) -> tuple[str, str]:
    left, separator, right = text.rpartition("=") if text.count("=") == 1 else text.partition("=")
    if not separator or not left.strip():
        raise typer.BadParameter(text)
    return left.strip(), right.strip()


def _token(variable: str | None) -> str | None:
    if variable is None:
        return None
    token = os.environ.get(variable, "").strip()
    if not token:
        raise NoToken(variable)
    return token
