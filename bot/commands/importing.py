"""Runs one import in the terminal: progress while it goes, a report when it is done."""

import re
from dataclasses import dataclass
from pathlib import Path

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from bot.bootstrap import services
from bot.catalogue.importers.feeds import is_address
from bot.catalogue.source_register import SourceRegister
from bot.catalogue.sources import Format, Import, ImportState, Source
from bot.commands import console
from bot.commands.told import Told
from bot.errors import DuwtjeError

SHOWN = 50
"""Refused records in the report."""


class UnreadableFile(DuwtjeError):
    """The file cannot be read, and no source has this name."""

    code = "error_file"


class NameTaken(DuwtjeError):
    """A source that comes from somewhere else has the name that this one would get."""

    code = "error_source_name_taken"


@dataclass(frozen=True)
class Wish:
    """How to read a source, the name to keep it under (None: its own), and what was told about it."""

    format: Format
    name: str | None
    told: Told


def bring_in(wish: Wish, where: str, location: str | None, *, confirm: bool) -> bool:
    """Keep the source ``where``, import it and report; whether anything is in the catalogue now.

    Without a ``location`` it must be the name of a known one. Raises UnreadableFile and NameTaken, and what is wrong with the wish.
    """
    register = services().sources
    if location is None:
        source = register.by_name(where)
        if source is None:
            raise UnreadableFile(where)
        register.save(source, **wish.told.changes(source))
    else:
        known = known_as(register, wish.name, location)
        source = known or Source(wish.name or _name_from(location), wish.format, location)
        register.save(source, format=wish.format, location=location, **wish.told.changes(known))
        if source.location != location:
            console.warn("cli_import_moved", source=source.name, before=source.location)
    return report(_with_progress(source.name, confirm=confirm))


def known_as(register: SourceRegister, name: str | None, location: str) -> Source | None:
    """Return the source that is meant: by its name, or the one that comes from ``location``; None for a new one.

    Raises NameTaken when a new one would get the name of another.
    """
    if name:
        return register.by_name(name)
    there = register.at(location)
    if len(there) == 1:
        return there[0]
    if register.by_name(_name_from(location)):
        raise NameTaken(_name_from(location))
    return None


def report(done: Import) -> bool:
    """Say how an import went; whether it went well."""
    texts = console.texts()
    console.say("cli_imported", added=done.accepted, rejected=done.refused)
    console.say("cli_import_counts", added=done.added, changed=done.changed, unchanged=done.unchanged, removed=done.removed)
    for row in services().sources.quarantine(done.source, SHOWN):
        console.say("cli_import_row", line=row.line, reason=texts(row.code, detail=row.detail))
    if done.refused > SHOWN:
        console.say("cli_import_more", rest=done.refused - SHOWN, source=done.source)
    if done.problem:
        console.warn("cli_import_problem", problem=texts(done.problem, detail=done.detail))
    return done.state is ImportState.DONE and bool(done.accepted or not done.refused)


def _with_progress(name: str, *, confirm: bool) -> Import:
    texts = console.texts()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console.error_console(), transient=True) as shown:
        task = shown.add_task(texts("cli_import_begins", source=name), total=None)

        def progress(going: Import) -> None:
            shown.update(task, description=texts("cli_import_going", source=name, accepted=going.accepted, refused=going.refused))

        return services().source_imports.run(name, confirm=confirm, progress=progress)


def _name_from(location: str) -> str:
    bare = re.sub(r"^[a-z]+://|[?#].*$", "", location) if is_address(location) else Path(location).stem
    return re.sub(r"[^\w.-]+", "-", bare, flags=re.ASCII).strip("-.")[:60] or "bron"
