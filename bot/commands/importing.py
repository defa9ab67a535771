"""Runs one import in the terminal: progress while it goes, a report when it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from bot.bootstrap import services
from bot.catalogue.sources import Format, Import, ImportState, Source
from bot.commands import console
from bot.errors import DuwtjeError

SHOWN = 50
"""Refused records in the report."""


@dataclass(frozen=True)
class Wish:
    """A source to import; without a location it must be known already."""

    name: str
    format: Format
    location: str | None
    changes: Mapping[str, Any]


def bring_in(wish: Wish, *, confirm: bool, unknown: DuwtjeError) -> bool:
    """Keep the source, import it and report; whether anything is in the catalogue now. Raises ``unknown``."""
    register = services().sources
    known = register.by_name(wish.name)
    changes = dict(wish.changes)
    if known and "columns" in changes:
        changes["columns"] = {**known.columns, **changes["columns"]}  # what was told before still holds
    if wish.location is not None:
        base = known or Source(wish.name, wish.format, wish.location)
        register.save(base, format=wish.format, location=wish.location, **changes)
    elif known is None:
        raise unknown
    elif changes:
        register.save(known, **changes)
    return report(_with_progress(wish.name, confirm=confirm))


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
