"""``python -m bot import``: bring a catalogue in."""

import re
from pathlib import Path
from typing import Annotated

import typer

from bot.bootstrap import migrate_store
from bot.catalogue.importers.feeds import is_address
from bot.catalogue.sources import Format
from bot.commands.importing import Wish, bring_in
from bot.commands.told import Told

app = typer.Typer(
    no_args_is_help=True,
    help="Bring a catalogue in. SOURCE is a web address, a file, or the name of a source that was imported before. "
    'Options are kept under its name; an empty value ("", or 0 hours) takes one back.',
)

Where = Annotated[str, typer.Argument(metavar="SOURCE", help="Web address, file, or name of a source.")]
Name = Annotated[str | None, typer.Option("--name", help="Name to keep the source under.")]
Tenant = Annotated[str | None, typer.Option(help="Only for the people of this tenant.")]
Client = Annotated[str | None, typer.Option(help="The tenant's id as a client of suppliers: their own offers to it come in too.")]
Licence = Annotated[str | None, typer.Option(help="Licence of the texts.")]
Every = Annotated[int | None, typer.Option(min=0, max=24 * 90, help="Import again every so many hours; 0: no longer.")]
TokenFrom = Annotated[str | None, typer.Option("--token-from", help="Environment variable that holds the key of the server.")]
Confirm = Annotated[bool, typer.Option("--confirm", help="Remove what is missing from the feed, however much it is.")]
Column = Annotated[list[str] | None, typer.Option("--column", help="THEIRS=ours: which of your columns means what; kept for next time.")]
Fixed = Annotated[list[str] | None, typer.Option("--fixed", help="ours=VALUE: one value for every row; kept for next time.")]
Whole = Annotated[
    bool | None, typer.Option("--whole/--part", help="The file says all there is: what is not in it, goes. Kept for next time.")
]


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
    whole: Whole = None,
    confirm: Confirm = False,
) -> None:
    """Import a CSV file, see docs/howto/catalogus-importeren.md; refused rows are named, the others go in."""
    told = Told(tenant=tenant, licence=licence, every=every, column=column, fixed=fixed, whole=whole)
    _run(Wish(Format.CSV, name, told), source, confirm)


@app.command("xlsx")
def xlsx(
    source: Where,
    name: Name = None,
    tenant: Tenant = None,
    licence: Licence = None,
    every: Every = None,
    column: Column = None,
    fixed: Fixed = None,
    whole: Whole = None,
    confirm: Confirm = False,
) -> None:
    """Import the first sheet of an Excel file."""
    told = Told(tenant=tenant, licence=licence, every=every, column=column, fixed=fixed, whole=whole)
    _run(Wish(Format.XLSX, name, told), source, confirm)


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
    _run(Wish(shape, name, Told(tenant=tenant, licence=licence, every=every, token_from=token_from)), source, confirm)


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
    told = Told(tenant=tenant, client=client, licence=licence, every=every, token_from=token_from)
    _run(Wish(shape, name, told), source, confirm)


@app.command("schemaorg")
def schemaorg(
    source: Where, name: Name = None, tenant: Tenant = None, licence: Licence = None, every: Every = None, confirm: Confirm = False
) -> None:
    """Import the schema.org courses of a web page or a JSON-LD file."""
    _run(Wish(Format.SCHEMAORG, name, Told(tenant=tenant, licence=licence, every=every)), source, confirm)


@app.command("ical")
def ical(
    source: Where, name: Name = None, tenant: Tenant = None, licence: Licence = None, every: Every = None, confirm: Confirm = False
) -> None:
    """Import places to learn (a library, a repair café) with their open days from a calendar (.ics)."""
    _run(Wish(Format.ICAL, name, Told(tenant=tenant, licence=licence, every=every)), source, confirm)


def _run(wish: Wish, where: str, confirm: bool) -> None:
    migrate_store()
    location = where if is_address(where) else str(Path(where).resolve()) if Path(where).exists() else None
    if not bring_in(wish, where, location, confirm=confirm):
        raise typer.Exit(1)
